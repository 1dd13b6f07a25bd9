package dev.lintel.domain.access;

/** What a policy does with a request that it concerns. */
public enum PolicyEffect {
    /** Keeps the door shut although a restriction would open it. */
    DENY,
    /** Opens the door although no restriction does. */
    ALLOW,
    /** Opens the door whatever else speaks against it: the way out when there is danger. */
    EGRESS,
    /** Opens lock {@value #SECOND} as well when the answer is that the door opens, at devices that have it. */
    SECOND_LOCK,
    /** Leaves the answer as it is, and tells people. */
    NOTIFY,
    /** Leaves the answer as it is, and counts how often a day it was asked for, and how often the door opened. */
    COUNT,
    /** Leaves the answer as it is, and marks the entry of the log, for people to look at later. */
    FLAG,
    /** Leaves the answer as it is: a row of a table that keeps those below it from counting. */
    LEAVE;

    /** The lock that {@link #SECOND_LOCK} opens. */
    public static final int SECOND = 2;
}
