package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.Remedy.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the least that would have had to be otherwise for a refused door to open. Whatever it names is tried with the rules that
 * decide at the doors: with all of it they open, and without any one of it they refuse.
 */
public final class WhyNot {
    private static final int MOST_WAYS = 3;
    private static final Set<ReasonCode> NOT_BY_RULES = Set.of(ReasonCode.DECIDED_BY_DEVICE, ReasonCode.INDETERMINATE);

    private final AccessDecisionPoint rules;

    public WhyNot(AccessDecisionPoint rules) {
        this.rules = rules;
    }

    /**
     * The smallest changes, each of which alone would have been enough; of equal ones at most three.
     *
     * @param facts those of then: what has changed since plays no part
     * @param decision what was decided on them
     * @return empty when the door opened, when the rules did not decide or would decide otherwise today, when device or
     *     identifier is unknown, and when nothing would help, as with a lock that the device does not have
     */
    public List<List<Remedy>> of(AccessFacts facts, Decision decision) {
        boolean refused = !decision.isGranted() && !NOT_BY_RULES.contains(decision.reason());
        if (!refused || facts.device() == null || facts.identifier() == null || opens(facts)) {
            return List.of();
        }
        List<List<Remedy>> ways = new ArrayList<>();
        List<Remedy> always = Remedies.ofIdentifier(facts);
        if (decision.reason().isByPolicy()) {
            add(facts, always, List.of(Remedy.of(Kind.NO_POLICY)), ways);
        }
        if (facts.grants().isEmpty()) {
            add(facts, always, List.of(Remedy.of(Kind.GRANTED)), ways);
        }
        for (GrantFact grant : facts.grants()) {
            add(facts, always, Remedies.of(grant, facts), ways);
        }
        int least = ways.stream().mapToInt(List::size).min().orElse(0);
        return ways.stream()
                .filter(way -> way.size() == least)
                .distinct()
                .limit(MOST_WAYS)
                .toList();
    }

    /** The facts as they would have been with these changes. */
    public static AccessFacts with(AccessFacts facts, List<Remedy> remedies) {
        return Remedies.apply(facts, remedies);
    }

    private void add(AccessFacts facts, List<Remedy> always, List<Remedy> more, List<List<Remedy>> ways) {
        List<Remedy> way = new ArrayList<>(always);
        way.addAll(more);
        if (!opens(with(facts, way))) {
            return;
        }
        for (Remedy one : List.copyOf(way)) {
            List<Remedy> without = new ArrayList<>(way);
            without.remove(one);
            if (opens(with(facts, without))) {
                way = without;
            }
        }
        ways.add(List.copyOf(way));
    }

    private boolean opens(AccessFacts facts) {
        return rules.decide(facts).isGranted();
    }
}
