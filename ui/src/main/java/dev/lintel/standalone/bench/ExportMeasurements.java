package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.listing.Exports;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.TableFormat;
import dev.lintel.domain.permission.Actor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** How long an export of the whole log takes, and how much memory it holds while it goes on. */
final class ExportMeasurements {
    private static final int LOOKS_EVERY = 200_000;
    private static final double MEGABYTE = 1024 * 1024;

    /** What an export may hold more at its end than when it began: buffers, and no rows. */
    private static final double MOST_GROWTH = 32;

    private final AcsLog log;
    private final Exports exports;
    private final PrintStream out;

    ExportMeasurements(ConfigurableApplicationContext domain, PrintStream out) {
        this.log = domain.getBean(AcsLog.class);
        this.exports = domain.getBean(Exports.class);
        this.out = out;
    }

    /** @return whether memory stayed flat */
    boolean run() {
        boolean flat = true;
        for (TableFormat format : TableFormat.values()) {
            flat &= export(format);
        }
        return flat;
    }

    private boolean export(TableFormat format) {
        List<Double> held = new ArrayList<>();
        double before = held();
        int[] rows = {0};
        List<Field<AcsLogEntry>> fields = log.listing().fields();
        Exports.Layout<AcsLogEntry> layout =
                new Exports.Layout<>("acs-log", fields.stream().map(Field::key).toList(), entry -> {
                    if (++rows[0] % LOOKS_EVERY == 0) {
                        held.add(held());
                    }
                    return cells(fields, entry);
                });
        long start = System.nanoTime();
        try (Exports.Table table =
                exports.write(Actor.server(), log, ListQuery.everything(log.listing()), format, layout)) {
            out.printf(
                    Locale.ROOT,
                    "%-58s %6.1f s, %.0f MB of file%n",
                    "log, " + rows[0] + " rows exported as " + format,
                    (System.nanoTime() - start) / 1e9,
                    table.bytes() / MEGABYTE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        double most = held.stream().mapToDouble(Double::doubleValue).max().orElse(before);
        out.printf(
                Locale.ROOT,
                "%-58s %6.1f MB before, at most %.1f MB, after %.1f MB%n",
                "  memory held, looked at every " + LOOKS_EVERY + " rows",
                before,
                most,
                held());
        return most - before < MOST_GROWTH;
    }

    private static List<@Nullable Object> cells(List<Field<AcsLogEntry>> fields, AcsLogEntry entry) {
        List<@Nullable Object> cells = new ArrayList<>();
        fields.forEach(field -> {
            Object value = field.value().apply(entry);
            cells.add(value == null || value instanceof Number ? value : value.toString());
        });
        return cells;
    }

    /** What is in use and not garbage, in megabytes. */
    private static double held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
