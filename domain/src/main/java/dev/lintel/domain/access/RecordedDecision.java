package dev.lintel.domain.access;

/** A log entry with what the decision rested on; deciding the facts again must give the decision again. */
public record RecordedDecision(AcsLogEntry entry, AccessFacts facts, Decision decision) {}
