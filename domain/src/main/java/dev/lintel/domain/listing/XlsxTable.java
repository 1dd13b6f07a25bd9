package dev.lintel.domain.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of Office Open XML. What does not fit on one sheet goes on on the next. */
final class XlsxTable implements TableWriter {
    /** The most rows that a sheet can have, and characters that a cell can have, as Excel's specification says. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_TITLE = 31;
    private static final int ROWS_IN_MEMORY = 500;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
    private static final int WIDTH = 20;

    private final Workbook book;
    private final String title;
    private final int mostRows;
    private Worksheet sheet;
    private List<? extends @Nullable Object> headings = List.of();
    private int sheets;
    private int row;

    XlsxTable(OutputStream out, String title) {
        this(out, title, MOST_ROWS);
    }

    XlsxTable(OutputStream out, String title, int mostRows) {
        this.book = new Workbook(out, "Lintel", null);
        this.title = title.replaceAll("[\\[\\]*/\\\\?:']", " ").strip();
        this.mostRows = mostRows;
        this.sheet = newSheet();
    }

    private Worksheet newSheet() {
        sheets++;
        String end = sheets == 1 ? "" : " " + sheets;
        String name = title.substring(0, Math.min(title.length(), LONGEST_TITLE - end.length()));
        Worksheet fresh = book.newWorksheet(name + end);
        fresh.freezePane(0, 1);
        return fresh;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (headings.isEmpty()) {
            headings = cells;
            for (int column = 0; column < cells.size(); column++) {
                sheet.width(column, WIDTH);
            }
        } else if (row == mostRows) {
            sheet.finish();
            sheet = newSheet();
            row = 0;
            write(headings);
        }
        write(cells);
    }

    private void write(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        if (row == 0) {
            sheet.range(0, 0, 0, Math.max(0, cells.size() - 1)).style().bold().set();
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDateTime moment -> {
                sheet.value(row, column, moment);
                sheet.style(row, column).format(MOMENT).set();
            }
            default -> text(column, value.toString());
        }
    }

    /** In the cell itself: a table of all texts would be kept in memory until the end. */
    private void text(int column, String text) {
        String fitting = text.substring(0, Math.min(text.length(), LONGEST_TEXT - 1));
        sheet.inlineString(row, column, TableWriter.harmless(fitting));
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.finish();
    }
}
