package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Listing.Sort;
import java.time.Instant;
import java.util.List;

/**
 * What somebody wants to see of a list.
 *
 * @param narrowing must hold in any case, whatever the filter says: the project that a view is narrowed to, plain parameters
 * @param sort by a field that the list can be sorted by
 */
public record ListQuery<T>(List<Condition<T>> narrowing, Filter<T> filter, Sort sort) {
    public ListQuery {
        narrowing = List.copyOf(narrowing);
    }

    /** The whole list as it comes by itself. */
    public static <T> ListQuery<T> everything(Listing<T> listing) {
        return new ListQuery<>(List.of(), Filter.none(), listing.sort());
    }

    public ListQuery<T> with(Filter<T> other) {
        return new ListQuery<>(narrowing, other, sort);
    }

    public ListQuery<T> narrowedTo(List<Condition<T>> other) {
        return new ListQuery<>(other, filter, sort);
    }

    public ListQuery<T> with(Sort other) {
        return new ListQuery<>(narrowing, filter, other);
    }

    /** Asks for nothing but what is narrowed down. */
    public boolean isUnfiltered() {
        return filter.conditions().isEmpty();
    }

    /** Whether a record is among those asked for. */
    public boolean matches(T record, Instant now) {
        return Filter.all(narrowing).matches(record, now) && filter.matches(record, now);
    }

    /** What {@link #matches} says, as one condition on rows. */
    SqlCondition sql(Instant now) {
        return Filter.all(narrowing).sql(now).and(filter.sql(now));
    }
}
