package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Records;
import java.util.List;
import org.springframework.stereotype.Component;

/** The lists of the product by their names. */
@Component
class KnownLists {
    private final List<Records<?>> lists;

    KnownLists(List<Records<?>> lists) {
        this.lists = lists;
    }

    Records<?> named(String name) {
        return lists.stream()
                .filter(records -> records.listing().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problems.NotFoundException("list", name));
    }
}
