package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.wire.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a list; a controller takes it as an argument and documents it by {@link ListParameters}.
 *
 * @param more filters of other parameters, by their names, which must hold in any case
 */
record ListRequest(Map<String, List<String>> parameters, Map<String, String> more) {
    private static final int USUAL_LIMIT = 100;

    ListRequest {
        more = new LinkedHashMap<>(more);
    }

    /** The same with a parameter that says a filter in another way; null when it was not given. */
    ListRequest and(String parameter, String filter, @Nullable Object value) {
        ListRequest both = new ListRequest(parameters, more);
        if (value != null) {
            both.more.put(parameter, filter + value);
        }
        return both;
    }

    /** @throws dev.lintel.domain.listing.ListingRefusedException when it cannot be asked that */
    <T> ListQuery<T> query(Records<T> records) {
        Listing<T> listing = records.listing();
        ListQuery<T> query = QueryText.read(listing, parameters);
        List<Condition<T>> narrowing = new ArrayList<>(query.narrowing());
        more.forEach((parameter, filter) -> narrowing.add(QueryText.condition(listing, parameter, filter)));
        return query.narrowedTo(narrowing);
    }

    /**
     * One page of what the actor sees.
     *
     * @throws dev.lintel.domain.listing.ListingRefusedException when it cannot be asked that
     */
    <T> Page<T> page(Actor actor, Records<T> records) {
        return records.page(actor, query(records), after(), limit());
    }

    private @Nullable String after() {
        return first("after");
    }

    private int limit() {
        String text = first("limit");
        try {
            int limit = text == null ? USUAL_LIMIT : Integer.parseInt(text);
            return Words.within("limit", limit, 1, Records.MOST_ROWS);
        } catch (NumberFormatException wrong) {
            throw new RefusedException("limit", "must be a whole number from 1 to " + Records.MOST_ROWS);
        }
    }

    private @Nullable String first(String name) {
        String text = parameters.getOrDefault(name, List.of("")).getFirst().strip();
        return text.isEmpty() ? null : text;
    }
}
