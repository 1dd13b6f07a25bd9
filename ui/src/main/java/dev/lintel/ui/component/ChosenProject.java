package dev.lintel.ui.component;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The project that a view is narrowed to. It stands in the address, so that an address always shows the same. */
public final class ChosenProject {
    public static final String PARAMETER = "project";

    private ChosenProject() {}

    /** Empty when the address names none, or nonsense: then it is all projects. */
    public static Optional<Long> in(QueryParameters query) {
        return query.getSingleParameter(PARAMETER).flatMap(AddressNumber::of);
    }

    /** As parameters of an address or of a list's query, to which more can be added. */
    public static Map<String, List<String>> parameters(@Nullable Long project) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (project != null) {
            parameters.put(PARAMETER, List.of(project.toString()));
        }
        return parameters;
    }
}
