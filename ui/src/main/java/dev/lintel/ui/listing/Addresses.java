package dev.lintel.ui.listing;

import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.Filter;
import dev.lintel.domain.listing.Filter.Match;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.ui.component.ChosenProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries in the address of a view. What else stands there stays. */
final class Addresses {
    private Addresses() {}

    /**
     * The query of an address. Short conditions of a link, such as {@code verdict=deny}, become filters like those that
     * people put together; only the project and the search box have a place of their own.
     */
    static <T> ListQuery<T> read(Listing<T> listing, @Nullable String search, QueryParameters address) {
        ListQuery<T> query = QueryText.read(listing, address.getParameters());
        if (query.filter().match() == Match.ANY) {
            return query;
        }
        List<Condition<T>> narrowing = new ArrayList<>();
        List<Condition<T>> conditions = new ArrayList<>();
        for (Condition<T> condition : query.narrowing()) {
            String key = condition.field().key();
            (key.equals(ChosenProject.PARAMETER) || key.equals(search) ? narrowing : conditions).add(condition);
        }
        conditions.addAll(query.filter().conditions());
        return query.narrowedTo(narrowing).with(Filter.all(conditions));
    }

    static <T> QueryParameters write(Listing<T> listing, ListQuery<T> query, QueryParameters address) {
        Map<String, List<String>> parameters = new HashMap<>(address.getParameters());
        List.of("filter", "match", "sort").forEach(parameters::remove);
        listing.fields().forEach(field -> parameters.remove(field.key()));
        parameters.putAll(QueryText.write(listing, query));
        return new QueryParameters(parameters);
    }
}
