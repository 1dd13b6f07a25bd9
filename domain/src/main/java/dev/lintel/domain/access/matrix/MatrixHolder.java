package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.OwnerType;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identifier and whose it is.
 *
 * @param value as it was entered, or masked where knowing it opens doors
 * @param words the spellings by which it is found, one a line
 * @param name of the identifier; empty when it has none
 * @param used when it last opened a door
 * @param user id of the owner; of a guest identifier the person who made it
 * @param owner the owner's name
 * @param groups ids of the owner's groups, each followed by those above it
 * @param groupNames names of the owner's own groups
 */
public record MatrixHolder(
        long project,
        String identifier,
        IdentifierType type,
        String value,
        String words,
        String name,
        @Nullable Instant used,
        String user,
        String owner,
        OwnerType ownerType,
        List<String> groups,
        List<String> groupNames) {
    public MatrixHolder {
        groups = List.copyOf(groups);
        groupNames = List.copyOf(groupNames);
    }

    MatrixHolder in(List<String> all, List<String> names) {
        return new MatrixHolder(
                project, identifier, type, value, words, name, used, user, owner, ownerType, all, names);
    }
}
