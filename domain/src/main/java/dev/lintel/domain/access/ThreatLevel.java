package dev.lintel.domain.access;

/** How dangerous it is at a place. Where several hold, for a group and for one above it, the last of these counts. */
public enum ThreatLevel {
    NORMAL,
    ELEVATED,
    /** Nobody is to move who need not. */
    LOCKDOWN,
    /** Everybody is to get out. */
    EVACUATION
}
