package dev.lintel.ui.access.matrix;

/**
 * What stands in a cell, as a link where it leads to a record. Public, since the grid reads it by its accessors.
 *
 * @param path empty for plain text
 */
public record CellLink(String name, String path) {}
