package dev.lintel.domain.listing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** As what kind of file a list can be taken along. */
public enum TableFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What file names end in. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Begins a table.
     *
     * @param title of the sheet, where there are sheets
     */
    public TableWriter open(OutputStream out, String title) throws IOException {
        return switch (this) {
            case CSV -> new CsvTable(out);
            case XLSX -> new XlsxTable(out, title);
        };
    }
}
