package dev.lintel.domain.user.marker;

/**
 * A coloured sign on people, such as "moves out" or "owes rent".
 *
 * @param name unique in the project
 * @param colour as {@code #0f766e}, in lower case
 */
public record Marker(long project, String id, String name, String colour) {}
