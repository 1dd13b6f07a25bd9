package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.rulebook.ScenarioYamlException.Problem;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.Node;

/** What goes on in a scenario, and what there is to say of whoever it is about, as YAML: what is usual does not stand there. */
final class SituationYaml {
    private static final Set<String> SITUATION =
            ScenarioYaml.ordered("threat", "failures", "sameWay", "inside", "second", "otherDoor");
    private static final Set<String> FAILURES = ScenarioYaml.ordered("count", "minutes");
    private static final Set<String> TRAITS =
            ScenarioYaml.ordered("marker", "family", "age", "unused", "holidayBefore", "open");

    private SituationYaml() {}

    static Map<String, Object> write(Situation situation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (situation.threat() != ThreatLevel.NORMAL) {
            fields.put("threat", WireName.of(situation.threat()));
        }
        if (!situation.failures().isEmpty()) {
            fields.put(
                    "failures",
                    situation.failures().stream()
                            .map(one -> {
                                Map<String, Object> failures = new LinkedHashMap<>();
                                failures.put("count", one.count());
                                failures.put("minutes", one.minutes());
                                return failures;
                            })
                            .toList());
        }
        if (situation.sameWay() != null) {
            fields.put("sameWay", situation.sameWay());
        }
        if (!situation.inside().isEmpty()) {
            fields.put("inside", new TreeMap<>(situation.inside()));
        }
        if (!situation.second().isEmpty()) {
            fields.put(
                    "second",
                    situation.second().stream().sorted().map(WireName::of).toList());
        }
        if (situation.otherDoor()) {
            fields.put("otherDoor", true);
        }
        return fields;
    }

    static Map<String, Object> write(CaseTraits traits) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (traits.marker() != null) {
            fields.put("marker", traits.marker());
        }
        if (traits.family()) {
            fields.put("family", true);
        }
        if (traits.age() != 0) {
            fields.put("age", traits.age());
        }
        if (traits.unused() != null) {
            fields.put("unused", traits.unused());
        }
        if (traits.holidayBefore() != null) {
            fields.put("holidayBefore", traits.holidayBefore());
        }
        if (traits.open() != null) {
            fields.put("open", traits.open().stream().sorted().toList());
        }
        return fields;
    }

    static Situation situation(String at, Node node, List<Problem> problems) {
        YamlFields fields = new YamlFields(at, node, SITUATION, problems);
        List<Failures> failures = new ArrayList<>();
        for (Node one : fields.nodes("failures")) {
            YamlFields failed = new YamlFields(at + "failures.", one, FAILURES, problems);
            failures.add(new Failures(
                    Objects.requireNonNullElse(failed.number("count"), 0),
                    Objects.requireNonNullElse(failed.number("minutes"), 0)));
        }
        Set<Whose> second = EnumSet.noneOf(Whose.class);
        second.addAll(fields.choices("second", Whose.values()));
        return new Situation(
                fields.choice("threat", ThreatLevel.values(), ThreatLevel.NORMAL),
                failures,
                fields.number("sameWay"),
                fields.numbers("inside"),
                second,
                fields.yes("otherDoor", false));
    }

    static CaseTraits traits(String at, Node node, List<Problem> problems) {
        YamlFields fields = new YamlFields(at, node, TRAITS, problems);
        return new CaseTraits(
                fields.text("marker"),
                fields.yes("family", false),
                Objects.requireNonNullElse(fields.number("age"), 0),
                fields.number("unused"),
                fields.has("holidayBefore") ? fields.yes("holidayBefore", false) : null,
                fields.has("open") ? Set.copyOf(fields.texts("open")) : null);
    }
}
