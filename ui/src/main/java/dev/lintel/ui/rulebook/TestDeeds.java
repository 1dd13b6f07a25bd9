package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeCase;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.RequestCase;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.ui.rulebook.RulebookParts.Of;
import java.util.List;

/** What people do with scenarios and invariants. Each change is in the draft at once. */
final class TestDeeds {
    private final Component place;
    private final RulebookDesk desk;
    private final Of parts;
    private final RulebookDeeds deeds;
    private final TableDeeds tables;

    TestDeeds(Component place, RulebookDesk desk, Of parts, RulebookDeeds deeds, TableDeeds tables) {
        this.place = place;
        this.desk = desk;
        this.parts = parts;
        this.deeds = deeds;
        this.tables = tables;
    }

    void offer(TestSection section) {
        for (Scenario scenario : desk.rules().scenarios()) {
            section.offer(
                    scenario,
                    text("rulebook.editOf", scenario.name()),
                    VaadinIcon.EDIT,
                    () -> edit("rulebook.editScenario", scenario));
            section.offer(
                    scenario,
                    text("rulebook.deleteOf", scenario.name()),
                    VaadinIcon.TRASH,
                    () -> deeds.delete("rulebook.deleteScenarioTitle", scenario.name(), () -> desk.remove(scenario)));
        }
        for (Invariant invariant : desk.rules().invariants()) {
            section.offer(
                    invariant,
                    text("rulebook.editOf", invariant.name()),
                    VaadinIcon.EDIT,
                    () -> edit("rulebook.editInvariant", invariant));
            section.offer(
                    invariant,
                    text("rulebook.deleteOf", invariant.name()),
                    VaadinIcon.TRASH,
                    () -> deeds.delete(
                            "rulebook.deleteInvariantTitle", invariant.name(), () -> desk.remove(invariant)));
        }
    }

    void writeScenario() {
        write(new RequestCase(
                HolderKind.COURIER, null, List.of(), IdentifierType.ACCESS_CODE, "", null, parts.now(), false, true));
    }

    /** A scenario of this request, which is then to be answered in one way. */
    void write(RequestCase told) {
        edit("rulebook.addScenario", new Scenario(TableDeeds.id(), "", told, null, Verdict.DENY, null));
    }

    void writeInvariant() {
        edit(
                "rulebook.addInvariant",
                new Invariant(
                        TableDeeds.id(),
                        "",
                        Invariant.Kind.NEVER_OPENS,
                        PolicyHolders.EVERYBODY,
                        PolicyDoors.EVERY,
                        PolicyTimes.ALWAYS));
    }

    /** Of which kinds there are tables that scenarios can ask. */
    List<OutcomeKind> askable() {
        return desk.rules().outcomes().stream().map(OutcomeTable::kind).toList();
    }

    /** A scenario of a table about something else than doors. */
    void writeOutcomeScenario() {
        write(new OutcomeCase(askable().getFirst(), blank(), Outcome.NOTHING));
    }

    private void write(OutcomeCase asked) {
        edit("rulebook.addScenario", Scenario.of(TableDeeds.id(), "", asked));
    }

    private OutcomeExample blank() {
        return new OutcomeExample(
                null,
                HolderKind.GUEST,
                IdentifierType.QR,
                null,
                List.of(),
                null,
                null,
                null,
                parts.now(),
                false,
                null,
                null);
    }

    /** A scenario of what shows a hint. */
    void keep(Diagnostic found) {
        RequestCase request = found.example();
        OutcomeExample question = found.question();
        if (request != null) {
            write(request);
        } else if (question != null) {
            desk.rules().outcomes().stream()
                    .filter(table -> table.id().equals(found.table()))
                    .findFirst()
                    .ifPresent(table -> write(new OutcomeCase(table.kind(), question, Outcome.NOTHING)));
        }
    }

    private void edit(String title, Scenario scenario) {
        OutcomeCase asked = scenario.asked();
        if (asked != null) {
            OutcomeScenarioDialog.Told told = new OutcomeScenarioDialog.Told(scenario, asked, askable(), blank());
            new OutcomeScenarioDialog(
                            text(title),
                            told,
                            parts.choices(),
                            parts.outcomes(),
                            edited -> tables.put(() -> desk.put(edited)))
                    .open();
            return;
        }
        new ScenarioDialog(
                        text(title),
                        scenario,
                        desk.rules(),
                        parts.choices(),
                        parts.cases(),
                        edited -> tables.put(() -> desk.put(edited)))
                .open();
    }

    private void edit(String title, Invariant invariant) {
        new InvariantDialog(
                        text(title),
                        invariant,
                        parts.choices(),
                        parts.cases(),
                        edited -> tables.put(() -> desk.put(edited)))
                .open();
    }

    private String text(String key, Object... arguments) {
        return place.getTranslation(key, arguments);
    }
}
