package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeCase;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.OutcomeTopics;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.device.EventWords;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says tables about something else than doors as a person would. */
final class OutcomeSentences {
    static final Set<HolderKind> VISITORS = Set.of(HolderKind.GUEST, HolderKind.COURIER);

    private final Messages messages;
    private final Locale locale;
    private final PolicyNames names;
    private final PolicySentences policies;

    OutcomeSentences(Messages messages, Locale locale, PolicyNames names, PolicySentences policies) {
        this.messages = messages;
        this.locale = Language.nearest(locale).locale();
        this.names = names;
        this.policies = policies;
    }

    /** Keys of the titles of its columns, and what stands in them. */
    static List<String> columns(OutcomeKind kind) {
        return switch (kind) {
            case GUEST_LIMITS -> List.of("host", "pass", "limits");
            case NOTIFICATION_IMPORTANCE -> List.of("what", "toWhom", "where", "when", "then");
            case EVENT_PRIORITY -> List.of("what", "where", "when", "then");
        };
    }

    /** What stands in the columns of a row. */
    List<String> cells(OutcomeKind kind, OutcomeRow row) {
        return switch (kind) {
            case GUEST_LIMITS -> List.of(host(row.holders()), pass(row.holders()), then(row.outcome()));
            case NOTIFICATION_IMPORTANCE ->
                List.of(
                        topics(kind, row.topics()),
                        row.holders().isEverybody() ? say("whoever", Map.of()) : host(row.holders()),
                        where(row.doors()),
                        policies.when(row.times()),
                        then(row.outcome()));
            case EVENT_PRIORITY ->
                List.of(
                        topics(kind, row.topics()),
                        where(row.doors()),
                        policies.when(row.times()),
                        then(row.outcome()));
        };
    }

    /** As a grid shows it. */
    TableCard.Shown shown(OutcomeTable table) {
        List<List<Component>> rows = new ArrayList<>();
        for (OutcomeRow row : table.rows()) {
            List<Component> cells = new ArrayList<>();
            cells(table.kind(), row).forEach(cell -> cells.add(new Span(cell)));
            rows.add(cells);
        }
        String about = messages.say(locale, "rulebook.outcome.about." + table.kind(), Map.of());
        return new TableCard.Shown(table.id(), table.name(), about, columns(table.kind()), rows);
    }

    /** A row on one line. */
    String line(OutcomeTable table, int row) {
        return (row + 1) + ". " + row(table.kind(), table.rows().get(row));
    }

    /** The same without its number. */
    String row(OutcomeKind kind, OutcomeRow row) {
        return String.join(" · ", cells(kind, row));
    }

    String then(Outcome outcome) {
        if (outcome.saysNothing()) {
            return say("nothing", Map.of());
        }
        List<String> said = new ArrayList<>();
        for (Enum<?> constant : Arrays.asList(outcome.importance(), outcome.priority(), outcome.category())) {
            if (constant != null) {
                said.add(messages.nameOf(locale, constant));
            }
        }
        said.add(limits(outcome));
        return String.join(
                " · ", said.stream().filter(words -> !words.isEmpty()).toList());
    }

    private String limits(Outcome outcome) {
        return say(
                        "limits",
                        Map.of(
                                "days", said(outcome.days()),
                                "passes", said(outcome.passes()),
                                "atOnce", said(outcome.atOnce())))
                .strip()
                .replaceAll(" {2,}", " ");
    }

    private String where(PolicyDoors doors) {
        return doors.isEvery() ? say("everywhere", Map.of()) : policies.where(doors);
    }

    private String topics(OutcomeKind kind, Set<String> topics) {
        return topics.isEmpty()
                ? say("everything", Map.of())
                : topics.stream().map(topic -> topic(kind, topic)).sorted().collect(Collectors.joining(", "));
    }

    /** What a row can be about, as people call it. */
    String topic(OutcomeKind kind, String topic) {
        if (topic.isEmpty()) {
            return say("unnamed", Map.of());
        }
        if (kind == OutcomeKind.EVENT_PRIORITY) {
            return EventWords.of(messages, locale, topic).orElseGet(() -> topic.replace('_', ' '));
        }
        if (topic.equals(OutcomeTopics.PASS)) {
            return say("anyPass", Map.of());
        }
        return WireName.parse(NotificationKind.class, topic)
                .map(one -> messages.nameOf(locale, one))
                .or(() -> WireName.parse(ReasonCode.class, topic)
                        .map(reason -> messages.getTranslation("rule.pass", locale, messages.nameOf(locale, reason))))
                .orElse(topic);
    }

    private static String said(@Nullable Integer limit) {
        return limit == null ? "none" : limit.toString();
    }

    private String host(PolicyHolders holders) {
        return policies.who(holders.ofPeople());
    }

    private String pass(PolicyHolders holders) {
        Set<HolderKind> kinds = holders.kinds().isEmpty() ? VISITORS : holders.kinds();
        return policies.who(new PolicyHolders(kinds, Set.of(), List.of(), holders.identifiers()));
    }

    /** A question with what the table must say. */
    String scenario(OutcomeCase told) {
        return say(
                "outcomeScenario",
                Map.of(
                        "table", messages.say(locale, "rulebook.outcome." + told.about(), Map.of()),
                        "question", question(told.about(), told.question()),
                        "outcome", then(told.expected())));
    }

    /** Something that a table can be asked. */
    String question(OutcomeKind about, OutcomeExample asked) {
        List<String> parts = new ArrayList<>();
        if (asked.topic() != null) {
            parts.add(asked(about, asked.topic()));
        }
        if (asked.kind() != null && asked.identifier() != null) {
            parts.add(say("one", Map.of("which", asked.kind().name())));
            String type = say("identifier", Map.of("which", asked.identifier().name()));
            parts.add(say("by", Map.of("names", type)));
        }
        if (asked.family() != null) {
            String whose = String.join(" ", whose(asked));
            parts.add(say(whose.isEmpty() ? "ofAnybody" : "ofSomebody", Map.of("who", whose)));
        }
        if (asked.device() != null) {
            parts.add(at(asked.device()));
        }
        LocalDateTime at = asked.at();
        if (at != null) {
            parts.add(moment(at, asked.holiday()));
        }
        String question = String.join(" ", parts);
        Set<String> open = asked.open();
        return open == null ? question : question + ", " + whileOpen(open);
    }

    private String moment(LocalDateTime at, boolean holiday) {
        return say(
                "moment",
                Map.of(
                        "weekday", at.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale),
                        "date", new Moments(messages, locale, ZoneOffset.UTC).date(at.toLocalDate()),
                        "time",
                                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                                        .format(at),
                        "holiday", holiday ? "yes" : "no"));
    }

    /** @param device empty when none is chosen yet */
    private String at(String device) {
        if (device.isEmpty()) {
            return say("atNoneYet", Map.of());
        }
        String name = names.device(device);
        return name == null ? say("atGone", Map.of()) : say("atDevices", Map.of("count", 1, "names", quoted(name)));
    }

    private String whileOpen(Set<String> open) {
        List<String> named = open.stream()
                .map(names::schedule)
                .map(name -> name == null ? "?" : quoted(name))
                .sorted()
                .toList();
        return say("whileOpen", Map.of("count", named.size(), "names", String.join(", ", named)));
    }

    /** In reports of before, passes have two words, and the reason says both. */
    private String asked(OutcomeKind about, String topics) {
        String[] words = topics.split(", ");
        String word = Arrays.stream(words)
                .filter(one -> !one.equals(OutcomeTopics.PASS))
                .findFirst()
                .orElse(words[0]);
        return topic(about, word);
    }

    private List<String> whose(OutcomeExample asked) {
        List<String> whose = new ArrayList<>();
        if (asked.profile() != null) {
            String known = names.profile(asked.profile());
            whose.add(say("oneOfProfile", Map.of("name", quoted(known == null ? asked.profile() : known))));
        }
        if (!asked.groups().isEmpty()) {
            String named =
                    asked.groups().stream().map(names::group).map(this::quoted).collect(Collectors.joining(", "));
            whose.add(say("ofGroups", Map.of("count", asked.groups().size(), "names", named)));
        }
        if (asked.marker() != null) {
            whose.add(say("marked", Map.of("count", 1, "names", quoted(names.marker(asked.marker())))));
        }
        if (asked.family() == FamilyRole.MEMBER) {
            whose.add(say("relative", Map.of()));
        }
        return whose;
    }

    private String quoted(@Nullable String name) {
        return messages.say(locale, "phrase.quoted", Map.of("name", name == null ? "?" : name));
    }

    private String say(String phrase, Map<String, ?> arguments) {
        return messages.say(locale, "rulebook.say." + phrase, arguments);
    }
}
