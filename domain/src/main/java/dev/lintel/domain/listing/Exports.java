package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes whole lists along as files. */
@Service
public class Exports {
    /**
     * How records become a table.
     *
     * @param title of the sheet
     * @param cells of a record, as many as headings, as {@link TableWriter#row} takes them
     */
    public record Layout<T>(String title, List<String> headings, Function<T, List<@Nullable Object>> cells) {
        public Layout {
            headings = List.copyOf(headings);
        }
    }

    /** A table on disk, gone when it is closed. */
    public record Table(Path file, String name, TableFormat format) implements AutoCloseable {
        public long bytes() throws IOException {
            return Files.size(file);
        }

        public void copyTo(OutputStream out) throws IOException {
            Files.copy(file, out);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * All that is asked for, as of one moment. It is written to disk first: a slow download would otherwise hold on to a
     * connection of the database.
     */
    public <T> Table write(Actor actor, Records<T> records, ListQuery<T> query, TableFormat format, Layout<T> layout)
            throws IOException {
        String list = records.listing().name();
        Path file = Files.createTempFile("lintel-export", format.ending());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    TableWriter table = format.open(out, layout.title())) {
                table.row(layout.headings());
                records.each(actor, query, record -> row(table, layout.cells().apply(record)));
            }
            return new Table(file, list + format.ending(), format);
        } catch (UncheckedIOException e) {
            Files.deleteIfExists(file);
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void row(TableWriter table, List<@Nullable Object> cells) {
        try {
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
