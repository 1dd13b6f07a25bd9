package dev.lintel.ui.rulebook;

import com.ibm.icu.text.ListFormatter;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.rulebook.Situation;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Says what is going on at a door, as far as a policy asks it or a scenario tells it. */
final class StatePhrases {
    private final Messages messages;
    private final Locale locale;
    private final PolicyNames names;

    StatePhrases(Messages messages, Locale locale, PolicyNames names) {
        this.messages = messages;
        this.locale = locale;
        this.names = names;
    }

    /** What must be so. */
    List<String> of(PolicyState state) {
        List<String> parts = new ArrayList<>();
        threats(parts, state.threats());
        Stream.ofNullable(state.failures()).forEach(failed -> parts.add(failures(failed)));
        Passback again = state.passback();
        if (again != null) {
            parts.add(say("passback", Map.of("minutes", Objects.requireNonNullElse(again.minutes(), 0))));
        }
        Inside inside = state.inside();
        if (inside != null) {
            parts.add(inside(inside));
        }
        PolicyState.Second second = state.second();
        if (second != null) {
            parts.add(say("unlessSecond", Map.of("whose", second.whose().name(), "seconds", second.seconds())));
        }
        PolicyState.Interlock interlock = state.interlock();
        if (interlock != null) {
            parts.add(say("interlock", Map.of("seconds", interlock.seconds())));
        }
        return parts;
    }

    /** What is so. */
    List<String> of(Situation situation) {
        List<String> parts = new ArrayList<>();
        if (situation.threat() != ThreatLevel.NORMAL) {
            threats(parts, List.of(situation.threat()));
        }
        situation.failures().forEach(failed -> parts.add(failures(failed)));
        Integer sameWay = situation.sameWay();
        if (sameWay != null) {
            parts.add(say("sameWay", Map.of("minutes", sameWay)));
        }
        situation.inside().forEach((profile, count) -> {
            if (count > 0) {
                parts.add(say(
                        "withInside",
                        Map.of(
                                "count", count,
                                "named", profile.isEmpty() ? "no" : "yes",
                                "name", profile.isEmpty() ? "" : profile(profile))));
            }
        });
        for (Whose whose : situation.second()) {
            parts.add(say("afterSecond", Map.of("whose", whose.name())));
        }
        if (situation.otherDoor()) {
            parts.add(say("afterOtherDoor", Map.of()));
        }
        return parts;
    }

    private void threats(List<String> parts, Collection<ThreatLevel> levels) {
        if (!levels.isEmpty()) {
            Stream<String> named = levels.stream()
                    .sorted()
                    .map(level -> quoted(messages.say(locale, Messages.keyOf(level), Map.of())));
            parts.add(say("threats", Map.of("names", or(named))));
        }
    }

    private String failures(Failures failed) {
        return say("failures", Map.of("count", failed.count(), "minutes", failed.minutes()));
    }

    private String inside(Inside inside) {
        Integer atLeast = inside.atLeast();
        int count = Objects.requireNonNullElse(atLeast == null ? inside.fewerThan() : atLeast, 0);
        String bound = atLeast != null ? "AT_LEAST" : count == 1 ? "NOBODY" : "FEWER_THAN";
        return say(
                "whileInside",
                Map.of(
                        "bound",
                        bound,
                        "count",
                        count,
                        "named",
                        inside.profiles().isEmpty() ? "no" : "yes",
                        "names",
                        inside.profiles().isEmpty()
                                ? ""
                                : or(inside.profiles().stream().sorted().map(this::profile))));
    }

    private String profile(String id) {
        String known = names.profile(id);
        return quoted(known == null ? id : known);
    }

    private String or(Stream<String> items) {
        return ListFormatter.getInstance(
                        Language.nearest(locale).formats(), ListFormatter.Type.OR, ListFormatter.Width.WIDE)
                .format(items.toList());
    }

    private String quoted(String name) {
        return messages.say(locale, "phrase.quoted", Map.of("name", name));
    }

    private String say(String phrase, Map<String, ?> arguments) {
        return messages.say(locale, "rulebook.say." + phrase, arguments);
    }
}
