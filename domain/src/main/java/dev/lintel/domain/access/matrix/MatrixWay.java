package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.AccessFacts;
import java.util.List;

/**
 * A restriction that lets somebody in at a place.
 *
 * @param via whom it is granted to
 * @param schedules of which any will do; none is always
 */
public record MatrixWay(String restriction, String name, List<Holder> via, List<Named> schedules) {
    /** A record by its name. */
    public record Named(String id, String name) {}

    /** Somebody who has the restriction. */
    public record Holder(AccessFacts.Via.Kind kind, String id, String name) {}

    public MatrixWay {
        via = List.copyOf(via);
        schedules = List.copyOf(schedules);
    }
}
