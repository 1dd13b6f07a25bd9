package dev.lintel.domain.restriction;

/**
 * Hands a restriction to a group, a user or an identifier.
 *
 * @param restriction id of the restriction
 */
public record Grant(String restriction, GrantTarget to) {}
