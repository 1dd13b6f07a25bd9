package dev.lintel.ui.site;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.site.SiteProblem;
import java.util.List;

/** What is wrong with a site file, line by line. */
final class ProblemTable extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 500;

    ProblemTable(List<SiteProblem> problems) {
        addClassName("problem-table");
        Paragraph title = new Paragraph(getTranslation("import.problems", problems.size()));
        title.addClassName("problem");
        NativeTableHeader header = new NativeTableHeader(new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("import.line")),
                new NativeTableHeaderCell(getTranslation("import.field")),
                new NativeTableHeaderCell(getTranslation("import.reason"))));
        NativeTableBody rows = new NativeTableBody();
        problems.stream().limit(MOST_SHOWN).forEach(problem -> rows.add(row(problem)));
        add(title, new NativeTable(header, rows));
        if (problems.size() > MOST_SHOWN) {
            add(new Paragraph(getTranslation("import.moreProblems", problems.size() - MOST_SHOWN)));
        }
    }

    private static NativeTableRow row(SiteProblem problem) {
        NativeTableCell reason = new NativeTableCell(problem.reason());
        // reasons are written for the maker of the file, in English only
        reason.getElement().setAttribute("lang", "en");
        return new NativeTableRow(
                new NativeTableCell(problem.line() == 0 ? "–" : String.valueOf(problem.line())),
                new NativeTableCell(problem.field()),
                reason);
    }
}
