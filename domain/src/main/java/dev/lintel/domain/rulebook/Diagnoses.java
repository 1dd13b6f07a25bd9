package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.rulebook.Diagnostic.Kind;
import dev.lintel.domain.rulebook.RequestClasses.Door;
import dev.lintel.domain.rulebook.RequestClasses.Holder;
import dev.lintel.domain.rulebook.RequestClasses.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds gaps, overlaps, contradictions and dead rows, over all requests that there can be. */
final class Diagnoses {
    private final RuleSet rules;
    private final List<Policy> all;
    private final SiteSnapshot site;
    private final Instant now;
    private final RequestClasses classes;
    private final List<Diagnostic> found = new ArrayList<>();

    private Diagnoses(RuleSet rules, SiteSnapshot site, Instant now, RequestClasses classes) {
        this.rules = rules;
        this.all = rules.all();
        this.site = site;
        this.now = now;
        this.classes = classes;
    }

    static List<Diagnostic> of(RuleSet rules, SiteSnapshot site, Instant now) {
        return of(
                rules,
                site,
                now,
                new RequestClasses(site, rules.all(), rules.tables().size(), now));
    }

    /** @param classes in which the rules have the first numbers */
    static List<Diagnostic> of(RuleSet rules, SiteSnapshot site, Instant now, RequestClasses classes) {
        Diagnoses diagnoses = new Diagnoses(rules, site, now, classes);
        diagnoses.find();
        return diagnoses.found;
    }

    private void find() {
        int next = rules.policies().size();
        alone(next);
        for (PolicyTable table : rules.tables()) {
            new InTable(table, next).find();
            next += table.rows().size();
        }
        for (OutcomeTable table : rules.outcomes()) {
            OutcomeHints.find(table, site, now, found);
        }
    }

    private void alone(int policies) {
        for (int i = 0; i < policies; i++) {
            if (dead(i)) {
                continue;
            }
            redundant(i, policies);
            for (int j = i + 1; j < policies; j++) {
                contradiction(i, j);
            }
        }
    }

    private boolean dead(int rule) {
        Kind kind = deadOf(rule);
        if (kind != null) {
            found.add(new Diagnostic(kind, null, List.of(all.get(rule).id()), List.of(), null));
        }
        return kind != null;
    }

    private @Nullable Kind deadOf(int rule) {
        if (none(classes.holders(), rule)) {
            return Kind.FITS_NOBODY;
        }
        return none(classes.doors(), rule)
                ? Kind.FITS_NO_DOOR
                : none(classes.moments(), rule) ? Kind.NEVER_HOLDS : null;
    }

    private static boolean none(Map<BitSet, ?> classes, int rule) {
        return classes.keySet().stream().noneMatch(fitting -> fitting.get(rule));
    }

    private void contradiction(int one, int other) {
        if (!isOpposite(all.get(one), all.get(other))) {
            return;
        }
        RequestCase example = both(one, other);
        if (example != null) {
            List<String> ids = List.of(all.get(one).id(), all.get(other).id());
            found.add(new Diagnostic(Kind.CONTRADICTION, null, ids, List.of(), example));
        }
    }

    /** One denies what the other allows, and neither was said to come first. */
    private static boolean isOpposite(Policy one, Policy other) {
        boolean opposite = one.effect() == PolicyEffect.DENY && other.effect() == PolicyEffect.ALLOW
                || one.effect() == PolicyEffect.ALLOW && other.effect() == PolicyEffect.DENY;
        return opposite && one.priority() == other.priority();
    }

    private void redundant(int rule, int policies) {
        Policy policy = all.get(rule);
        for (int other = 0; other < policies; other++) {
            Policy covering = all.get(other);
            boolean same = covering.effect() == policy.effect() && covering.priority() >= policy.priority();
            // of two that are alike the later one is too much
            boolean first = other < rule || !isCovered(other, rule);
            if (other != rule && same && first && isCovered(rule, other)) {
                found.add(new Diagnostic(
                        Kind.REDUNDANT, null, List.of(policy.id(), covering.id()), List.of(), both(rule, other)));
                return;
            }
        }
    }

    private boolean isCovered(int rule, int by) {
        return covered(classes.holders(), rule, by)
                && covered(classes.doors(), rule, by)
                && covered(classes.moments(), rule, by);
    }

    private static boolean covered(Map<BitSet, ?> classes, int rule, int by) {
        return classes.keySet().stream().allMatch(fitting -> !fitting.get(rule) || fitting.get(by));
    }

    private @Nullable RequestCase both(int one, int other) {
        Holder holder = first(classes.holders(), one, other);
        Door door = first(classes.doors(), one, other);
        Moment moment = first(classes.moments(), one, other);
        return holder == null || door == null || moment == null ? null : classes.told(holder, door, moment, true);
    }

    private static <T> @Nullable T first(Map<BitSet, T> classes, int one, int other) {
        return classes.entrySet().stream()
                .filter(entry -> entry.getKey().get(one) && entry.getKey().get(other))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The rows of one table, which are looked at together: one of them alone counts. */
    private final class InTable implements RowHints.Rows<RequestCase> {
        private final PolicyTable table;
        private final int from;

        InTable(PolicyTable table, int from) {
            this.table = table;
            this.from = from;
        }

        void find() {
            int until = from + table.rows().size();
            Map<BitSet, Holder> holders = RowHints.projected(classes.holders(), from, until, false);
            Map<BitSet, Door> doors = RowHints.projected(classes.doors(), from, until, false);
            Map<BitSet, Moment> moments = RowHints.projected(classes.moments(), from, until, true);
            RowHints<RequestCase> hints = new RowHints<>();
            hints.look(
                    List.of(holders.keySet(), doors.keySet(), moments.keySet()),
                    of -> classes.told(
                            Objects.requireNonNull(holders.get(of.get(0))),
                            Objects.requireNonNull(doors.get(of.get(1))),
                            Objects.requireNonNull(moments.get(of.get(2))),
                            true));
            hints.report(this);
        }

        @Override
        public int count() {
            return table.rows().size();
        }

        @Override
        public @Nullable Kind dead(int row) {
            return deadOf(from + row);
        }

        @Override
        public boolean isAlike(int upper, int lower) {
            return table.rows().get(upper).effect() == table.rows().get(lower).effect();
        }

        @Override
        public boolean isOverlap(int upper, int lower, boolean counts) {
            return counts || table.hit() == HitPolicy.UNIQUE;
        }

        @Override
        public void tell(Kind kind, List<Integer> rows, @Nullable RequestCase example) {
            found.add(new Diagnostic(
                    kind,
                    table.id(),
                    rows.stream().map(row -> table.rows().get(row).id()).toList(),
                    rows.stream().map(row -> row + 1).toList(),
                    example));
        }
    }
}
