package dev.lintel.domain.rulebook;

/** Another version is in force; published in the transaction that says so. */
record RulebookPublished(long project) {}
