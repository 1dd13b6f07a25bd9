package dev.lintel.ui.listing;

import com.vaadin.flow.server.streams.DownloadEvent;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.TableFormat;
import dev.lintel.domain.listing.TableWriter;
import dev.lintel.domain.permission.Actor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filtered list as a file, with the headings and names of a person's language and the times of their zone. It is written
 * to disk first: a slow download would otherwise hold on to a connection of the database.
 */
record Export<T>(ListDescription<T> list, ListWords words) {
    void write(Actor actor, ListQuery<T> query, TableFormat format, DownloadEvent download) throws IOException {
        Path file = Files.createTempFile("lintel-export", format.ending());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                write(actor, query, format, out);
            }
            download.setFileName(list.records().listing().name() + format.ending());
            download.setContentType(format.mediaType());
            download.setContentLength(Files.size(file));
            Files.copy(file, download.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    void write(Actor actor, ListQuery<T> query, TableFormat format, OutputStream out) throws IOException {
        try (TableWriter table = format.open(out, words.heading("title"))) {
            table.row(list.columns().stream()
                    .map(column -> words.heading(column.key()))
                    .toList());
            list.records().each(actor, query, row -> write(table, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(TableWriter table, T row) {
        try {
            List<@Nullable Object> cells = new ArrayList<>();
            list.columns().forEach(column -> cells.add(cell(column.value().apply(row))));
            table.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Instant instant -> instant.atZone(words.moments().zone()).toLocalDateTime();
            default -> words.cell(value);
        };
    }
}
