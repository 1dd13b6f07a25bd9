package dev.lintel.ui.listing;

import com.vaadin.flow.server.streams.DownloadEvent;
import dev.lintel.domain.listing.Exports;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.TableFormat;
import dev.lintel.domain.permission.Actor;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filtered list as a file, with the headings and names of a person's language and the times of their zone. */
record Export<T>(ListDescription<T> list, ListWords words, Exports exports) {
    void write(Actor actor, ListQuery<T> query, TableFormat format, DownloadEvent download) throws IOException {
        try (Exports.Table table = exports.write(actor, list.records(), query, format, layout())) {
            download.setFileName(table.name());
            download.setContentType(format.mediaType());
            download.setContentLength(table.bytes());
            table.copyTo(download.getOutputStream());
        }
    }

    private Exports.Layout<T> layout() {
        List<ListColumn<T>> columns = list.columns().stream()
                .filter(column -> column.look().exported())
                .toList();
        return new Exports.Layout<>(
                words.heading("title"),
                columns.stream().map(column -> words.heading(column.key())).toList(),
                row -> {
                    List<@Nullable Object> cells = new ArrayList<>();
                    columns.forEach(column -> cells.add(cell(column.value().apply(row))));
                    return cells;
                });
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
