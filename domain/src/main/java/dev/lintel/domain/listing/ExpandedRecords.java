package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list whose records are worked out from rows of the database, and only those that are shown. Rows are read in the order of
 * the list, so that a page costs what it shows and not what there is.
 */
public abstract class ExpandedRecords<T> extends Records<T> {
    private static final int FIRST_ROWS = 32;
    private static final int MOST_ROWS_AT_ONCE = 1_000;

    private final InstantSource clock;

    protected ExpandedRecords(Lists lists, Listing<T> listing, InstantSource clock) {
        super(lists, listing);
        this.clock = clock;
    }

    /**
     * How to work out what is asked for.
     *
     * @throws ListingRefusedException when it cannot be asked that
     */
    protected abstract Expansion<T> expansion(Actor actor, ListQuery<T> query);

    @Override
    public final Page<T> page(Actor actor, ListQuery<T> query, @Nullable String after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ROWS + ", not " + limit);
        }
        Walk walk = new Walk(actor, query, ExpandedPlace.read(listing, query.sort(), after));
        List<T> found = new ArrayList<>();
        boolean more = walk.goOn(record -> found.size() < limit && found.add(record));
        ExpandedPlace reached = walk.reached;
        return new Page<>(found, more && reached != null ? reached.write(listing, query.sort()) : null);
    }

    @Override
    public final Count count(Actor actor, ListQuery<T> query) {
        int[] counted = {0};
        new Walk(actor, query, null).goOn(record -> counted[0]++ < Count.MOST);
        return Count.of(counted[0]);
    }

    @Override
    public void each(Actor actor, ListQuery<T> query, Consumer<T> receiver) {
        SqlCondition visible = visibleTo(actor);
        Expansion<T> expansion = expansion(actor, query);
        Instant now = clock.instant();
        lists.noteExport(actor, listing, query);
        lists.each(listing, visible.and(expansion.source()), unfiltered(query), row -> expansion.records(row).stream()
                .filter(record -> query.matches(record, now))
                .forEach(receiver));
    }

    private ListQuery<T> unfiltered(ListQuery<T> query) {
        return ListQuery.everything(listing).with(query.sort());
    }

    /** Goes through what is asked for, from some place on. */
    private final class Walk {
        private final ListQuery<T> query;
        private final Expansion<T> expansion;
        private final SqlCondition source;
        private final @Nullable ExpandedPlace from;
        private final Instant now = clock.instant();
        private @Nullable ExpandedPlace reached;

        Walk(Actor actor, ListQuery<T> query, @Nullable ExpandedPlace from) {
            SqlCondition visible = visibleTo(actor);
            this.query = query;
            this.expansion = expansion(actor, query);
            this.source = visible.and(expansion.source());
            this.from = from;
        }

        /** @return whether there is more than the receiver took */
        boolean goOn(Predicate<T> receiver) {
            Cursor after = from == null ? null : from.before();
            int step = FIRST_ROWS;
            while (true) {
                List<Lists.Placed<T>> rows = lists.rows(listing, source, query.sort(), after, step);
                for (Lists.Placed<T> row : rows) {
                    if (!goThrough(row, after, receiver)) {
                        return true;
                    }
                    after = row.place();
                }
                if (rows.size() < step) {
                    return false;
                }
                step = Math.min(step * 2, MOST_ROWS_AT_ONCE);
            }
        }

        private boolean goThrough(Lists.Placed<T> row, @Nullable Cursor before, Predicate<T> receiver) {
            Stream<T> records = expansion.records(row.row()).stream().filter(record -> query.matches(record, now));
            ExpandedPlace start = from;
            if (start != null) {
                records = records.filter(record -> start.isBefore(row.place(), expansion.key(record)));
            }
            return records.allMatch(record -> {
                boolean taken = receiver.test(record);
                reached = taken ? new ExpandedPlace(before, row.place().key(), expansion.key(record)) : reached;
                return taken;
            });
        }
    }
}
