package dev.lintel.domain.restriction;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Whom a restriction is granted to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GrantTarget.ToGroup.class, name = "group"),
    @JsonSubTypes.Type(value = GrantTarget.ToUser.class, name = "user"),
    @JsonSubTypes.Type(value = GrantTarget.ToIdentifier.class, name = "identifier")
})
public sealed interface GrantTarget {
    /** Id of the group, user or identifier. */
    String id();

    /** The group, all groups below it, and the users of all of them. */
    record ToGroup(String id) implements GrantTarget {}

    /** This user alone, with all identifiers of theirs except guest identifiers. */
    record ToUser(String id) implements GrantTarget {}

    /** This identifier alone. */
    record ToIdentifier(String id) implements GrantTarget {}
}
