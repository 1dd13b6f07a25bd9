package dev.lintel.domain.listing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Comma-separated values (RFC 4180) in UTF-8. */
final class CsvTable implements TableWriter {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    /** Tells spreadsheets that the text is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    CsvTable(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        printer.printRecord(cells.stream().map(CsvTable::text));
    }

    private static @Nullable Object text(@Nullable Object cell) {
        return switch (cell) {
            case String text -> TableWriter.harmless(text);
            case LocalDateTime moment -> MOMENT.format(moment);
            case null, default -> cell;
        };
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
