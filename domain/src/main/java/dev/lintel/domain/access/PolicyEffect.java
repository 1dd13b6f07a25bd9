package dev.lintel.domain.access;

/** What a policy does with a request that it concerns. */
public enum PolicyEffect {
    /** Keeps the door shut although a restriction would open it. */
    DENY,
    /** Opens the door although no restriction does. */
    ALLOW,
    /** Opens the door whatever else speaks against it: the way out when there is danger. */
    EGRESS,
    /** Leaves the answer as it is, and tells people. */
    NOTIFY,
    /** Leaves the answer as it is: a row of a table that keeps those below it from counting. */
    LEAVE
}
