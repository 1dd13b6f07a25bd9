package dev.lintel.domain.access;

/** What must be done for a decision to stand. */
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
