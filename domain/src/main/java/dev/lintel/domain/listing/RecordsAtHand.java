package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list whose records are in memory and not in the database: few enough to go through all of them while somebody waits. It has
 * the manners of every other list, and its listing is a {@link Listing#atHand}.
 */
public abstract class RecordsAtHand<T> extends Records<T> {
    private final InstantSource clock;

    /** A record with its place. */
    private record Held<T>(T record, Cursor place) {}

    protected RecordsAtHand(Lists lists, Listing<T> listing, InstantSource clock) {
        super(lists, listing);
        this.clock = clock;
    }

    /**
     * Those that the actor may see, in any order.
     *
     * @throws dev.lintel.domain.permission.PermissionDeniedException when the list is not for this actor at all
     */
    protected abstract List<T> all(Actor actor);

    /** Tells records apart, and never changes. */
    protected abstract String key(T record);

    /** There are no rows. */
    @Override
    protected final SqlCondition visibleTo(Actor actor) {
        return SqlCondition.none();
    }

    @Override
    public final Page<T> page(Actor actor, ListQuery<T> query, @Nullable String after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ROWS + ", not " + limit);
        }
        Cursor place = after == null ? null : Cursor.read(listing, query.sort(), after);
        Comparator<Cursor> order = order(query);
        List<Held<T>> found = sorted(actor, query)
                .filter(held -> place == null || order.compare(held.place(), place) > 0)
                .limit(limit + 1L)
                .toList();
        List<T> rows = found.stream().limit(limit).map(Held::record).toList();
        return new Page<>(
                rows,
                found.size() <= limit ? null : found.get(limit - 1).place().write(listing, query.sort()));
    }

    @Override
    public final Count count(Actor actor, ListQuery<T> query) {
        return Count.of((int) matching(actor, query).count());
    }

    @Override
    public final void each(Actor actor, ListQuery<T> query, Consumer<T> receiver) {
        Stream<Held<T>> records = sorted(actor, query);
        lists.noteExport(actor, listing, query);
        records.forEach(held -> receiver.accept(held.record()));
    }

    private Stream<T> matching(Actor actor, ListQuery<T> query) {
        Instant now = clock.instant();
        return all(actor).stream().filter(record -> query.matches(record, now));
    }

    private Stream<Held<T>> sorted(Actor actor, ListQuery<T> query) {
        return matching(actor, query)
                .map(record -> new Held<>(record, place(record, query)))
                .sorted(Comparator.comparing(Held::place, order(query)));
    }

    private Cursor place(T record, ListQuery<T> query) {
        Object value = listing.known(query.sort().field()).value().apply(record);
        return new Cursor(value, List.of(key(record)));
    }

    /** As the database has it: what has no value comes last in both directions. */
    private static Comparator<Cursor> order(ListQuery<?> query) {
        PeopleOrder texts = new PeopleOrder();
        Comparator<Cursor> byValue = (one, other) -> values(texts, one.value(), other.value());
        Comparator<Cursor> upwards =
                byValue.thenComparing(place -> place.key().getFirst().toString());
        return Comparator.<Cursor, Boolean>comparing(place -> place.value() == null)
                .thenComparing(query.sort().descending() ? upwards.reversed() : upwards);
    }

    @SuppressWarnings("unchecked")
    private static int values(PeopleOrder texts, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return 0;
        }
        return switch (one) {
            case String text -> texts.compare(text, other.toString());
            case Enum<?> constant -> constant.name().compareTo(((Enum<?>) other).name());
            default -> ((Comparable<Object>) one).compareTo(other);
        };
    }
}
