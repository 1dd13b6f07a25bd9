package dev.lintel.domain.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter under a name.
 *
 * @param owner login of the account that it belongs to
 * @param own whether it belongs to whoever is asking, and so can be changed by them
 * @param version another one after each change
 */
public record Segment(long id, String owner, boolean own, long version, Draft content) {
    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    /**
     * What its owner decides.
     *
     * @param filters as {@link QueryText} writes them
     * @param sort likewise; null is the list's own order
     * @param sharedIn the project in which everybody who may see the list is shown it; null keeps it private
     */
    public record Draft(
            String name,
            List<String> filters,
            Filter.Match match,
            @Nullable String sort,
            @Nullable Long sharedIn) {
        public Draft {
            name = name.strip();
            filters = List.copyOf(filters);
            if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
                throw new ListingRefusedException("name", "must have 1 to " + LONGEST_NAME + " plain characters");
            }
        }

        /** The filter of a query under a name. What the query is narrowed to is no part of it. */
        public static <T> Draft of(String name, Listing<T> listing, ListQuery<T> query, @Nullable Long sharedIn) {
            Map<String, List<String>> parameters = QueryText.write(listing, query.narrowedTo(List.of()));
            List<String> sort = parameters.getOrDefault("sort", List.of());
            return new Draft(
                    name,
                    parameters.getOrDefault("filter", List.of()),
                    query.filter().match(),
                    sort.isEmpty() ? null : sort.getFirst(),
                    sharedIn);
        }

        /** For the audit. */
        Map<String, String> facts(@Nullable String project) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("name", name);
            facts.put("filter", String.join(match == Filter.Match.ANY ? " or " : " and ", filters));
            if (sort != null) {
                facts.put("sort", sort);
            }
            if (project != null) {
                facts.put("sharedIn", project);
            }
            return facts;
        }

        /** As the parameters of an address or request. */
        public Map<String, List<String>> parameters() {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            parameters.put("filter", filters);
            if (match == Filter.Match.ANY) {
                parameters.put("match", List.of("any"));
            }
            if (sort != null) {
                parameters.put("sort", List.of(sort));
            }
            return parameters;
        }
    }
}
