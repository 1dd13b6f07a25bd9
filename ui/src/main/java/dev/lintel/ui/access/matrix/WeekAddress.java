package dev.lintel.ui.access.matrix;

import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.listing.ListingRefusedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The address of the week of a door, with the names of parameters that REST has. */
record WeekAddress(String path, QueryParameters query) {
    private static final String USER = "user";
    private static final String IDENTIFIER = "identifier";
    private static final String ACCESS_POINT = "accessPoint";
    private static final String LOCK = "lock";
    private static final String FROM = "from";
    private static final String DRAFT = "draft";

    static WeekAddress of(DoorWeekQuery asked) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(USER, asked.user());
        put(parameters, IDENTIFIER, asked.identifier());
        put(parameters, ACCESS_POINT, asked.accessPoint());
        put(parameters, LOCK, asked.lock());
        put(parameters, FROM, asked.from());
        put(parameters, DRAFT, asked.draft() ? "true" : null);
        return new WeekAddress(
                WeekView.PATH + "/" + asked.project() + "/" + asked.device(), QueryParameters.simple(parameters));
    }

    /** The week of an identifier at the door with which it stands in the matrix, from today on. */
    static String of(MatrixCell cell) {
        return of(new DoorWeekQuery(
                        cell.holder().project(),
                        cell.holder().user(),
                        cell.holder().identifier(),
                        cell.place().device().id(),
                        cell.place().accessPoint(),
                        cell.moment().lock(),
                        null))
                .whole();
    }

    /** Empty for what cannot be asked. */
    static Optional<DoorWeekQuery> read(long project, String device, QueryParameters query) {
        try {
            String lock = value(query, LOCK);
            String from = value(query, FROM);
            return query.getSingleParameter(USER)
                    .map(user -> new DoorWeekQuery(
                            project,
                            user,
                            value(query, IDENTIFIER),
                            device,
                            value(query, ACCESS_POINT),
                            lock == null ? null : Integer.valueOf(lock),
                            from == null ? null : LocalDate.parse(from),
                            "true".equals(value(query, DRAFT))));
        } catch (NumberFormatException | DateTimeException | ListingRefusedException nonsense) {
            return Optional.empty();
        }
    }

    private static @Nullable String value(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> !text.isBlank()).orElse(null);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    /** As links have it. */
    String whole() {
        return path + "?" + query.getQueryString();
    }
}
