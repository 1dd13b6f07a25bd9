package dev.lintel.ui.rulebook;

import com.ibm.icu.text.ListFormatter;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says a policy as a person would: "Denies couriers at doors of floors within “Building 1” from 22:00 to 08:00 …". */
final class PolicySentences {
    /** Of more than these, one only reads how many more they are, unless it is asked for all. */
    private static final int MOST_NAMED = 5;

    private final Messages messages;
    private final Locale locale;
    private final PolicyNames names;
    private final TimePhrases times;
    private final StatePhrases states;

    PolicySentences(Messages messages, Locale locale, PolicyNames names) {
        this.messages = messages;
        this.locale = Language.nearest(locale).locale();
        this.names = names;
        this.times = new TimePhrases(messages, this.locale);
        this.states = new StatePhrases(messages, this.locale, names);
    }

    String sentence(Policy policy) {
        return sentence(policy, MOST_NAMED);
    }

    /** With every name, for whoever has to see what is changed. */
    String whole(Policy policy) {
        return sentence(policy, Integer.MAX_VALUE);
    }

    private String sentence(Policy policy, int most) {
        PolicyTimes when = timesBesideSecond(policy);
        Map<String, Object> parts = new HashMap<>(Map.of(
                "effect", policy.effect().name(),
                "who", who(policy.holders(), most),
                "where", before(when, where(policy.doors(), most)),
                "when", times.of(when, situation(when, most))));
        PolicyState.Second second = policy.times().state().second();
        if (!policy.asksForSecond() || second == null) {
            return say("sentence", parts);
        }
        parts.put("whose", second.whose().name());
        parts.put("seconds", second.seconds());
        return say("asksForSecond", parts);
    }

    /** That a second credential is asked for is what such a policy does, and not when it does it. */
    private static PolicyTimes timesBesideSecond(Policy policy) {
        PolicyTimes times = policy.times();
        return policy.asksForSecond() ? times.in(times.state().with(null)) : times;
    }

    /** The doors, before what is said of when: some languages set apart what begins like "while". */
    String before(PolicyTimes policyTimes, String where) {
        PolicyState state = policyTimes.state();
        boolean clause = !policyTimes.schedules().isEmpty()
                || !state.threats().isEmpty()
                || state.failures() == null
                        && (state.passback() != null || state.inside() != null || state.second() != null);
        return clause && !policyTimes.askTheClock() ? say("beforeClause", Map.of("where", where)) : where;
    }

    String who(PolicyHolders holders) {
        return who(holders, MOST_NAMED);
    }

    String where(PolicyDoors doors) {
        return where(doors, MOST_NAMED);
    }

    String when(Policy policy) {
        return when(timesBesideSecond(policy));
    }

    String when(PolicyTimes policyTimes) {
        return times.of(policyTimes, situation(policyTimes, MOST_NAMED));
    }

    private String who(PolicyHolders holders, int most) {
        List<String> parts = new ArrayList<>();
        parts.add(
                holders.kinds().isEmpty()
                        ? say("everybody", Map.of())
                        : list(ListFormatter.Type.AND, constants("kind", holders.kinds())));
        List<String> profiles = holders.profiles().stream().sorted().toList();
        named(parts, "profiles", profiles, most, names::profile);
        if (!holders.groupTypes().isEmpty()) {
            parts.add(say("ofGroupTypes", Map.of("names", or(constants("groupKind", holders.groupTypes())))));
        }
        named(parts, holders.groupTypes().isEmpty() ? "ofGroups" : "within", holders.groups(), most, names::group);
        named(parts, "marked", holders.markers(), most, names::marker);
        if (holders.family().size() == 1) {
            parts.add(say(
                    "family", Map.of("role", holders.family().iterator().next().name())));
        }
        if (!holders.identifiers().isEmpty()) {
            parts.add(say("by", Map.of("names", or(constants("identifier", holders.identifiers())))));
        }
        Integer older = holders.olderThan();
        Integer unused = holders.unusedFor();
        if (older != null || unused != null) {
            parts.add(say(
                    "past",
                    Map.of(
                            "kind", older == null ? "UNUSED" : unused == null ? "OLD" : "BOTH",
                            "older", older == null ? 0 : older,
                            "unused", unused == null ? 0 : unused)));
        }
        return String.join(" ", parts);
    }

    private List<String> situation(PolicyTimes when, int most) {
        List<String> parts = new ArrayList<>();
        named(parts, "schedules", when.schedules(), most, names::schedule);
        parts.addAll(states.of(when.state()));
        return parts;
    }

    private String where(PolicyDoors doors, int most) {
        List<String> parts = new ArrayList<>();
        boolean nothingElse = doors.groups().isEmpty()
                && doors.groupTypes().isEmpty()
                && doors.deviceTypes().isEmpty()
                && doors.tags().isEmpty();
        boolean devicesAlone = nothingElse && !doors.devices().isEmpty();
        if (!doors.deviceTypes().isEmpty()) {
            parts.add(say("atTypes", Map.of("names", or(constants("device", doors.deviceTypes())))));
        } else if (!devicesAlone) {
            parts.add(say(nothingElse ? "atEveryDoor" : "atDoors", Map.of()));
        }
        if (!doors.groupTypes().isEmpty()) {
            parts.add(say("ofTypes", Map.of("names", or(constants("group", doors.groupTypes())))));
        }
        named(parts, "tagged", doors.tags().stream().sorted().toList(), most, tag -> tag);
        named(parts, "within", doors.groups(), most, names::group);
        named(parts, devicesAlone ? "atDevices" : "onlyDevices", doors.devices(), most, names::device);
        if (doors.accessPoint() != null) {
            parts.add(say("direction", Map.of("point", quoted(doors.accessPoint()))));
        }
        if (doors.sparesWayOut()) {
            parts.add(say("sparesWayOut", Map.of()));
        }
        return String.join(" ", parts);
    }

    private void named(
            List<String> parts, String phrase, List<String> ids, int most, Function<String, @Nullable String> name) {
        if (ids.isEmpty()) {
            return;
        }
        List<String> known = new ArrayList<>();
        boolean gone = false;
        for (String id : ids) {
            String found = name.apply(id);
            gone |= found == null;
            if (found != null) {
                known.add(quoted(found));
            }
        }
        List<String> shown = new ArrayList<>(known.subList(0, Math.min(most, known.size())));
        if (known.size() > shown.size()) {
            shown.add(messages.say(locale, "phrase.more", Map.of("count", known.size() - shown.size())));
        }
        if (gone) {
            shown.add(say("gone", Map.of("what", phrase)));
        }
        parts.add(say(phrase, Map.of("count", ids.size(), "names", or(shown.stream()))));
    }

    private Stream<String> constants(String phrase, Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .map(constant -> say(phrase, Map.of("which", constant.name())));
    }

    private String quoted(String name) {
        return messages.say(locale, "phrase.quoted", Map.of("name", name));
    }

    private String or(Stream<String> items) {
        return list(ListFormatter.Type.OR, items);
    }

    private String list(ListFormatter.Type type, Stream<String> items) {
        return ListFormatter.getInstance(Language.nearest(locale).formats(), type, ListFormatter.Width.WIDE)
                .format(items.toList());
    }

    private String say(String phrase, Map<String, ?> arguments) {
        return messages.say(locale, "rulebook.say." + phrase, arguments);
    }
}
