package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.rulebook.RulebookParts.Of;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What stands about the rules of one project: how far they are, the policies, and what can be done with them. */
final class RulebookPage extends Div {
    private static final long serialVersionUID = 1L;

    private final transient RulebookDesk desk;
    private final transient Of parts;
    private final transient Moments moments;
    private final transient RulebookDeeds deeds;
    private final transient TableDeeds tableDeeds;
    private final transient TestDeeds testDeeds;
    private final transient OutcomeDeeds outcomeDeeds;
    private final transient PageParts beside;
    private final long project;

    RulebookPage(RulebookDesk desk, Of parts, Moments moments, PageParts beside, long project) {
        this.desk = desk;
        this.parts = parts;
        this.moments = moments;
        this.beside = beside;
        this.project = project;
        this.deeds = new RulebookDeeds(this, desk, parts, this::show);
        this.tableDeeds = new TableDeeds(this, desk, parts, deeds, this::show);
        this.testDeeds = new TestDeeds(this, desk, parts, deeds, tableDeeds);
        this.outcomeDeeds = new OutcomeDeeds(this, desk, parts, tableDeeds);
        addClassName("rulebook-page");
        show();
    }

    private void show() {
        removeAll();
        add(header());
        if (desk.inForce().isEmpty() && desk.inPart().isEmpty() && desk.open().isEmpty()) {
            Component[] first = desk.mayDraft() ? new Component[] {write(), readyMade()} : new Component[0];
            add(new EmptyState(getTranslation("rulebook.noneTitle"), getTranslation("rulebook.noneText"), first));
            if (desk.mayDraft()) {
                add(tablesHead(), outcomesHead());
            }
        } else {
            Paragraph about = new Paragraph(getTranslation("rulebook.about"));
            about.addClassName("about");
            RulebookState state = new RulebookState(desk, moments);
            state.add(new NodeNote(desk, moments));
            desk.inPart().map(deeds::note).ifPresent(state::add);
            desk.plan().map(deeds::note).ifPresent(state::add);
            state.add(ways());
            UnorderedList hints = new UnorderedList();
            hints.addClassName("rule-hints");
            hints.setVisible(false);
            List<TableCard> cards = tables();
            add(about, state, new H2(title()), policies(), hints, tablesHead());
            cards.forEach(this::add);
            List<TableCard> others =
                    desk.rules().outcomes().stream().map(outcomeDeeds::card).toList();
            add(outcomesHead());
            others.forEach(this::add);
            add(tests(hints, Stream.concat(cards.stream(), others.stream()).toList()));
            if (desk.hasEffects()) {
                add(new EffectSection(desk.project(), desk.effects(beside.effects()), moments));
            }
        }
        if (desk.hasThreats()) {
            add(new ThreatSection(desk.threats(beside.threats()), moments));
        }
        if (desk.mayPublish()) {
            add(new SecondPersonSetting(desk, this::show), new DenialWatchSetting(desk));
        }
    }

    private Div tablesHead() {
        Div head = new Div(new H2(getTranslation("rulebook.tables")));
        head.addClassName("table-head");
        if (desk.mayDraft()) {
            head.add(new Button(
                    getTranslation("rulebook.addTable"), VaadinIcon.PLUS.create(), click -> tableDeeds.writeTable()));
        }
        if (desk.rules().tables().isEmpty()) {
            Paragraph about = new Paragraph(getTranslation("rulebook.tablesText"));
            about.addClassName("about");
            return new Div(head, about);
        }
        return head;
    }

    private Div outcomesHead() {
        Div head = new Div(new H2(getTranslation("rulebook.outcomes")));
        head.addClassName("table-head");
        if (desk.mayDraft()) {
            for (OutcomeKind kind : outcomeDeeds.missing()) {
                head.add(new Button(
                        getTranslation("rulebook.outcome." + kind),
                        VaadinIcon.PLUS.create(),
                        click -> outcomeDeeds.write(kind)));
            }
        }
        Paragraph about = new Paragraph(getTranslation("rulebook.outcomesText"));
        about.addClassName("about");
        return new Div(head, about);
    }

    private List<TableCard> tables() {
        List<TableCard> cards = new ArrayList<>();
        PolicySentences sentences = parts.sentences();
        for (PolicyTable table : desk.rules().tables()) {
            TableCard card = TableCard.of(table, sentences, UI.getCurrentOrThrow());
            if (table.rows().stream().anyMatch(row -> row.effect() == PolicyEffect.DENY)) {
                card.tell(OfflineNote.of(desk, desk.rules(), table));
            }
            if (desk.mayDraft()) {
                tableDeeds.offer(card, table);
            }
            cards.add(card);
        }
        return cards;
    }

    /** @param hints where what was found about policies that stand alone is told */
    private TestSection tests(UnorderedList hints, List<TableCard> cards) {
        List<Component> ways = new ArrayList<>();
        if (desk.mayDraft()) {
            ways.add(new Button(
                    getTranslation("rulebook.addScenario"),
                    VaadinIcon.PLUS.create(),
                    click -> testDeeds.writeScenario()));
            if (!testDeeds.askable().isEmpty()) {
                ways.add(new Button(
                        getTranslation("rulebook.addOutcomeScenario"),
                        VaadinIcon.PLUS.create(),
                        click -> testDeeds.writeOutcomeScenario()));
            }
            ways.add(new Button(
                    getTranslation("rulebook.addInvariant"),
                    VaadinIcon.PLUS.create(),
                    click -> testDeeds.writeInvariant()));
            ways.add(new Button(
                    getTranslation("rulebook.asYaml"), click -> new ScenarioYamlDialog(desk, this::show).open()));
        }
        HintWords words = parts.hints(desk.rules(), desk.mayDraft() ? testDeeds::keep : null);
        TestSection section = new TestSection(
                desk.rules(),
                parts.cases(),
                desk.trial(beside.effects()),
                report -> {
                    hints.removeAll();
                    report.diagnostics().stream()
                            .filter(found -> found.table() == null)
                            .forEach(found -> hints.add(words.item(found)));
                    hints.setVisible(hints.getComponentCount() > 0);
                    cards.forEach(card -> card.show(report.diagnostics(), words));
                },
                ways);
        if (desk.mayDraft()) {
            testDeeds.offer(section);
        }
        return section;
    }

    private ViewHeader header() {
        List<Component> actions = new ArrayList<>();
        Anchor past = new Anchor(RuleHistoryView.path(project), getTranslation("rulebook.history"));
        past.addClassName("button-link");
        Anchor reports = new Anchor(RuleReportsView.path(project), getTranslation("ruleReport.title"));
        reports.addClassName("button-link");
        actions.add(past);
        actions.add(reports);
        if (desk.mayDraft()) {
            actions.add(readyMade());
            actions.add(write());
        }
        return new ViewHeader(getTranslation("rulebook.title"), actions.toArray(Component[]::new));
    }

    private Button readyMade() {
        Button ready = new Button(getTranslation("rulebook.readyMade"), click -> deeds.writeReadyMade());
        ready.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return ready;
    }

    private Button write() {
        Button add = new Button(getTranslation("rulebook.add"), VaadinIcon.PLUS.create(), click -> deeds.write());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return add;
    }

    /** What can be done with the draft as a whole. */
    private Div ways() {
        Div ways = new Div();
        ways.addClassName("rulebook-ways");
        if (desk.open().isEmpty()) {
            return ways;
        }
        boolean submitted = desk.open().get().state() == RulebookVersion.State.SUBMITTED;
        if (desk.mayPublish() && desk.isReady()) {
            Button publish = new Button(getTranslation("rulebook.publish"), click -> deeds.publish());
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            ways.add(publish);
        }
        if (desk.mayDraft() && !submitted) {
            Button submit = new Button(getTranslation("rulebook.submit"), click -> deeds.submit());
            if (!desk.isReady()) {
                submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            ways.add(submit);
        }
        if (desk.mayDraft()) {
            Button discard = new Button(getTranslation("rulebook.discard"), click -> deeds.discard());
            discard.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            ways.add(discard);
        }
        return ways;
    }

    private String title() {
        if (desk.open().isPresent()) {
            return getTranslation("rulebook.policiesOfDraft");
        }
        return desk.inPart()
                .map(part -> getTranslation(
                        "rulebook.policiesInPart",
                        part.number(),
                        Objects.requireNonNullElse(part.standing().groupName(), "")))
                .orElseGet(() -> getTranslation("rulebook.policiesInForce"));
    }

    private Component policies() {
        List<PolicyChange> changes = desk.changes();
        if (changes.isEmpty()) {
            return new Paragraph(getTranslation("rulebook.noPolicies"));
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("policies");
        PolicySentences sentences = parts.sentences();
        for (PolicyChange change : changes) {
            PolicyCard card = new PolicyCard(change, sentences);
            if (change.policy().effect() == PolicyEffect.DENY) {
                // what the draft removes still decides with the others that are in force
                boolean gone = change.kind() == PolicyChange.Kind.REMOVED;
                card.tell(OfflineNote.of(desk, gone ? desk.rulesInForce() : desk.rules(), change.policy()));
            }
            if (desk.mayDraft()) {
                deeds.offer(card, change);
            }
            list.add(card);
        }
        return list;
    }
}
