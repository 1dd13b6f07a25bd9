package dev.lintel.ui.user.exchange;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import dev.lintel.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the rows of a list, by verdict: refused ones first, with all that is wrong with each. */
public final class VerdictTable extends Div {
    private static final long serialVersionUID = 1L;

    /** More than this nobody reads; and the rest is not kept in memory for it. */
    private static final int MOST_SHOWN = 500;

    private static final List<Verdict> ORDER =
            List.of(Verdict.REFUSED, Verdict.ADDED, Verdict.CHANGED, Verdict.UNCHANGED);

    private final transient Map<Verdict, List<Line>> lines = new EnumMap<>(Verdict.class);
    private final transient Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    private final Div table = new Div();
    private final String heading;

    /**
     * A row.
     *
     * @param line where it stands, counted from 1
     * @param name of its record
     * @param problems all that is wrong with a refused one, in sentences
     */
    public record Line(long line, String name, Verdict verdict, List<String> problems) {}

    /** @param heading of the names */
    public VerdictTable(String heading, List<Line> all) {
        this.heading = heading;
        addClassName("verdict-table");
        table.addClassName("problem-table");
        for (Line line : all) {
            counts.merge(line.verdict(), 1, Integer::sum);
            List<Line> some = lines.computeIfAbsent(line.verdict(), verdict -> new ArrayList<>());
            if (some.size() < MOST_SHOWN) {
                some.add(line);
            }
        }
        Map<Tab, Verdict> chosen = new HashMap<>();
        Tabs tabs = new Tabs();
        tabs.setWidthFull();
        for (Verdict verdict : ORDER) {
            int count = counts.getOrDefault(verdict, 0);
            if (count > 0) {
                Tab tab = new Tab(getTranslation("userImport.count." + verdict.name(), count));
                chosen.put(tab, verdict);
                tabs.add(tab);
            }
        }
        tabs.addSelectedChangeListener(change -> show(chosen.get(change.getSelectedTab())));
        add(tabs, table);
        show(chosen.get(tabs.getSelectedTab()));
    }

    private void show(@Nullable Verdict verdict) {
        table.removeAll();
        if (verdict == null) {
            return;
        }
        NativeTableHeader header = new NativeTableHeader(new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("import.line")),
                new NativeTableHeaderCell(heading),
                new NativeTableHeaderCell(
                        verdict == Verdict.REFUSED
                                ? getTranslation("import.reason")
                                : getTranslation("userImport.verdict"))));
        NativeTableBody rows = new NativeTableBody();
        List<Line> some = lines.getOrDefault(verdict, List.of());
        some.forEach(line -> rows.add(new NativeTableRow(
                new NativeTableCell(getTranslation("number", line.line())),
                new NativeTableCell(line.name()),
                verdict(line))));
        table.add(new NativeTable(header, rows));
        int more = counts.getOrDefault(verdict, 0) - some.size();
        if (more > 0) {
            table.add(new Paragraph(getTranslation("userImport.more", more)));
        }
    }

    private NativeTableCell verdict(Line line) {
        NativeTableCell cell = new NativeTableCell();
        if (line.problems().isEmpty()) {
            cell.setText(getTranslation(Messages.keyOf(line.verdict())));
        }
        line.problems().forEach(problem -> cell.add(new Div(problem)));
        return cell;
    }
}
