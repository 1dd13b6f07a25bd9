package dev.lintel.domain.schedule.holiday;

/** Why a calendar could not be refreshed. */
public enum SubscriptionProblem {
    /** The host has no address, or one of a network that is not open to everybody. */
    ADDRESS_REFUSED,
    UNREACHABLE,
    TIMED_OUT,
    /** The server there answered with another status than 200. */
    REFUSED_THERE,
    TOO_LARGE,
    NO_CALENDAR,
    NO_HOLIDAYS,
    TOO_MANY
}
