package dev.lintel.rules.authoring;

import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a decision table in DMN 1.3. Its columns ask who, where and when; a cell is the number of what stands in it, and the
 * input of a column is the list of those numbers that fit a request. So nothing that anybody typed gets into the model, and
 * what fits is said by one place alone.
 */
public final class TableModels {
    /** The decision of every model: the number of the row that counts, from 0; below when none does. */
    public static final String DECISION = "row";

    /** The inputs, each a list of numbers. */
    public static final List<String> COLUMNS = List.of("who", "where", "when");

    private TableModels() {}

    /** What stands in a column, each once, in the order of the rows: its numbers are the places in this list. */
    public static <T> List<T> choices(PolicyTable table, Function<Policy, T> cell) {
        return table.rows().stream().map(cell).distinct().toList();
    }

    /** The model of a table, in a namespace of its own. */
    public static String text(PolicyTable table, int number) {
        StringBuilder text = new StringBuilder();
        String name = "table-" + (number + 1);
        text.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s" name="%1$s" namespace="urn:lintel:%1$s">
                """.formatted(name));
        for (String column : COLUMNS) {
            text.append(
                    "  <inputData id=\"%1$s-data\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"Any\"/></inputData>\n"
                            .formatted(column));
        }
        text.append("  <decision id=\"decision\" name=\"%1$s\">\n    <variable name=\"%1$s\" typeRef=\"number\"/>\n"
                .formatted(DECISION));
        for (String column : COLUMNS) {
            text.append(
                    "    <informationRequirement id=\"needs-%1$s\"><requiredInput href=\"#%1$s-data\"/></informationRequirement>\n"
                            .formatted(column));
        }
        text.append("    <decisionTable id=\"rows\" hitPolicy=\"%s\">\n".formatted(hit(table.hit())));
        for (String column : COLUMNS) {
            text.append(
                    "      <input id=\"in-%1$s\"><inputExpression id=\"of-%1$s\" typeRef=\"Any\"><text>%1$s</text></inputExpression></input>\n"
                            .formatted(column));
        }
        text.append(
                "      <output id=\"out\" typeRef=\"number\"><defaultOutputEntry id=\"none\"><text>-1</text></defaultOutputEntry></output>\n");
        rows(text, table);
        return text.append("    </decisionTable>\n  </decision>\n</definitions>\n")
                .toString();
    }

    private static void rows(StringBuilder text, PolicyTable table) {
        List<List<Integer>> cells = new ArrayList<>();
        cells.add(numbers(table, Policy::holders));
        cells.add(numbers(table, Policy::doors));
        cells.add(numbers(table, Policy::times));
        List<Boolean> isAny = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            Policy policy = table.rows().get(row);
            isAny.clear();
            isAny.addAll(List.of(
                    policy.holders().isEverybody(),
                    policy.doors().isEvery(),
                    policy.times().isAlways()));
            text.append("      <rule id=\"row-%d\">".formatted(row + 1));
            for (int column = 0; column < COLUMNS.size(); column++) {
                String test = isAny.get(column)
                        ? "-"
                        : "list contains(?, %d)".formatted(cells.get(column).get(row));
                text.append("<inputEntry id=\"cell-%d-%d\"><text>%s</text></inputEntry>"
                        .formatted(row + 1, column + 1, test));
            }
            text.append("<outputEntry id=\"then-%d\"><text>%d</text></outputEntry></rule>\n".formatted(row + 1, row));
        }
    }

    private static <T> List<Integer> numbers(PolicyTable table, Function<Policy, T> cell) {
        List<T> choices = choices(table, cell);
        return table.rows().stream().map(cell).map(choices::indexOf).toList();
    }

    private static String hit(HitPolicy hit) {
        return switch (hit) {
            case FIRST -> "FIRST";
            case UNIQUE -> "UNIQUE";
        };
    }
}
