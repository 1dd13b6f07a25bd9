package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.rulebook.ReleaseReport;
import dev.lintel.domain.rulebook.ReplayReport;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Standing;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version that is or was in force: who made it so, when, and what it says. */
final class VersionItem extends ListItem {
    private static final long serialVersionUID = 1L;

    private final Div head = new Div();

    /** @param change what it made of the one before; null where that is not known */
    VersionItem(RulebookVersion version, @Nullable VersionChange change, ReportWords words) {
        Moments moments = words.moments();
        addClassName("rule-version");
        head.addClassName("policy-head");
        head.add(new H2(getTranslation("rulebook.version", version.number())));
        if (version.state() == RulebookVersion.State.IN_FORCE) {
            Span badge = new Span(getTranslation("rulebook.nowInForce"));
            badge.addClassNames("change-badge", "in-force");
            head.add(badge);
        }
        String group = version.standing().groupName();
        if (version.state() == RulebookVersion.State.IN_PART) {
            Span badge = new Span(getTranslation("rulebook.nowInPart"));
            badge.addClassNames("change-badge", "changed");
            head.add(badge);
        }
        add(head);
        if (group != null) {
            boolean everywhere = version.standing().everywhere() != null;
            add(new Paragraph(getTranslation(everywhere ? "rulebook.firstIn" : "rulebook.onlyIn", group)));
        }
        Integer restored = version.restored();
        if (restored != null) {
            add(new Paragraph(getTranslation("rulebook.restored", restored)));
        }
        if (!version.note().isBlank()) {
            add(new Paragraph(getTranslation("rulebook.noted", version.note())));
        }
        Standing.TakenBack figures = version.standing().takenBack();
        if (figures != null) {
            Paragraph why = new Paragraph(moments.messages()
                    .say(
                            moments.locale(),
                            "rulebook.takenBack",
                            Map.of(
                                    "denials", figures.denials(),
                                    "minutes", figures.minutes(),
                                    "usual", figures.usual(),
                                    "weeks", figures.weeks(),
                                    "factor", figures.factor())));
            why.addClassName("taken-back");
            add(why);
        }
        Facts facts = new Facts();
        fact(facts, "rulebook.published.at", version.published(), moments);
        facts.fact("rulebook.published.by", version.publishedBy());
        fact(facts, "rulebook.retired.at", version.retired(), moments);
        facts.fact("rulebook.authors", String.join(", ", version.authors()));
        ReleaseReport report = version.report();
        if (report != null) {
            facts.fact("rulebook.report", report(report));
        }
        add(facts);
        if (change != null) {
            add(new Details(getTranslation("rulebook.whatChanged"), SaidItem.list(words.changes(change))));
        }
        add(rules(version, words));
    }

    void offerRollBack(Runnable rollBack) {
        Button button = new Button(
                getTranslation("rulebook.rollBackTo"), VaadinIcon.ARROW_BACKWARD.create(), click -> rollBack.run());
        button.addClassName("roll-back");
        head.add(button);
    }

    private static void fact(Facts facts, String key, @Nullable Instant at, Moments moments) {
        if (at != null) {
            Span shown = new Span(moments.inList(at));
            shown.setTitle(moments.exact(at));
            facts.fact(key, shown);
        }
    }

    private String report(ReleaseReport report) {
        ReplayReport replay = report.replay();
        String tried = getTranslation("rulebook.tests.passed", 0, report.trial().tests());
        return replay == null
                ? tried
                : tried + " " + getTranslation("rulebook.replayed", replay.judged(), replay.shut(), replay.opened());
    }

    private Details rules(RulebookVersion version, ReportWords words) {
        int rows = version.rules().outcomes().stream()
                .mapToInt(table -> table.rows().size())
                .sum();
        return new Details(
                getTranslation("rulebook.policyCount", version.rules().all().size() + rows),
                SaidItem.list(words.rules(version.rules())));
    }
}
