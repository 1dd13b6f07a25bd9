package dev.lintel.domain.site;

/**
 * One thing that is wrong with a site file.
 *
 * @param line number of the line, from 1; 0 for the file as a whole
 * @param field the field that is wrong, or the kind of record
 * @param reason in English, lower case, quoting what was found; it is for the person who made the file
 */
public record SiteProblem(int line, String field, String reason) {}
