package dev.lintel.domain.user;

/**
 * Somebody who belongs to a group.
 *
 * @param person id
 */
public record GroupMember(String person, String name, boolean suspended) {}
