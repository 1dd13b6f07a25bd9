package dev.lintel.domain.access;

/** The two answers a door understands. */
public enum Verdict {
    GRANT,
    DENY
}
