package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.OwnerType;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Reach;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out cells of the matrix without a database: of identifiers that a test knows. */
public record MatrixInMemory(AccessDirectory directory, AccessDecisionPoint rules) {
    /** All cells of an identifier. */
    public List<MatrixCell> cells(
            long project, Identifier identifier, Instant at, @Nullable String accessPoint, @Nullable Integer lock) {
        MatrixHolder holder = new MatrixHolder(
                project,
                identifier.id(),
                identifier.type(),
                identifier.value(),
                "",
                "",
                null,
                identifier.user(),
                "somebody",
                OwnerType.of(identifier.guest()),
                List.of(),
                List.of());
        return new MatrixExpansion(
                        directory,
                        rules,
                        SqlCondition.all(),
                        new MatrixMoment(at, null, accessPoint, lock),
                        new MatrixExpansion.Seen(new Reach.Everything(), true))
                .records(MatrixCell.notWorkedOut(holder));
    }
}
