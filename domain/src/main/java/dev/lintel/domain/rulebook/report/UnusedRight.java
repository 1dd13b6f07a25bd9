package dev.lintel.domain.rulebook.report;

/**
 * An access restriction that somebody has and that opened no door.
 *
 * @param restriction id
 * @param groups how many groups it is granted to; likewise the people and identifiers
 */
public record UnusedRight(String restriction, String name, int groups, int people, int identifiers) {}
