package dev.lintel.domain.access;

/** Another version of the rulebook is to decide in a project; published in the transaction that says so. */
public record RulebookPublished(long project) {}
