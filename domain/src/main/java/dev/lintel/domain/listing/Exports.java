package dev.lintel.domain.listing;

import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Takes whole lists along as files, and has the audit know. */
@Service
public class Exports {
    private final ApplicationEventPublisher events;

    Exports(ApplicationEventPublisher events) {
        this.events = events;
    }

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
            AtomicLong rows = new AtomicLong();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                    TableWriter table = format.open(out, layout.title())) {
                table.row(layout.headings());
                records.each(actor, query, record -> {
                    row(table, layout.cells().apply(record));
                    rows.incrementAndGet();
                });
            }
            Map<String, String> details =
                    Map.of("rows", Long.toString(rows.get()), "format", format.name(), "filter", said(records, query));
            events.publishEvent(
                    new ActivityNoted(actor, project(actor, query), Deed.EXPORTED, "list", list, list, details));
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

    /** The query as an address has it. */
    private static <T> String said(Records<T> records, ListQuery<T> query) {
        return QueryText.write(records.listing(), query).entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> parameter.getKey() + "=" + value))
                .collect(Collectors.joining("&"));
    }

    /** Whose audit is told: the project that the list is narrowed to, else the actor's own. */
    private static @Nullable Long project(Actor actor, ListQuery<?> query) {
        if (actor.membership() != null) {
            return actor.membership().project();
        }
        return query.narrowing().stream()
                .filter(condition -> condition.field().key().equals("project"))
                .filter(condition -> condition.operator() == Operator.IS
                        && condition.values().size() == 1)
                .map(condition -> (Long) condition.values().getFirst())
                .filter(actor::sees)
                .findFirst()
                .orElse(null);
    }
}
