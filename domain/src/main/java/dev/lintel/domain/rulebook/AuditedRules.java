package dev.lintel.domain.rulebook;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules as the audit keeps them: their parts as codes, of no language, and what they name by the names of that moment. Whoever
 * reads the audit has them said in a language of theirs; entries of before that was so hold a text, and are none of these.
 */
public final class AuditedRules {
    /** Before the name of a policy, and so of the others. */
    public static final String POLICY = "policy ";

    public static final String TABLE = "table ";

    /** Before the number of the row and the name of its table. */
    public static final String ROW = "row ";

    public static final String SCENARIO = "scenario ";
    public static final String INVARIANT = "invariant ";

    /** Of the rows of tables about something else than doors: what their table is about. */
    private static final String KIND = "kind";

    /** What is left out of these is as it usually is. */
    private static final Set<String> USUAL =
            Set.of("holders", "doors", "times", "state", "situation", "traits", "outcome", "reasons", "inside");

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // isAlways() and the like are questions, not parts
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
            .build();

    private final SiteSnapshot site;
    private final Map<String, String> markers;

    private AuditedRules(SiteSnapshot site, Map<String, String> markers) {
        this.site = site;
        this.markers = markers;
    }

    /** A row of a table about something else than doors. */
    public record Row(OutcomeKind kind, OutcomeRow row) {}

    /**
     * What is in a rulebook, by the field of the audit.
     *
     * @param markers names of those of the project by their ids
     */
    static Map<String, String> of(RuleSet rules, SiteSnapshot site, Map<String, String> markers) {
        AuditedRules audited = new AuditedRules(site, markers);
        Map<String, String> fields = new TreeMap<>();
        rules.policies().forEach(policy -> fields.put(POLICY + policy.name(), audited.text(policy)));
        for (PolicyTable table : rules.tables()) {
            fields.put(TABLE + table.name(), WireName.of(table.hit()));
            for (int i = 0; i < table.rows().size(); i++) {
                fields.put(row(i, table.name()), audited.text(table.rows().get(i)));
            }
        }
        for (OutcomeTable table : rules.outcomes()) {
            fields.put(TABLE + table.name(), WireName.of(table.kind()));
            for (int i = 0; i < table.rows().size(); i++) {
                ObjectNode row = audited.tree(table.rows().get(i));
                row.put(KIND, table.kind().name());
                fields.put(row(i, table.name()), row.toString());
            }
        }
        rules.scenarios().forEach(scenario -> fields.put(SCENARIO + scenario.name(), audited.text(scenario)));
        rules.invariants().forEach(invariant -> fields.put(INVARIANT + invariant.name(), audited.text(invariant)));
        return fields;
    }

    private static String row(int index, String table) {
        return ROW + (index + 1) + " " + table;
    }

    /** What a policy, or a row of a table about doors, was; names stand where ids do, and it has none itself. */
    public static Optional<Policy> policy(String value) {
        return read(value, Policy.class).filter(policy -> policy.effect() != null);
    }

    /** The same of a row of a table about something else than doors. */
    public static Optional<Row> row(String value) {
        return tree(value)
                .filter(tree -> tree.path(KIND).isString())
                .flatMap(tree ->
                        WireName.parse(OutcomeKind.class, tree.path(KIND).asString()))
                .flatMap(kind -> read(value, OutcomeRow.class).map(row -> new Row(kind, row)));
    }

    /** The same of a scenario; of one that was recorded nothing is kept but what is expected. */
    public static Optional<Scenario> scenario(String value) {
        return read(value, Scenario.class).filter(scenario -> scenario.expected() != null || scenario.asked() != null);
    }

    /** The same of an invariant. */
    public static Optional<Invariant> invariant(String value) {
        return read(value, Invariant.class).filter(invariant -> invariant.kind() != null);
    }

    private static <T> Optional<T> read(String value, Class<T> type) {
        try {
            return tree(value).map(tree -> JSON.treeToValue(tree, type));
        } catch (JacksonException | IllegalArgumentException | NullPointerException otherwise) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> tree(String value) {
        try {
            return value.startsWith("{") ? Optional.of(JSON.readTree(value)) : Optional.empty();
        } catch (JacksonException text) {
            return Optional.empty();
        }
    }

    private String text(Object rule) {
        return tree(rule).toString();
    }

    private ObjectNode tree(Object rule) {
        ObjectNode tree = JSON.valueToTree(rule);
        // the field of the audit says the name; the facts of a request that was made are in the log
        tree.remove(Set.of("id", "name", "recorded", "by"));
        return (ObjectNode) Objects.requireNonNull(told("", tree));
    }

    /** Nothing where nothing is said, and an order that is always the same. */
    private @Nullable JsonNode told(String part, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode told = JSON.createObjectNode();
            object.properties().forEach(one -> {
                JsonNode value = told(one.getKey(), one.getValue());
                if (value != null) {
                    told.set(one.getKey(), value);
                }
            });
            return told.isEmpty() && USUAL.contains(part) ? null : told;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> {
                JsonNode value = told(part, item);
                if (value != null) {
                    items.add(value);
                }
            });
            items.sort((one, other) -> one.toString().compareTo(other.toString()));
            return items.isEmpty() ? null : JSON.createArrayNode().addAll(items);
        }
        if (node.isString()) {
            return JSON.getNodeFactory().stringNode(named(part, node.asString()));
        }
        return node.isNull() || node.isBoolean() && !node.asBoolean() ? null : node;
    }

    /** The name of that moment in the place of an id. */
    private String named(String part, String text) {
        return switch (part) {
            case "groups" -> {
                ObjectGroup group = site.group(text);
                yield group == null ? text : group.name();
            }
            case "devices", "device" -> {
                Device device = site.device(text);
                yield device == null ? text : Objects.requireNonNullElse(device.name(), device.serial());
            }
            case "schedules", "open" -> {
                Schedule schedule = site.schedule(text);
                yield schedule == null ? text : schedule.name();
            }
            case "markers", "marker" -> markers.getOrDefault(text, text);
            default -> text;
        };
    }
}
