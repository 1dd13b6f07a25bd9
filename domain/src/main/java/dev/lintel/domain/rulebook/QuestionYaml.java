package dev.lintel.domain.rulebook;

import dev.lintel.domain.device.EventCategory;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.ScenarioYamlException.Problem;
import dev.lintel.domain.rulebook.ScenarioYamlException.Reason;
import dev.lintel.domain.wire.WireName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** What a scenario asks a table about something else than doors, and what that must say, as YAML. */
final class QuestionYaml {
    /** Of the scenario. */
    static final Set<String> FIELDS = ScenarioYaml.ordered("about", "question", "outcome");

    private static final Set<String> QUESTION = ScenarioYaml.ordered(
            "topic",
            "kind",
            "identifier",
            "profile",
            "groups",
            "marker",
            "family",
            "device",
            "at",
            "holiday",
            "holidayBefore",
            "open");
    private static final Set<String> OUTCOME =
            ScenarioYaml.ordered("days", "passes", "atOnce", "importance", "priority", "category");

    private QuestionYaml() {}

    static void write(OutcomeCase asked, Map<String, Object> fields) {
        fields.put("about", WireName.of(asked.about()));
        fields.put("question", question(asked.question()));
        fields.put("outcome", outcome(asked.expected()));
    }

    private static Map<String, Object> question(OutcomeExample told) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "topic", told.topic());
        put(fields, "kind", told.kind());
        put(fields, "identifier", told.identifier());
        put(fields, "profile", told.profile());
        put(fields, "groups", told.groups().isEmpty() ? null : told.groups());
        put(fields, "marker", told.marker());
        put(fields, "family", told.family());
        put(fields, "device", told.device());
        put(fields, "at", told.at() == null ? null : told.at().toString());
        put(fields, "holiday", told.holiday() ? true : null);
        put(fields, "holidayBefore", told.holidayBefore());
        put(
                fields,
                "open",
                told.open() == null ? null : told.open().stream().sorted().toList());
        return fields;
    }

    private static Map<String, Object> outcome(Outcome said) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "days", said.days());
        put(fields, "passes", said.passes());
        put(fields, "atOnce", said.atOnce());
        put(fields, "importance", said.importance());
        put(fields, "priority", said.priority());
        put(fields, "category", said.category());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value instanceof Enum<?> constant ? WireName.of(constant) : value);
        }
    }

    /**
     * What a scenario asks.
     *
     * @param fields of the scenario
     * @param at of the scenario
     * @return null when it asks no table about something else than doors
     */
    static @Nullable OutcomeCase read(YamlFields fields, String at, List<Problem> problems) {
        if (FIELDS.stream().noneMatch(fields::has)) {
            return null;
        }
        for (String field : FIELDS) {
            if (!fields.has(field)) {
                fields.refuse(field, Reason.MISSING);
            }
        }
        Node question = fields.node("question");
        Node outcome = fields.node("outcome");
        return new OutcomeCase(
                fields.choice("about", OutcomeKind.values(), OutcomeKind.EVENT_PRIORITY),
                question == null ? OutcomeExample.NOTHING : question(at + "question.", question, problems),
                outcome == null ? Outcome.NOTHING : outcome(at + "outcome.", outcome, problems));
    }

    private static OutcomeExample question(String at, Node node, List<Problem> problems) {
        YamlFields fields = new YamlFields(at, node, QUESTION, problems);
        return new OutcomeExample(
                fields.text("topic"),
                fields.choice("kind", HolderKind.values()),
                fields.choice("identifier", IdentifierType.values()),
                fields.text("profile"),
                fields.texts("groups"),
                fields.text("marker"),
                fields.choice("family", FamilyRole.values()),
                fields.text("device"),
                fields.timeIfAny("at"),
                fields.yes("holiday", false),
                fields.has("holidayBefore") ? fields.yes("holidayBefore", false) : null,
                fields.has("open") ? Set.copyOf(fields.texts("open")) : null);
    }

    private static Outcome outcome(String at, Node node, List<Problem> problems) {
        YamlFields fields = new YamlFields(at, node, OUTCOME, problems);
        return new Outcome(
                fields.number("days"),
                fields.number("passes"),
                fields.number("atOnce"),
                fields.choice("importance", Importance.values()),
                fields.choice("priority", EventPriority.values()),
                fields.choice("category", EventCategory.values()));
    }
}
