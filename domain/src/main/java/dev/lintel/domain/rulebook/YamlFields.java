package dev.lintel.domain.rulebook;

import dev.lintel.domain.rulebook.ScenarioYamlException.Problem;
import dev.lintel.domain.rulebook.ScenarioYamlException.Reason;
import dev.lintel.domain.wire.WireName;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one thing in YAML, and what is wrong with them, each with its line. */
final class YamlFields {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final String at;
    private final Node node;
    private final List<Problem> problems;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    /**
     * @param at how the fields are named, for example {@code scenarios[2].}
     * @param known names of the fields that there are
     * @param problems takes what is wrong
     */
    YamlFields(String at, Node node, Set<String> known, List<Problem> problems) {
        this.at = at;
        this.node = node;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            wrong(at.substring(0, at.length() - 1), node, Reason.NO_FIELDS, "");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(key)) {
                wrong(at + key, tuple.getKeyNode(), Reason.UNKNOWN_FIELD, String.join(", ", known));
            } else if (fields.put(key, tuple.getValueNode()) != null) {
                wrong(at + key, tuple.getKeyNode(), Reason.TWICE, "");
            }
        }
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void wrong(String field, Node where, Enum<?> reason, String value) {
        problems.add(new Problem(field, reason, value, line(where)));
    }

    boolean has(String name) {
        Node value = fields.get(name);
        return value != null && !Tag.NULL.equals(value.getTag());
    }

    private Node place(String name) {
        return fields.getOrDefault(name, node);
    }

    @Nullable
    Node node(String name) {
        return has(name) ? fields.get(name) : null;
    }

    @Nullable
    String text(String name) {
        return has(name) ? scalar(at + name, fields.get(name)) : null;
    }

    private @Nullable String scalar(String field, @Nullable Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        if (value != null) {
            wrong(field, value, Reason.NO_VALUE, "");
        }
        return null;
    }

    /** @return empty when it is missing, and that is a problem */
    String required(String name) {
        if (!has(name)) {
            wrong(at + name, node, Reason.MISSING, "");
            return "";
        }
        String text = text(name);
        return text == null ? "" : text;
    }

    List<String> texts(String name) {
        Node value = node(name);
        List<String> all = new ArrayList<>();
        if (value instanceof SequenceNode list) {
            for (Node each : list.getValue()) {
                String text = scalar(at + name, each);
                if (text != null) {
                    all.add(text);
                }
            }
        } else if (value != null) {
            String text = scalar(at + name, value);
            all.add(text == null ? "" : text);
        }
        return all;
    }

    /** Those of a list, or the one that stands alone. */
    List<Node> nodes(String name) {
        Node value = node(name);
        return value == null ? List.of() : value instanceof SequenceNode list ? list.getValue() : List.of(value);
    }

    @Nullable
    Integer number(String name) {
        return has(name) ? number(at + name, fields.get(name)) : null;
    }

    private @Nullable Integer number(String field, @Nullable Node value) {
        String text = scalar(field, value);
        if (text != null && value != null && !NUMBER.matcher(text).matches()) {
            wrong(field, value, Reason.NO_NUMBER, text);
            return null;
        }
        return text == null ? null : Integer.valueOf(text);
    }

    /** Numbers by names. */
    Map<String, Integer> numbers(String name) {
        Node value = node(name);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        if (value instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = scalar(at + name, tuple.getKeyNode());
                Integer number = number(at + name, tuple.getValueNode());
                if (key != null && number != null) {
                    numbers.put(key, number);
                }
            }
        } else if (value != null) {
            wrong(at + name, value, Reason.NO_FIELDS, "");
        }
        return numbers;
    }

    <E extends Enum<E>> List<E> choices(String name, E[] all) {
        List<E> chosen = new ArrayList<>();
        for (String text : texts(name)) {
            Arrays.stream(all)
                    .filter(one -> WireName.of(one).equals(text))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () -> wrong(
                                    at + name,
                                    place(name),
                                    Reason.NO_CHOICE,
                                    Arrays.stream(all).map(WireName::of).collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    boolean yes(String name, boolean otherwise) {
        String text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            wrong(at + name, place(name), Reason.NO_CHOICE, "true, false");
        }
        return text == null ? otherwise : text.equals("true");
    }

    <E extends Enum<E>> E choice(String name, E[] all, E otherwise) {
        return Objects.requireNonNullElse(choice(name, all), otherwise);
    }

    /** Null where nothing stands there, or nothing that is one. */
    <E extends Enum<E>> @Nullable E choice(String name, E[] all) {
        String text = text(name);
        List<String> words = new ArrayList<>();
        for (E one : all) {
            if (WireName.of(one).equals(text)) {
                return one;
            }
            words.add(WireName.of(one));
        }
        if (text != null) {
            wrong(at + name, place(name), Reason.NO_CHOICE, String.join(", ", words));
        }
        return null;
    }

    LocalDateTime time(String name) {
        return required(name).isEmpty()
                ? LocalDateTime.MIN
                : Objects.requireNonNullElse(timeIfAny(name), LocalDateTime.MIN);
    }

    @Nullable
    LocalDateTime timeIfAny(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDateTime.parse(text);
        } catch (DateTimeException wrong) {
            wrong(at + name, place(name), Reason.NO_TIME, text);
            return null;
        }
    }

    void refuse(String name, Reason reason) {
        wrong(at + name, place(name), reason, "");
    }
}
