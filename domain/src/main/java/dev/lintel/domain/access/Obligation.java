package dev.lintel.domain.access;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What must be done for a decision to stand. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "obligation")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Obligation.CountPass.class, name = "count-pass"),
    @JsonSubTypes.Type(value = Obligation.Notify.class, name = "notify")
})
public sealed interface Obligation {
    /**
     * Count one pass of the identifier, and deny if none is left.
     *
     * @param identifier id of the identifier
     */
    record CountPass(String identifier) implements Obligation {}

    /**
     * Tell people.
     *
     * @param policy name of the policy that obliges
     */
    record Notify(String policy) implements Obligation {}
}
