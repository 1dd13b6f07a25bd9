package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that may be going on at a door, as far as some rules can tell. */
final class LiveClasses {
    /** Of more kinds of throttles or profiles than this not every combination is looked at, see {@link #combinations}. */
    private static final int MOST_COMBINED = 4;

    private final List<PolicyState> asked;

    LiveClasses(List<Policy> rules) {
        this.asked = rules.stream().map(rule -> rule.times().state()).toList();
    }

    /** One situation for all that no rule can tell apart, by the numbers of the rules that hold in it; the calm one first. */
    Map<BitSet, Situation> situations(Function<Situation, BitSet> fitting) {
        Map<BitSet, Situation> situations = new LinkedHashMap<>();
        situations.put(fitting.apply(Situation.CALM), Situation.CALM);
        for (ThreatLevel threat : threats()) {
            for (List<Failures> failures : failures()) {
                for (@Nullable Integer sameWay : sameWay()) {
                    for (Map<String, Integer> inside : inside()) {
                        for (Set<Whose> second : second()) {
                            for (boolean otherDoor : otherDoor()) {
                                Situation situation =
                                        new Situation(threat, failures, sameWay, inside, second, otherDoor);
                                situations.putIfAbsent(fitting.apply(situation), situation);
                            }
                        }
                    }
                }
            }
        }
        return situations;
    }

    private <T> Stream<T> asked(Function<PolicyState, @Nullable T> part) {
        return asked.stream().map(part).filter(Objects::nonNull).distinct();
    }

    private List<ThreatLevel> threats() {
        boolean any = asked.stream().anyMatch(state -> !state.threats().isEmpty());
        return any ? List.of(ThreatLevel.values()) : List.of(ThreatLevel.NORMAL);
    }

    private List<List<Failures>> failures() {
        List<Failures> some = asked(PolicyState::failures)
                .sorted(Comparator.comparingInt(Failures::minutes))
                .toList();
        return combinations(some, MOST_COMBINED);
    }

    /** Every choice of some; of more than the most none, each one, each two, all but one, and all. */
    static <T> List<List<T>> combinations(List<T> some, int most) {
        Set<BitSet> choices = new LinkedHashSet<>();
        if (some.size() <= most) {
            for (int which = 0; which < 1 << some.size(); which++) {
                choices.add(BitSet.valueOf(new long[] {which}));
            }
        } else {
            BitSet all = new BitSet();
            all.set(0, some.size());
            choices.addAll(List.of(new BitSet(), all));
            for (int one = 0; one < some.size(); one++) {
                BitSet others = (BitSet) all.clone();
                others.clear(one);
                choices.add(others);
                for (int other = one; other < some.size(); other++) {
                    BitSet both = new BitSet();
                    both.set(one);
                    both.set(other);
                    choices.add(both);
                }
            }
        }
        return choices.stream()
                .map(which -> which.stream().<T>mapToObj(some::get).toList())
                .toList();
    }

    /** Not at all, just within each time that is asked for, and longer ago than any of them. */
    private List<@Nullable Integer> sameWay() {
        Set<Integer> minutes = new TreeSet<>();
        asked(PolicyState::passback)
                .map(Passback::minutes)
                .filter(Objects::nonNull)
                .forEach(minutes::add);
        List<@Nullable Integer> all = new ArrayList<>();
        all.add(null);
        if (asked(PolicyState::passback).findAny().isPresent()) {
            all.addAll(minutes);
            all.add(Passback.LONGEST + 1);
        }
        return all;
    }

    /** Each number that is asked for and the one below it, of each profile that is named and of none. */
    private List<Map<String, Integer>> inside() {
        List<Inside> some = asked(PolicyState::inside).toList();
        Set<Integer> counts = new TreeSet<>(Set.of(0));
        Set<String> profiles = new TreeSet<>(Set.of(""));
        for (Inside one : some) {
            profiles.addAll(one.profiles());
            Stream.of(one.atLeast(), one.fewerThan()).filter(Objects::nonNull).forEach(count -> {
                counts.add(count);
                counts.add(count - 1);
            });
        }
        List<Map<String, Integer>> all = new ArrayList<>(List.of(Map.of()));
        if (some.isEmpty()) {
            return all;
        }
        boolean everyMixture = profiles.size() <= MOST_COMBINED && counts.size() <= MOST_COMBINED;
        for (String profile : profiles) {
            for (Map<String, Integer> before : List.copyOf(everyMixture ? all : all.subList(0, 1))) {
                for (int count : counts) {
                    if (count > 0) {
                        Map<String, Integer> more = new HashMap<>(before);
                        more.put(profile, count);
                        all.add(more);
                    }
                }
            }
        }
        return all;
    }

    private List<Set<Whose>> second() {
        return combinations(
                        asked(PolicyState::second)
                                .map(PolicyState.Second::whose)
                                .distinct()
                                .toList(),
                        MOST_COMBINED)
                .stream()
                .map(some -> some.isEmpty() ? EnumSet.noneOf(Whose.class) : EnumSet.copyOf(some))
                .map(some -> (Set<Whose>) some)
                .toList();
    }

    private boolean[] otherDoor() {
        return asked(PolicyState::interlock).findAny().isPresent()
                ? new boolean[] {false, true}
                : new boolean[] {false};
    }
}
