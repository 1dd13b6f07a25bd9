package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what is wrong with all that is written in a rulebook, all of it at once. */
final class RuleSetCheck {
    private final RuleSet rules;
    private final SiteSnapshot site;
    private final PolicyCheck check;

    private RuleSetCheck(RuleSet rules, SiteSnapshot site, Map<String, String> markers) {
        this.rules = rules;
        this.site = site;
        this.check = new PolicyCheck(site, markers);
    }

    /** @param markers names of those of the project by their ids */
    static List<Problem> of(RuleSet rules, SiteSnapshot site, Map<String, String> markers) {
        RuleSetCheck check = new RuleSetCheck(rules, site, markers);
        if (!check.areTooMany()) {
            check.everything();
        }
        return check.check.problems();
    }

    private boolean areTooMany() {
        return isTooMany("policies", rules.policies(), Rulebook.MOST_POLICIES)
                | isTooMany("tables", rules.all(), Rulebook.MOST_POLICIES)
                | isTooMany("scenarios", rules.scenarios(), Scenario.MOST)
                | isTooMany("invariants", rules.invariants(), Invariant.MOST);
    }

    private boolean isTooMany(String field, Collection<?> those, int most) {
        if (those.size() > most) {
            check.wrong(field, Reason.TOO_MANY, Integer.toString(most));
        }
        return those.size() > most;
    }

    private void everything() {
        for (int i = 0; i < rules.policies().size(); i++) {
            check.policy("policies[" + i + "].", rules.policies().get(i));
        }
        for (int i = 0; i < rules.tables().size(); i++) {
            table("tables[" + i + "].", rules.tables().get(i));
        }
        new OutcomeCheck(check).tables(rules.outcomes());
        Set<String> deciding = Stream.concat(
                        rules.policies().stream().map(Policy::id),
                        rules.tables().stream().map(PolicyTable::id))
                .collect(Collectors.toSet());
        for (int i = 0; i < rules.scenarios().size(); i++) {
            scenario("scenarios[" + i + "].", rules.scenarios().get(i), deciding);
        }
        for (int i = 0; i < rules.invariants().size(); i++) {
            Invariant invariant = rules.invariants().get(i);
            String at = "invariants[" + i + "].";
            check.id(at, invariant.id());
            check.name(at, invariant.name());
            check.parts(at, invariant.holders(), invariant.doors(), invariant.times());
        }
    }

    private void table(String at, PolicyTable table) {
        check.id(at, table.id());
        check.name(at, table.name());
        if (table.rows().isEmpty()) {
            check.wrong(at + "rows", Reason.EMPTY, "");
        }
        isTooMany(at + "rows", table.rows(), PolicyTable.MOST_ROWS);
        for (int i = 0; i < table.rows().size(); i++) {
            check.row(at + "rows[" + i + "].", table.rows().get(i));
        }
        if (!table.rows().isEmpty()
                && PolicyCheck.locksEverybodyOut(table.rows().getFirst())) {
            check.wrong(at + "rows[0].effect", Reason.LOCKS_EVERYBODY_OUT, "");
        }
    }

    private void scenario(String at, Scenario scenario, Set<String> deciding) {
        check.id(at, scenario.id());
        check.name(at, scenario.name());
        OutcomeCase asked = scenario.asked();
        if (asked != null) {
            new OutcomeCaseCheck(check, site).scenario(at, scenario, asked);
            return;
        }
        if (scenario.expected() == null) {
            check.wrong(at + "expected", Reason.MISSING, "");
        }
        String by = scenario.by();
        if (by != null && !deciding.contains(by)) {
            check.wrong(at + "by", Reason.UNKNOWN, by);
        }
        RequestCase told = scenario.told();
        if ((told == null) == (scenario.recorded() == null)) {
            check.wrong(at + "request", Reason.EMPTY, "");
        }
        if (told != null) {
            check.named(at + "request.device", List.of(told.device()), id -> site.device(id) != null);
            check.named(at + "request.groups", told.groups(), id -> site.group(id) != null);
            check.text(at + "request.profile", told.profile() == null ? "" : told.profile(), Policy.LONGEST_NAME);
            check.text(
                    at + "request.accessPoint",
                    told.accessPoint() == null ? "" : told.accessPoint(),
                    Policy.LONGEST_NAME);
            check.traits(at + "request.traits.", told.traits());
            check.situation(at + "request.situation.", told.situation());
        }
    }
}
