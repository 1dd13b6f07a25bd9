package dev.lintel.domain.group;

/**
 * A project has another name, or is gone; published inside the transaction that has stored it. Whoever keeps something of
 * the project in memory reads it again.
 */
public record ProjectChanged(long project) {}
