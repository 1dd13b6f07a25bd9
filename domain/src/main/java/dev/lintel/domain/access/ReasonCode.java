package dev.lintel.domain.access;

/** Why a decision is what it is, in the order in which the reasons are asked for. */
public enum ReasonCode {
    /** No device has that serial number. */
    DEVICE_UNKNOWN,
    /** The device's project has no identifier of that type and value. */
    UNKNOWN_IDENTIFIER,
    REVOKED,
    /** The identifier is suspended for the time being. */
    IDENTIFIER_SUSPENDED,
    HOLDER_SUSPENDED,
    NOT_YET_VALID,
    EXPIRED,
    PASSES_USED_UP,
    /** No applicable restriction has a line for this device and access point. */
    NO_RESTRICTION,
    LOCK_NOT_ALLOWED,
    OUTSIDE_SCHEDULE,
    /** A policy forbids what the restrictions would allow. */
    POLICY_DENIED,
    /** A policy asks that somebody else, or the holder with something else, presents a credential as well. */
    SECOND_CREDENTIAL_NEEDED,
    GRANTED,
    /** A policy allows what the restrictions would not. */
    POLICY_ALLOWED,
    /** An emergency egress opens, whatever else holds. */
    EMERGENCY_EGRESS,
    /** The device decided by itself and told the server afterwards; the reason is the device's own. */
    DECIDED_BY_DEVICE,
    /** The decision could not be made: a rule failed, ran out of time or lacked a fact. Always a denial. */
    INDETERMINATE;

    /** Whether policies keep shut what would open without them. */
    public boolean isByPolicy() {
        return this == POLICY_DENIED || this == SECOND_CREDENTIAL_NEEDED;
    }
}
