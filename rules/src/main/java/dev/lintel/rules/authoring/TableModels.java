package dev.lintel.rules.authoring;

import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.PolicyTable;
import java.util.List;

/**
 * Writes decision tables in DMN 1.3. A cell is the number of what stands in it, and the input of a column is the list of those
 * numbers that fit what is asked. So nothing that anybody typed gets into the model, and what fits is said by one place alone.
 */
public final class TableModels {
    /** The decision of every model: the number of the row that counts, from 0; below when none does. */
    public static final String DECISION = "row";

    private TableModels() {}

    /** The name of the model of the table with this number, which is that of its namespace, too. */
    public static String name(int number) {
        return "table-" + (number + 1);
    }

    /** The model of a table about doors: its columns ask who, where and when. */
    public static String text(PolicyTable table, int number) {
        return text(name(number), table.hit(), table.rows().size(), TableColumn.of(table));
    }

    /** The model of a table with these columns, in a namespace of its own. */
    public static String text(String name, HitPolicy hit, int rows, List<? extends TableColumn<?>> columns) {
        StringBuilder text = new StringBuilder();
        text.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s" name="%1$s" namespace="urn:lintel:%1$s">
                """.formatted(name));
        for (TableColumn<?> column : columns) {
            text.append(
                    "  <inputData id=\"%1$s-data\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"Any\"/></inputData>\n"
                            .formatted(column.name()));
        }
        text.append("  <decision id=\"decision\" name=\"%1$s\">\n    <variable name=\"%1$s\" typeRef=\"number\"/>\n"
                .formatted(DECISION));
        for (TableColumn<?> column : columns) {
            text.append(
                    "    <informationRequirement id=\"needs-%1$s\"><requiredInput href=\"#%1$s-data\"/></informationRequirement>\n"
                            .formatted(column.name()));
        }
        text.append("    <decisionTable id=\"rows\" hitPolicy=\"%s\">\n".formatted(hit(hit)));
        for (TableColumn<?> column : columns) {
            text.append(
                    "      <input id=\"in-%1$s\"><inputExpression id=\"of-%1$s\" typeRef=\"Any\"><text>%1$s</text></inputExpression></input>\n"
                            .formatted(column.name()));
        }
        text.append(
                "      <output id=\"out\" typeRef=\"number\"><defaultOutputEntry id=\"none\"><text>-1</text></defaultOutputEntry></output>\n");
        for (int row = 0; row < rows; row++) {
            text.append("      <rule id=\"row-%d\">".formatted(row + 1));
            for (int column = 0; column < columns.size(); column++) {
                Integer cell = columns.get(column).cell(row);
                text.append("<inputEntry id=\"cell-%d-%d\"><text>%s</text></inputEntry>"
                        .formatted(row + 1, column + 1, cell == null ? "-" : "list contains(?, %d)".formatted(cell)));
            }
            text.append("<outputEntry id=\"then-%d\"><text>%d</text></outputEntry></rule>\n".formatted(row + 1, row));
        }
        return text.append("    </decisionTable>\n  </decision>\n</definitions>\n")
                .toString();
    }

    private static String hit(HitPolicy hit) {
        return switch (hit) {
            case FIRST -> "FIRST";
            case UNIQUE -> "UNIQUE";
        };
    }
}
