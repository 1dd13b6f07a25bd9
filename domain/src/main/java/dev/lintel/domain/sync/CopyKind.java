package dev.lintel.domain.sync;

/** What devices keep copies of. */
public enum CopyKind {
    IDENTIFIER,
    SCHEDULE
}
