package dev.lintel.domain.access;

/**
 * That another version of the rulebook decides in a part of a project.
 *
 * @param group id of the group in which it does, and below
 * @param version its name
 */
public record PartRuling(String group, String version) {}
