package dev.lintel.domain.site;

import org.jspecify.annotations.Nullable;

/**
 * One stored change, as the nodes of a server tell it to each other.
 *
 * @param number ascending without gaps in the order of commit
 * @param change null when it is easier to read the whole project again
 */
public record SiteRevision(
        long number, long project, @Nullable SiteChange change) {}
