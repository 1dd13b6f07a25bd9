package dev.lintel.domain.site;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs one statement for many records, a thousand to a round trip. */
final class Batches {
    private static final int SIZE = 1_000;

    private final JdbcTemplate jdbc;
    private final IntConsumer done;

    /** @param done told after each round trip how many records it was for */
    Batches(JdbcTemplate jdbc, IntConsumer done) {
        this.jdbc = jdbc;
        this.done = done;
    }

    /** @param columns the statement's parameters for one record, in their order */
    <T> void run(String sql, List<T> records, Function<T, Object[]> columns) {
        for (int from = 0; from < records.size(); from += SIZE) {
            List<T> some = records.subList(from, Math.min(from + SIZE, records.size()));
            jdbc.batchUpdate(sql, some, SIZE, (statement, next) -> set(statement, columns.apply(next)));
            done.accept(some.size());
        }
    }

    /**
     * Has the database count a table that has grown by many rows. What it planned while the table was small, such as the
     * checks of foreign keys, would read the whole of it for each row to come.
     */
    void grown(String table, int rows) {
        if (rows >= SIZE) {
            jdbc.execute("analyze " + table);
        }
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }
}
