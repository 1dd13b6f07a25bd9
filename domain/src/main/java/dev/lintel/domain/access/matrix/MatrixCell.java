package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.ReasonCode;
import io.vavr.Lazy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identifier at a door: by which restrictions it gets in, and whether it does at the moment asked for.
 *
 * @param ways in the order of their names; none for those who may not see restrictions
 * @param decided for the moment, when it is first looked at
 */
public record MatrixCell(
        MatrixHolder holder, MatrixPlace place, List<MatrixWay> ways, MatrixMoment moment, Lazy<Decided> decided) {
    public MatrixCell {
        ways = List.copyOf(ways);
    }

    /** A row of the database, of which nothing is worked out yet. */
    static MatrixCell notWorkedOut(MatrixHolder holder) {
        return new MatrixCell(holder, MatrixPlaces.NOWHERE, List.of(), MatrixMoment.NONE, Lazy.of(() -> {
            throw new IllegalStateException("there is no place");
        }));
    }

    public Opens opens() {
        return Opens.of(decided.get().decision());
    }

    public ReasonCode reason() {
        return decided.get().decision().reason();
    }

    /** Until when it stays like this if nobody changes anything; null is without end. */
    public @Nullable Instant until() {
        return decided.get().until();
    }

    /** What tells it apart in the whole list. */
    public String id() {
        return holder.project() + "/" + holder.identifier() + "/" + MatrixPlaces.key(place);
    }
}
