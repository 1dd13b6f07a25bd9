package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.ScenarioYamlException.Problem;
import dev.lintel.domain.rulebook.ScenarioYamlException.Reason;
import dev.lintel.domain.wire.WireName;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Scenarios as YAML: a list, in the words of the API. What decides is named by what people call it. A recorded request stays as it
 * was recorded, and is known by its id. Nothing of what is read becomes an object but what stands here.
 */
final class ScenarioYaml {
    static final int MOST_CHARACTERS = 500_000;

    private static final int DEEPEST = 8;
    private static final Set<String> FIELDS =
            ordered("id", "name", "request", "recorded", "expected", "by", "about", "question", "outcome");
    private static final Set<String> REQUEST = ordered(
            "kind",
            "profile",
            "groups",
            "identifier",
            "device",
            "accessPoint",
            "at",
            "holiday",
            "allowed",
            "situation",
            "traits");

    private ScenarioYaml() {}

    static Set<String> ordered(String... names) {
        return new LinkedHashSet<>(List.of(names));
    }

    /** @param lines where each begins, from 1 */
    record Read(List<Scenario> scenarios, List<Integer> lines) {}

    /** @param rules what they are about */
    static String write(RuleSet rules) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Scenario scenario : rules.scenarios()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", scenario.id());
            fields.put("name", scenario.name());
            OutcomeCase asked = scenario.asked();
            RequestCase told = scenario.told();
            if (asked != null) {
                QuestionYaml.write(asked, fields);
            } else if (told == null) {
                fields.put("recorded", true);
            } else {
                fields.put("request", request(told));
            }
            if (scenario.expected() != null) {
                fields.put("expected", WireName.of(scenario.expected()));
            }
            if (scenario.by() != null) {
                fields.put("by", named(rules).getOrDefault(scenario.by(), scenario.by()));
            }
            all.add(fields);
        }
        return yaml().dump(all);
    }

    private static Map<String, Object> request(RequestCase told) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", WireName.of(told.kind()));
        put(fields, "profile", told.profile());
        if (!told.groups().isEmpty()) {
            fields.put("groups", told.groups());
        }
        fields.put("identifier", WireName.of(told.identifier()));
        fields.put("device", told.device());
        put(fields, "accessPoint", told.accessPoint());
        fields.put("at", told.at().toString());
        fields.put("holiday", told.holiday());
        fields.put("allowed", told.allowed());
        Map<String, Object> situation = SituationYaml.write(told.situation());
        if (!situation.isEmpty()) {
            fields.put("situation", situation);
        }
        Map<String, Object> traits = SituationYaml.write(told.traits());
        if (!traits.isEmpty()) {
            fields.put("traits", traits);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** Names of policies and tables by their ids. */
    private static Map<String, String> named(RuleSet rules) {
        Map<String, String> names = new LinkedHashMap<>();
        rules.policies().forEach(policy -> names.put(policy.id(), policy.name()));
        rules.tables().forEach(table -> names.put(table.id(), table.name()));
        return names;
    }

    /**
     * @param rules what they are about, with the scenarios before
     * @throws ScenarioYamlException with all that is wrong
     */
    static Read read(String text, RuleSet rules) {
        List<Problem> problems = new ArrayList<>();
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        Node root = root(text);
        if (root instanceof SequenceNode list) {
            for (Node node : list.getValue()) {
                String at = "scenarios[" + read.scenarios().size() + "].";
                read.scenarios().add(scenario(at, node, rules, problems));
                read.lines().add(YamlFields.line(node));
            }
        } else if (root != null) {
            problems.add(new Problem("scenarios", Reason.NO_LIST, "", YamlFields.line(root)));
        }
        if (!problems.isEmpty()) {
            throw new ScenarioYamlException(problems);
        }
        return read;
    }

    private static Scenario scenario(String at, Node node, RuleSet rules, List<Problem> problems) {
        YamlFields fields = new YamlFields(at, node, FIELDS, problems);
        String name = fields.required("name");
        Optional<Scenario> before = before(fields.text("id"), name, rules);
        boolean recorded = fields.yes("recorded", false);
        if (recorded && before.map(Scenario::recorded).isEmpty()) {
            fields.refuse("recorded", Reason.NOT_RECORDED);
        }
        OutcomeCase asked = QuestionYaml.read(fields, at, problems);
        Node request = fields.node("request");
        if (asked == null && !recorded && request == null) {
            fields.refuse("request", Reason.MISSING);
        }
        if (asked == null && !fields.has("expected")) {
            fields.refuse("expected", Reason.MISSING);
        }
        String id = fields.text("id");
        return new Scenario(
                id != null
                        ? id
                        : before.map(Scenario::id)
                                .orElseGet(() -> UUID.randomUUID().toString()),
                name,
                request == null ? null : told(at + "request.", request, problems),
                recorded ? before.map(Scenario::recorded).orElse(null) : null,
                asked,
                fields.choice("expected", Verdict.values()),
                deciding(fields.text("by"), rules));
    }

    /** The scenario that it was: of that id, and without one of that name. */
    private static Optional<Scenario> before(@Nullable String id, String name, RuleSet rules) {
        return rules.scenarios().stream()
                .filter(scenario -> id == null
                        ? scenario.name().equals(name)
                        : scenario.id().equals(id))
                .findFirst();
    }

    private static @Nullable String deciding(@Nullable String by, RuleSet rules) {
        return named(rules).entrySet().stream()
                .filter(known -> known.getValue().equals(by))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(by);
    }

    private static RequestCase told(String at, Node node, List<Problem> problems) {
        YamlFields fields = new YamlFields(at, node, REQUEST, problems);
        if (!fields.has("identifier")) {
            fields.refuse("identifier", Reason.MISSING);
        }
        Node situation = fields.node("situation");
        Node traits = fields.node("traits");
        return new RequestCase(
                fields.choice("kind", HolderKind.values(), HolderKind.RESIDENT),
                fields.text("profile"),
                fields.texts("groups"),
                fields.choice("identifier", IdentifierType.values(), IdentifierType.CARD),
                fields.required("device"),
                fields.text("accessPoint"),
                fields.time("at"),
                fields.yes("holiday", false),
                fields.yes("allowed", true),
                situation == null ? Situation.CALM : SituationYaml.situation(at + "situation.", situation, problems),
                traits == null ? CaseTraits.PLAIN : SituationYaml.traits(at + "traits.", traits, problems));
    }

    /** @return null when there is nothing in it */
    private static @Nullable Node root(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw refused(Reason.TOO_LONG, Integer.toString(MOST_CHARACTERS), 1);
        }
        try {
            for (Event event : yaml().parse(new StringReader(text))) {
                requirePlain(event);
            }
            return yaml().compose(new StringReader(text));
        } catch (MarkedYAMLException wrong) {
            int line =
                    wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            throw refused(Reason.MALFORMED, Integer.toString(line), line);
        } catch (YAMLException wrong) {
            throw refused(Reason.MALFORMED, "1", 1);
        }
    }

    private static void requirePlain(Event event) {
        int line = event.getStartMark().getLine() + 1;
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            throw refused(Reason.ALIAS, "", line);
        }
        String tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent start -> start.getTag();
                    default -> null;
                };
        if (tag != null) {
            throw refused(Reason.TAG, "", line);
        }
    }

    private static ScenarioYamlException refused(Reason reason, String value, int line) {
        return new ScenarioYamlException(List.of(new Problem("scenarios", reason, value, line)));
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MOST_CHARACTERS);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        limits.setAllowDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setAllowUnicode(true);
        return new Yaml(new SafeConstructor(limits), new Representer(style), style, limits);
    }
}
