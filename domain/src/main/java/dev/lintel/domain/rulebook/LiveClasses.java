package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.Way;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Interlock;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import java.time.Instant;
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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that may be going on at a door, as far as some rules can tell. What is asked of the one knows nothing of what is
 * asked of the other, so each is looked at by itself before all that is different goes together.
 */
final class LiveClasses {
    /** Of more conditions than this not every choice is looked at, but all that can matter, see {@link #combinations}. */
    private static final int MOST_COMBINED = 4;

    /** More numbers of people than this are not looked at in every mixture of profiles, but each profile alone. */
    private static final int MOST_MIXTURES = 50_000;

    private final List<PolicyState> asked;
    private final int together;

    /** @param together of how many conditions at once it may depend what is decided, see {@link #combinations} */
    LiveClasses(List<Policy> rules, int together) {
        this.asked = rules.stream().map(rule -> rule.times().state()).toList();
        this.together = together;
    }

    /** One situation for all that no rule can tell apart, by the numbers of the rules that hold in it; the calm one first. */
    Map<BitSet, Situation> situations(Instant now) {
        BitSet all = new BitSet(asked.size());
        all.set(0, asked.size());
        Map<BitSet, Situation> found = Map.of(all, Situation.CALM);
        found = with(found, now, state -> new PolicyState(state.threats(), null), threats(), Situation::with);
        found = with(
                found, now, state -> new PolicyState(Set.of(), state.failures()), failures(), Situation::withFailures);
        found = with(
                found, now, state -> passes(state.passback(), null, null, null), sameWay(), Situation::withSameWay);
        found = with(found, now, state -> passes(null, state.inside(), null, null), inside(), Situation::withInside);
        found = with(found, now, state -> passes(null, null, state.second(), null), second(), Situation::withSecond);
        return with(
                found,
                now,
                state -> passes(null, null, null, state.interlock()),
                otherDoor(),
                Situation::withOtherDoor);
    }

    private static PolicyState passes(
            @Nullable Passback passback,
            @Nullable Inside inside,
            @Nullable Second second,
            @Nullable Interlock interlock) {
        return new PolicyState(Set.of(), null, passback, inside, second, interlock);
    }

    /**
     * The same in all that may be so in one respect besides.
     *
     * @param part what rules ask in that respect
     */
    private <T extends @Nullable Object> Map<BitSet, Situation> with(
            Map<BitSet, Situation> before,
            Instant now,
            UnaryOperator<PolicyState> part,
            List<T> choices,
            BiFunction<Situation, T, Situation> with) {
        List<PolicyState> parts = asked.stream().map(part).toList();
        Map<BitSet, T> different = new LinkedHashMap<>();
        for (T choice : choices) {
            // whoever goes a way that is known; of the others RequestClasses knows
            LiveFact live = with.apply(Situation.CALM, choice).live(now, Way.IN);
            BitSet fitting = new BitSet(parts.size());
            for (int rule = 0; rule < parts.size(); rule++) {
                fitting.set(rule, parts.get(rule).fit(live, now, Way.IN));
            }
            different.putIfAbsent(fitting, choice);
        }
        return both(before, different, with);
    }

    /** Of two things that know nothing of each other: the rules that hold in the one and in the other. */
    static <S, T extends @Nullable Object> Map<BitSet, S> both(
            Map<BitSet, S> some, Map<BitSet, T> others, BiFunction<S, T, S> join) {
        Map<BitSet, S> all = new LinkedHashMap<>();
        some.forEach((here, one) -> others.forEach((there, other) -> {
            all.computeIfAbsent(and(here, there), any -> join.apply(one, other));
        }));
        return all;
    }

    /** The rules that are in both sets. */
    static BitSet and(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
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
        return combinations(some, MOST_COMBINED, together);
    }

    /**
     * Every choice of some conditions, of which rules ask that they be so and none that they be not; of more than the most
     * those that can matter: every choice of so many, all but one, and all. Where something happens in whatever choice, it
     * happens in the smaller one of what it depends on as well: the condition of the policy or row that decides, and in each
     * table the one of the row that counts instead of one further down; for a contradiction of two, both.
     *
     * @param together how many that is at most, see {@link #together}
     */
    static <T> List<List<T>> combinations(List<T> some, int most, int together) {
        Set<BitSet> choices = new LinkedHashSet<>();
        if (some.size() <= most) {
            for (int which = 0; which < 1 << some.size(); which++) {
                choices.add(BitSet.valueOf(new long[] {which}));
            }
        } else {
            choose(new BitSet(), 0, some.size(), together, choices);
            BitSet all = new BitSet();
            all.set(0, some.size());
            for (int one = 0; one < some.size(); one++) {
                BitSet others = (BitSet) all.clone();
                others.clear(one);
                choices.add(others);
            }
            choices.add(all);
        }
        return choices.stream()
                .map(which -> which.stream().<T>mapToObj(some::get).toList())
                .toList();
    }

    private static void choose(BitSet chosen, int from, int until, int most, Set<BitSet> choices) {
        choices.add((BitSet) chosen.clone());
        for (int one = from; one < until && most > 0; one++) {
            chosen.set(one);
            choose(chosen, one + 1, until, most - 1, choices);
            chosen.clear(one);
        }
    }

    /** How many conditions what some rules decide can depend on at once: two, and one of each table. */
    static int together(int tables) {
        return 2 + tables;
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
        boolean everyMixture = Math.pow(counts.size(), profiles.size()) <= MOST_MIXTURES;
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
                        Whose.values().length,
                        together)
                .stream()
                .map(some -> some.isEmpty() ? EnumSet.noneOf(Whose.class) : EnumSet.copyOf(some))
                .map(some -> (Set<Whose>) some)
                .toList();
    }

    private List<Boolean> otherDoor() {
        return asked(PolicyState::interlock).findAny().isPresent() ? List.of(false, true) : List.of(false);
    }
}
