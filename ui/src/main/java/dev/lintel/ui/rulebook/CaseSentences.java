package dev.lintel.ui.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.CaseTraits;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.RequestCase;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.rulebook.Situation;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says a request, and what is expected of it, as a person would: "a courier with an access code at “Garage” on Sunday…". */
final class CaseSentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Messages messages;
    private final Locale locale;
    private final PolicyNames names;
    private final PolicySentences policies;
    private final StatePhrases states;
    private final OutcomeSentences outcomes;
    private final ZoneId zone;

    CaseSentences(Messages messages, Locale locale, PolicyNames names, PolicySentences policies, ZoneId zone) {
        this.messages = messages;
        this.locale = Language.nearest(locale).locale();
        this.names = names;
        this.policies = policies;
        this.states = new StatePhrases(messages, this.locale, names);
        this.outcomes = new OutcomeSentences(messages, locale, names, policies);
        this.zone = zone;
    }

    /** Without what comes of it. */
    String request(RequestCase told) {
        String device = told.device().isEmpty() ? "" : names.device(told.device());
        return request(
                told.kind(),
                told.identifier(),
                told.profile() == null ? null : names.profile(told.profile()),
                told.groups().isEmpty() ? null : names.group(told.groups().getFirst()),
                device,
                told.accessPoint(),
                told.at(),
                told.holiday(),
                told.allowed(),
                told.traits(),
                told.situation());
    }

    String scenario(Scenario scenario) {
        return scenario.asked() != null ? outcomes.scenario(scenario.asked()) : ofRequest(scenario);
    }

    /** What a table about something else than doors says. */
    String outcome(Outcome said) {
        return outcomes.then(said);
    }

    private String ofRequest(Scenario scenario) {
        RequestCase told = scenario.told();
        AccessFacts recorded = scenario.recorded();
        String request = told != null ? request(told) : recorded == null ? "" : recorded(recorded);
        return say("scenario", Map.of("request", request, "expected", String.valueOf(scenario.expected())));
    }

    String invariant(Invariant invariant) {
        return say(
                "invariant",
                Map.of(
                        "kind", invariant.kind().name(),
                        "who", policies.who(invariant.holders()),
                        "where", policies.before(invariant.times(), policies.where(invariant.doors())),
                        "when", policies.when(invariant.times())));
    }

    private String recorded(AccessFacts facts) {
        IdentifierFact identifier = facts.identifier();
        DeviceFact device = facts.device();
        return request(
                identifier == null ? HolderKind.RESIDENT : HolderKind.of(identifier),
                facts.type(),
                null,
                null,
                device == null ? null : names.device(device.id()),
                facts.accessPoint(),
                LocalDateTime.ofInstant(facts.at(), zone),
                facts.clock() != null && facts.clock().holiday(),
                true,
                CaseTraits.PLAIN,
                Situation.CALM);
    }

    private String request(
            HolderKind kind,
            IdentifierType type,
            @Nullable String profile,
            @Nullable String group,
            @Nullable String device,
            @Nullable String direction,
            LocalDateTime at,
            boolean holiday,
            boolean allowed,
            CaseTraits traits,
            Situation situation) {
        List<String> parts = new ArrayList<>();
        parts.add(say("one", Map.of("which", kind.name())));
        if (profile != null) {
            parts.add(say("oneOfProfile", Map.of("name", quoted(profile))));
        }
        if (group != null) {
            parts.add(say("ofGroups", Map.of("count", 1, "names", quoted(group))));
        }
        parts.add(say("by", Map.of("names", say("identifier", Map.of("which", type.name())))));
        traits(parts, traits);
        parts.add(at(device));
        if (direction != null) {
            parts.add(say("direction", Map.of("point", quoted(direction))));
        }
        String moment = say(
                "moment",
                Map.of(
                        "weekday", at.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                        "date", new Moments(messages, locale, ZoneOffset.UTC).date(at.toLocalDate()),
                        "time", TIME.format(at),
                        "holiday", holiday ? "yes" : "no"));
        String when = allowed ? moment : moment + " " + say("withoutRight", Map.of());
        List<String> going = new ArrayList<>();
        going.add(say("atMoment", Map.of("request", String.join(" ", parts), "moment", when)));
        Set<String> open = traits.open();
        if (open != null) {
            List<String> named = open.stream()
                    .map(names::schedule)
                    .map(name -> name == null ? "?" : quoted(name))
                    .sorted()
                    .toList();
            going.add(say("whileOpen", Map.of("count", named.size(), "names", String.join(", ", named))));
        }
        going.addAll(states.of(situation));
        return String.join(", ", going);
    }

    /** @param device null when there is none any more, empty when none is chosen yet */
    private String at(@Nullable String device) {
        if (device == null) {
            return say("atGone", Map.of());
        }
        return device.isEmpty()
                ? say("atNoneYet", Map.of())
                : say("atDevices", Map.of("count", 1, "names", quoted(device)));
    }

    private void traits(List<String> parts, CaseTraits traits) {
        if (traits.marker() != null) {
            String marker = names.marker(traits.marker());
            parts.add(say("isMarked", Map.of("name", marker == null ? "?" : quoted(marker))));
        }
        if (traits.family()) {
            parts.add(say("isFamily", Map.of()));
        }
        if (traits.age() > 0) {
            parts.add(say("isOld", Map.of("days", traits.age())));
        }
        if (traits.unused() != null && traits.unused() > 0) {
            parts.add(say("isUnused", Map.of("days", traits.unused())));
        }
    }

    private String quoted(String name) {
        return messages.say(locale, "phrase.quoted", Map.of("name", name));
    }

    private String say(String phrase, Map<String, ?> arguments) {
        return messages.say(locale, "rulebook.say." + phrase, arguments);
    }
}
