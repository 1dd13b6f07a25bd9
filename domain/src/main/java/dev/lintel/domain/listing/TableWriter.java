package dev.lintel.domain.listing;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row, however many there are. Closing it ends the table and leaves the stream open. */
public interface TableWriter extends AutoCloseable {
    /** @param cells texts, numbers, {@link java.time.LocalDateTime} or null; the first row is the headings */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * The text as no spreadsheet takes it for a formula: names come from people, and a spreadsheet would run them (OWASP,
     * CSV injection).
     */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
