package dev.lintel.domain.site;

import dev.lintel.domain.group.Project;

/**
 * Published when a change of a project has been committed, before whoever made it is told so.
 *
 * @param revision number of the change on this server
 * @param change what differs; everything, when the project is new
 * @param isNew whether there was no such project before
 * @param timeZoneChanged whether every schedule without a zone of its own means other instants now
 */
public record SiteStored(Project project, long revision, SiteChange change, boolean isNew, boolean timeZoneChanged) {}
