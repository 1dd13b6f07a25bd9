package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What rules are tried against, as reports name it. */
public sealed interface Tested {
    /** The same from version to version. */
    String id();

    /** What people call it. */
    String name();

    /** A request or a question with the answer that it must get. */
    record Case(Scenario scenario) implements Tested {
        @Override
        public String id() {
            return scenario.id();
        }

        @Override
        public String name() {
            return scenario.name();
        }
    }

    /** What must hold for everybody, always. */
    record Always(Invariant invariant) implements Tested {
        @Override
        public String id() {
            return invariant.id();
        }

        @Override
        public String name() {
            return invariant.name();
        }
    }

    /** All of a rulebook, in the order in which people read them. */
    static List<Tested> of(RuleSet rules) {
        List<Tested> all = new ArrayList<>();
        rules.invariants().forEach(invariant -> all.add(new Always(invariant)));
        rules.scenarios().forEach(scenario -> all.add(new Case(scenario)));
        return all;
    }
}
