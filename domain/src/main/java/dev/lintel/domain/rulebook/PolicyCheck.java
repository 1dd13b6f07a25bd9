package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.device.DeviceTag;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Interlock;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a policy and the parts that others share with it. */
final class PolicyCheck {
    /** More groups, devices or profiles than this belong into a group of their own. */
    static final int MOST_NAMED = 200;

    private static final int LONGEST_WORD = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> LANGUAGES = Set.of("en", "ru", "uk");

    private final SiteSnapshot site;
    private final Map<String, String> markers;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /** @param markers names of those of the project by their ids */
    PolicyCheck(SiteSnapshot site, Map<String, String> markers) {
        this.site = site;
        this.markers = markers;
    }

    List<Problem> problems() {
        return problems;
    }

    /** One that stands alone. */
    void policy(String at, Policy policy) {
        name(at, policy.name());
        if (policy.effect() == PolicyEffect.LEAVE) {
            wrong(at + "effect", Reason.ONLY_IN_TABLES, "");
        }
        row(at, policy);
        if (locksEverybodyOut(policy)) {
            wrong(at + "effect", Reason.LOCKS_EVERYBODY_OUT, "");
        }
    }

    /** No other policy, table or invariant has it, and no other scenario. */
    void name(String at, String name) {
        if (name.isBlank()) {
            wrong(at + "name", Reason.MISSING, "");
        } else if (!names.add(name.toLowerCase(Locale.ROOT))) {
            wrong(at + "name", Reason.TAKEN, name);
        }
        text(at + "name", name, Policy.LONGEST_NAME);
    }

    void id(String at, String id) {
        if (!ID.matcher(id).matches()) {
            wrong(at + "id", Reason.MISSING, "");
        } else if (!ids.add(id)) {
            wrong(at + "id", Reason.TAKEN, id);
        }
    }

    static boolean locksEverybodyOut(Policy policy) {
        return policy.effect() == PolicyEffect.DENY
                && policy.holders().isEverybody()
                && policy.doors().isEvery()
                && policy.times().isAlways();
    }

    /** What a row of a table has in common with a policy that stands alone: all but the name. */
    void row(String at, Policy policy) {
        id(at, policy.id());
        Set<ThreatLevel> threats = policy.times().state().threats();
        if (policy.effect() == PolicyEffect.EGRESS && (threats.isEmpty() || threats.contains(ThreatLevel.NORMAL))) {
            wrong(at + "times.state.threats", Reason.EGRESS_WITHOUT_DANGER, "");
        }
        if (policy.priority() < 0 || policy.priority() > Policy.HIGHEST_PRIORITY) {
            wrong(at + "priority", Reason.OUT_OF_RANGE, "0 to " + Policy.HIGHEST_PRIORITY);
        }
        policy.reasons().forEach((language, reason) -> {
            if (!LANGUAGES.contains(language)) {
                wrong(at + "reasons", Reason.UNKNOWN, language);
            }
            text(at + "reasons." + language, reason, Policy.LONGEST_REASON);
        });
        parts(at, policy.holders(), policy.doors(), policy.times());
    }

    void parts(String at, PolicyHolders holders, PolicyDoors doors, PolicyTimes times) {
        holders(at + "holders.", holders);
        doors(at + "doors.", doors);
        times(at + "times.", times);
    }

    private void holders(String at, PolicyHolders holders) {
        named(at + "groups", holders.groups(), id -> site.group(id) != null);
        named(at + "profiles", holders.profiles(), name -> !name.isBlank());
        holders.profiles().forEach(profile -> text(at + "profiles", profile, LONGEST_WORD));
        named(at + "markers", holders.markers(), markers::containsKey);
        days(at + "olderThan", holders.olderThan());
        days(at + "unusedFor", holders.unusedFor());
    }

    private void days(String field, @Nullable Integer days) {
        if (days != null && (days < 1 || days > PolicyHolders.MOST_DAYS)) {
            wrong(field, Reason.DAYS_OUT_OF_RANGE, "1 to " + PolicyHolders.MOST_DAYS);
        }
    }

    private void doors(String at, PolicyDoors doors) {
        named(at + "groups", doors.groups(), id -> site.group(id) != null);
        named(at + "devices", doors.devices(), id -> site.device(id) != null);
        if (doors.tags().size() > MOST_NAMED) {
            wrong(at + "tags", Reason.TOO_MANY, Integer.toString(MOST_NAMED));
        }
        doors.tags().stream()
                .filter(tag -> !DeviceTag.cleaned(Set.of(tag)).equals(List.of(tag)) || !DeviceTag.isTag(tag))
                .findFirst()
                .ifPresent(tag -> wrong(at + "tags", Reason.NO_TAG, tag));
        if (doors.accessPoint() != null) {
            text(at + "accessPoint", doors.accessPoint(), LONGEST_WORD);
            if (doors.accessPoint().isBlank()) {
                wrong(at + "accessPoint", Reason.MISSING, "");
            }
        }
    }

    private void times(String at, PolicyTimes times) {
        failures(at + "state.failures.", times.state().failures());
        passes(at + "state.", times.state());
        named(at + "schedules", times.schedules(), id -> site.schedule(id) != null);
        if ((times.from() == null) != (times.to() == null)
                || times.from() != null && times.from().equals(times.to())) {
            wrong(at + "to", Reason.NO_HOURS, "");
        }
        if (times.since() != null && times.until() != null && times.until().isBefore(times.since())) {
            wrong(at + "until", Reason.BEFORE_SINCE, times.until().toString());
        }
    }

    private void failures(String at, PolicyState.@Nullable Failures failures) {
        if (failures == null) {
            return;
        }
        if (failures.count() < 1 || failures.count() > Failures.MOST) {
            wrong(at + "count", Reason.FAILURES_OUT_OF_RANGE, "1 to " + Failures.MOST);
        }
        if (failures.minutes() < 1 || failures.minutes() > Failures.LONGEST) {
            wrong(at + "minutes", Reason.FAILURES_OUT_OF_RANGE, "1 to " + Failures.LONGEST);
        }
    }

    void traits(String at, CaseTraits traits) {
        named(at + "marker", traits.marker() == null ? List.of() : List.of(traits.marker()), markers::containsKey);
        daysAgo(at + "age", traits.age());
        daysAgo(at + "unused", traits.unused());
        named(at + "open", traits.open() == null ? Set.of() : traits.open(), id -> site.schedule(id) != null);
    }

    private void daysAgo(String field, @Nullable Integer days) {
        if (days != null && days != 0) {
            days(field, days);
        }
    }

    void situation(String at, Situation situation) {
        situation.failures().stream().limit(MOST_NAMED).forEach(one -> failures(at + "failures.", one));
        if (situation.failures().size() > MOST_NAMED) {
            wrong(at + "failures", Reason.TOO_MANY, Integer.toString(MOST_NAMED));
        }
        Integer minutes = situation.sameWay();
        // one minute more than any policy can ask stands for longer ago
        if (minutes != null && (minutes < 1 || minutes > Passback.LONGEST + 1)) {
            wrong(at + "sameWay", Reason.MINUTES_OUT_OF_RANGE, "");
        }
        named(at + "inside", situation.inside().keySet(), profile -> true);
        situation.inside().forEach((profile, count) -> {
            text(at + "inside", profile, LONGEST_WORD);
            if (count < 0 || count > Inside.MOST) {
                wrong(at + "inside", Reason.COUNT_OUT_OF_RANGE, "");
            }
        });
    }

    private void passes(String at, PolicyState state) {
        Passback passback = state.passback();
        Integer minutes = passback == null ? null : passback.minutes();
        if (minutes != null && (minutes < 1 || minutes > Passback.LONGEST)) {
            wrong(at + "passback.minutes", Reason.MINUTES_OUT_OF_RANGE, "");
        }
        Second second = state.second();
        if (second != null && (second.seconds() < 1 || second.seconds() > Second.LONGEST)) {
            wrong(at + "second.seconds", Reason.SECONDS_OUT_OF_RANGE, "");
        }
        Interlock interlock = state.interlock();
        if (interlock != null && (interlock.seconds() < 1 || interlock.seconds() > Interlock.LONGEST)) {
            wrong(at + "interlock.seconds", Reason.SECONDS_OUT_OF_RANGE, "");
        }
        Inside inside = state.inside();
        if (inside != null) {
            inside(at + "inside.", inside);
        }
    }

    private void inside(String at, Inside inside) {
        named(at + "profiles", inside.profiles(), name -> !name.isBlank());
        inside.profiles().forEach(profile -> text(at + "profiles", profile, LONGEST_WORD));
        Integer count = inside.atLeast() == null ? inside.fewerThan() : inside.atLeast();
        boolean both = inside.atLeast() != null && inside.fewerThan() != null;
        if (both || count == null || count < 1 || count > Inside.MOST) {
            wrong(at + (inside.atLeast() == null ? "fewerThan" : "atLeast"), Reason.COUNT_OUT_OF_RANGE, "");
        }
    }

    void named(String field, Collection<String> named, Predicate<String> isKnown) {
        if (named.size() > MOST_NAMED) {
            wrong(field, Reason.TOO_MANY, Integer.toString(MOST_NAMED));
        }
        named.stream().filter(isKnown.negate()).findFirst().ifPresent(id -> wrong(field, Reason.UNKNOWN, id));
    }

    void text(String field, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            wrong(field, Reason.TOO_LONG, Integer.toString(longest));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            wrong(field, Reason.UNPRINTABLE, "");
        }
    }

    void wrong(String field, Reason reason, String value) {
        problems.add(new Problem(field, reason, value));
    }
}
