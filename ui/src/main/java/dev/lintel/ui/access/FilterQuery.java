package dev.lintel.ui.access;

import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.access.AcsLogFilter;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.component.ChosenProject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A filter of the ACS log as it stands in the address. What cannot be understood there filters nothing. */
public final class FilterQuery {
    private static final int LONGEST_TEXT = 100;

    private FilterQuery() {}

    public static AcsLogFilter read(QueryParameters query) {
        return new AcsLogFilter(
                ChosenProject.in(query).orElse(null),
                text(query, "device"),
                text(query, "identifier"),
                constant(query, "type", IdentifierType.class),
                text(query, "owner"),
                constant(query, "verdict", Verdict.class),
                constant(query, "reason", ReasonCode.class),
                instant(query, "from"),
                instant(query, "until"));
    }

    public static QueryParameters write(AcsLogFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, ChosenProject.PARAMETER, filter.project());
        put(query, "device", filter.deviceId());
        put(query, "identifier", filter.identifier());
        put(query, "type", code(filter.type()));
        put(query, "owner", filter.owner());
        put(query, "verdict", code(filter.verdict()));
        put(query, "reason", code(filter.reason()));
        put(query, "from", filter.from());
        put(query, "until", filter.until());
        return QueryParameters.simple(query);
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }

    private static @Nullable String code(@Nullable Enum<?> constant) {
        return constant == null ? null : WireName.of(constant);
    }

    private static @Nullable String text(QueryParameters query, String name) {
        return value(query, name).filter(text -> text.length() <= LONGEST_TEXT).orElse(null);
    }

    private static <E extends Enum<E>> @Nullable E constant(QueryParameters query, String name, Class<E> type) {
        return value(query, name)
                .flatMap(code -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> code.equals(code(constant)))
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable Instant instant(QueryParameters query, String name) {
        try {
            return value(query, name).map(Instant::parse).orElse(null);
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    private static Optional<String> value(QueryParameters query, String name) {
        return query.getSingleParameter(name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
