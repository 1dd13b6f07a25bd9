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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds gaps, overlaps, contradictions and dead rows, over all requests that there can be. */
final class Diagnoses {
    /** More gaps of one table than this say nothing more. */
    private static final int MOST_GAPS = 10;

    private final RuleSet rules;
    private final List<Policy> all;
    private final RequestClasses classes;
    private final List<Diagnostic> found = new ArrayList<>();

    private Diagnoses(RuleSet rules, SiteSnapshot site, Instant now) {
        this.rules = rules;
        this.all = rules.all();
        this.classes = new RequestClasses(site, all, now);
    }

    static List<Diagnostic> of(RuleSet rules, SiteSnapshot site, Instant now) {
        Diagnoses diagnoses = new Diagnoses(rules, site, now);
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
    }

    private void alone(int policies) {
        for (int i = 0; i < policies; i++) {
            if (dead(i, null, 0)) {
                continue;
            }
            redundant(i, policies);
            for (int j = i + 1; j < policies; j++) {
                contradiction(i, j);
            }
        }
    }

    private boolean dead(int rule, @Nullable String table, int row) {
        Kind kind = none(classes.holders(), rule)
                ? Kind.FITS_NOBODY
                : none(classes.doors(), rule)
                        ? Kind.FITS_NO_DOOR
                        : none(classes.moments(), rule) ? Kind.NEVER_HOLDS : null;
        if (kind != null) {
            found.add(new Diagnostic(
                    kind, table, List.of(all.get(rule).id()), table == null ? List.of() : List.of(row), null));
        }
        return kind != null;
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
    private final class InTable {
        private final PolicyTable table;
        private final int from;
        private final int until;
        private final BitSet counting = new BitSet();
        private final Map<Integer, BitSet> above = new HashMap<>();
        private final Map<List<Integer>, RequestCase> overlaps = new LinkedHashMap<>();
        private final List<RequestCase> gaps = new ArrayList<>();

        InTable(PolicyTable table, int from) {
            this.table = table;
            this.from = from;
            this.until = from + table.rows().size();
        }

        void find() {
            Map<BitSet, Holder> holders = projected(classes.holders(), false);
            Map<BitSet, Door> doors = projected(classes.doors(), false);
            Map<BitSet, Moment> moments = projected(classes.moments(), true);
            holders.forEach((ofHolder, holder) -> doors.forEach((ofDoor, door) -> {
                BitSet there = and(ofHolder, ofDoor);
                boolean[] gap = {false};
                moments.forEach((ofMoment, moment) -> {
                    BitSet fitting = and(there, ofMoment);
                    if (!fitting.isEmpty()) {
                        rows(fitting, holder, door, moment);
                    } else if (!gap[0] && gaps.size() < MOST_GAPS) {
                        gap[0] = true;
                        gaps.add(classes.told(holder, door, moment, true));
                    }
                });
            }));
            report();
        }

        private void rows(BitSet fitting, Holder holder, Door door, Moment moment) {
            int first = fitting.nextSetBit(0);
            counting.set(first);
            for (int row = fitting.nextSetBit(first + 1); row >= 0; row = fitting.nextSetBit(row + 1)) {
                above.computeIfAbsent(row, any -> new BitSet()).set(first);
                overlaps.computeIfAbsent(List.of(first, row), any -> classes.told(holder, door, moment, true));
            }
        }

        private void report() {
            for (int row = 0; row < table.rows().size(); row++) {
                boolean dead = dead(from + row, table.id(), row + 1);
                BitSet covering = above.get(row);
                if (!dead && !counting.get(row) && covering != null) {
                    List<Integer> rows = new ArrayList<>(List.of(row));
                    covering.stream().forEach(rows::add);
                    add(Kind.SHADOWED, rows, overlaps.get(List.of(covering.nextSetBit(0), row)));
                }
            }
            overlaps.forEach((rows, example) -> {
                Policy one = table.rows().get(rows.get(0));
                Policy other = table.rows().get(rows.get(1));
                // a row that never counts has been told of already
                if (counting.get(rows.get(1)) || table.hit() == HitPolicy.UNIQUE) {
                    add(one.effect() == other.effect() ? Kind.OVERLAP : Kind.CONTRADICTION, rows, example);
                }
            });
            gaps.forEach(example -> add(Kind.GAP, List.of(), example));
        }

        private void add(Kind kind, List<Integer> rows, @Nullable RequestCase example) {
            found.add(new Diagnostic(
                    kind,
                    table.id(),
                    rows.stream().map(row -> table.rows().get(row).id()).toList(),
                    rows.stream().map(row -> row + 1).toList(),
                    example));
        }

        /** @param withNone whether those that no row fits are looked at, too */
        private <T> Map<BitSet, T> projected(Map<BitSet, T> classes, boolean withNone) {
            Map<BitSet, T> projected = new LinkedHashMap<>();
            classes.forEach((fitting, one) -> {
                BitSet here = fitting.get(from, until);
                if (withNone || !here.isEmpty()) {
                    projected.putIfAbsent(here, one);
                }
            });
            return projected;
        }
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
