package dev.lintel.domain.access;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What must be done for a decision to stand. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "obligation")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Obligation.CountPass.class, name = "count-pass"),
    @JsonSubTypes.Type(value = Obligation.OpenLock.class, name = "open-lock"),
    @JsonSubTypes.Type(value = Obligation.Notify.class, name = "notify"),
    @JsonSubTypes.Type(value = Obligation.Count.class, name = "count"),
    @JsonSubTypes.Type(value = Obligation.Flag.class, name = "flag")
})
public sealed interface Obligation {
    /**
     * Count one pass of the identifier, and deny if none is left.
     *
     * @param identifier id of the identifier
     */
    record CountPass(String identifier) implements Obligation {}

    /**
     * Open a lock as well; it is among the locks of the decision.
     *
     * @param policy name of the policy that obliges
     * @param lock its number, from 1
     */
    record OpenLock(String policy, int lock) implements Obligation {}

    /**
     * Tell people.
     *
     * @param policy name of the policy that obliges
     */
    record Notify(String policy) implements Obligation {}

    /**
     * Count the request under the policy.
     *
     * @param policy id of the policy that obliges, or of the row of a table
     * @param name its name
     */
    record Count(String policy, String name) implements Obligation {}

    /**
     * Mark the entry of the log.
     *
     * @param policy name of the policy that obliges
     */
    record Flag(String policy) implements Obligation {}
}
