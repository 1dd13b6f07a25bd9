package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.ui.i18n.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A decision table as a grid. What was not meant stands below it, and marks its rows. */
final class TableCard extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Shown table;
    private final Div buttons = new Div();
    private final List<NativeTableRow> rows = new ArrayList<>();
    private final List<Div> rowButtons = new ArrayList<>();
    private final UnorderedList hints = new UnorderedList();

    /**
     * What is shown of a table.
     *
     * @param about what it is about, and which row counts
     * @param columns keys of their titles, without those of the number and of what can be done
     * @param rows what stands in each column, from top to bottom
     */
    record Shown(String id, String name, String about, List<String> columns, List<List<Component>> rows) {}

    TableCard(Shown table) {
        this.table = table;
        addClassNames("table-card");
        Div head = new Div(new H3(table.name()), buttons);
        head.addClassName("table-head");
        buttons.addClassName("rule-buttons");
        Paragraph about = new Paragraph(table.about());
        about.addClassName("at");
        hints.addClassName("rule-hints");
        hints.setVisible(false);
        add(head, about, grid(), hints);
    }

    /** One about doors: who, where, when, and what then. */
    static TableCard of(PolicyTable table, PolicySentences sentences, UI ui) {
        return new TableCard(new Shown(
                table.id(),
                table.name(),
                ui.getTranslation("rulebook.hit." + table.hit()),
                List.of("who", "where", "when", "then"),
                table.rows().stream().map(row -> row(row, sentences, ui)).toList()));
    }

    private static List<Component> row(Policy row, PolicySentences sentences, UI ui) {
        Span effect = new Span(ui.getTranslation("rulebook.then."
                + (row.asksForSecond() ? "ASK_SECOND" : row.effect().name())));
        effect.addClassNames("effect-badge", row.effect().name().toLowerCase(Locale.ROOT));
        Div then = new Div(effect);
        String told =
                row.reasons().get(Language.nearest(ui.getLocale()).locale().getLanguage());
        if (told != null) {
            Span words = new Span(ui.getTranslation("rulebook.told", told));
            words.addClassName("at");
            then.add(words);
        }
        return List.of(
                new Span(sentences.who(row.holders())),
                new Span(sentences.where(row.doors())),
                new Span(sentences.when(row)),
                then);
    }

    private NativeTable grid() {
        NativeTableRow titles = new NativeTableRow();
        titles.add(title("number"));
        table.columns().forEach(column -> titles.add(title(column)));
        titles.add(title("deeds"));
        NativeTableHeader header = new NativeTableHeader();
        header.add(titles);
        NativeTableBody body = new NativeTableBody();
        for (int i = 0; i < table.rows().size(); i++) {
            NativeTableRow row = row(i, table.rows().get(i));
            rows.add(row);
            body.add(row);
        }
        NativeTable grid = new NativeTable();
        grid.addClassName("rule-grid");
        grid.add(header, body);
        return grid;
    }

    private NativeTableHeaderCell title(String column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("rulebook.column." + column));
        cell.getElement().setAttribute("scope", "col");
        cell.addClassName(column);
        return cell;
    }

    private NativeTableRow row(int number, List<Component> cells) {
        Div deeds = new Div();
        deeds.addClassName("rule-buttons");
        rowButtons.add(deeds);
        NativeTableRow shown = new NativeTableRow();
        shown.add(cell("number", new Span(Integer.toString(number + 1))));
        for (int i = 0; i < cells.size(); i++) {
            shown.add(cell(table.columns().get(i), cells.get(i)));
        }
        shown.add(cell("deeds", deeds));
        return shown;
    }

    private NativeTableCell cell(String column, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(column);
        // on a narrow screen the titles of the columns are not there
        cell.getElement().setAttribute("data-label", getTranslation("rulebook.column." + column));
        return cell;
    }

    /** Shows more below the grid. */
    void tell(Component more) {
        add(more);
    }

    /** Something to do with the table. */
    void offer(String label, VaadinIcon icon, Runnable action) {
        buttons.add(button(label, icon, action));
    }

    /** Something to do with a row, from 0. */
    void offer(int row, String label, VaadinIcon icon, Runnable action) {
        rowButtons.get(row).add(button(label, icon, action));
    }

    private static Button button(String label, VaadinIcon icon, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    /** What was found about this table. */
    void show(List<Diagnostic> found, HintWords words) {
        hints.removeAll();
        Set<Integer> marked = new HashSet<>();
        for (Diagnostic one : found) {
            if (table.id().equals(one.table())) {
                ListItem item = words.item(one);
                hints.add(item);
                one.rows().stream().limit(1).forEach(row -> marked.add(row - 1));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).setClassName("has-hint", marked.contains(i));
        }
        hints.setVisible(hints.getComponentCount() > 0);
    }
}
