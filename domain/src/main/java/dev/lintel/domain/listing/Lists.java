package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Membership;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads lists from the database. A page is found by the sort value and key of the row before it, never by an offset, so
 * that page one thousand is as quick as page one. Rows without a sort value come last in both directions.
 */
@Component
public class Lists {
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final TransactionTemplate reading;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Lists(
            DataSource database,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.jdbc = new JdbcTemplate(database);
        this.streaming = new JdbcTemplate(database);
        streaming.setFetchSize(ROWS_AT_A_TIME);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.events = events;
        this.clock = clock;
    }

    /** A row with its place. */
    record Placed<T>(T row, Cursor place) {}

    /**
     * A page.
     *
     * @param after where the page before it said that the next begins; null begins at the start
     * @throws ListingRefusedException when {@code after} is from elsewhere
     */
    <T> Page<T> page(Listing<T> listing, SqlCondition reach, ListQuery<T> query, @Nullable String after, int limit) {
        Sort sort = query.sort();
        Cursor place = after == null ? null : Cursor.read(listing, sort, after);
        List<Placed<T>> found = rows(listing, wanted(reach, query), sort, place, limit + 1);
        List<T> rows = found.stream().limit(limit).map(Placed::row).toList();
        return new Page<>(
                rows,
                found.size() <= limit ? null : found.get(limit - 1).place().write(listing, sort));
    }

    /** How many rows there are. */
    Count count(Listing<?> listing, SqlCondition reach, ListQuery<?> query) {
        SqlCondition wanted = wanted(reach, query);
        Integer counted = jdbc.queryForObject(
                "select count(*) from (select 1 from " + listing.from() + " where " + wanted.sql() + " limit "
                        + (Count.MOST + 1) + ") as found",
                Integer.class,
                wanted.parameters().toArray());
        return Count.of(counted == null ? 0 : counted);
    }

    /** Notes that somebody takes all of a list with them; what the filter says may name people, so only its fields are kept. */
    <T> void noteExport(Actor actor, Listing<T> listing, ListQuery<T> query) {
        Membership own = actor.membership();
        String filtered = query.filter().conditions().stream()
                .map(condition -> condition.field().key())
                .distinct()
                .collect(Collectors.joining(", "));
        events.publishEvent(new ActivityNoted(
                actor,
                own == null ? null : own.project(),
                Deed.EXPORTED,
                "list",
                listing.name(),
                listing.name(),
                filtered.isEmpty() ? Map.of() : Map.of("filter", filtered)));
    }

    /** Every row as of one moment, a few at a time in memory. Holds a connection until it returns. */
    <T> void each(Listing<T> listing, SqlCondition reach, ListQuery<T> query, Consumer<T> receiver) {
        SqlCondition wanted = wanted(reach, query);
        OrderInSql order = OrderInSql.of(listing, query.sort());
        String sql = "select " + listing.columns() + " from " + listing.from() + " where " + wanted.sql()
                + " order by (" + order.isMissing().sql() + "), " + order.orderBy();
        RowCallbackHandler each = row -> receiver.accept(listing.row().mapRow(row, 0));
        reading.executeWithoutResult(
                transaction -> streaming.query(sql, each, wanted.parameters().toArray()));
    }

    private SqlCondition wanted(SqlCondition reach, ListQuery<?> query) {
        return reach.and(query.sql(clock.instant()));
    }

    /** Two quick questions in place of a slow one where values may be missing: an index finds each part by itself. */
    <T> List<Placed<T>> rows(Listing<T> listing, SqlCondition wanted, Sort sort, @Nullable Cursor place, int limit) {
        OrderInSql order = OrderInSql.of(listing, sort);
        if (!listing.known(sort.field()).optional()) {
            return part(listing, wanted, order, place, limit);
        }
        boolean amongMissing = place != null && place.value() == null;
        List<Placed<T>> found = new ArrayList<>();
        if (!amongMissing) {
            found.addAll(part(listing, wanted.and(order.isThere()), order, place, limit));
        }
        if (found.size() < limit) {
            Cursor from = amongMissing ? place : null;
            found.addAll(part(listing, wanted.and(order.isMissing()), order, from, limit - found.size()));
        }
        return found;
    }

    private <T> List<Placed<T>> part(
            Listing<T> listing, SqlCondition wanted, OrderInSql order, @Nullable Cursor place, int limit) {
        SqlCondition rest = place == null ? wanted : wanted.and(order.beyond(place));
        return jdbc.query(
                "select " + listing.columns() + ", " + order.placeColumns() + " from " + listing.from() + " where "
                        + rest.sql() + " order by " + order.orderBy() + " limit " + limit,
                (row, number) -> new Placed<>(listing.row().mapRow(row, number), order.place(row)),
                rest.parameters().toArray());
    }
}
