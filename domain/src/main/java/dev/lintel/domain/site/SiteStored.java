package dev.lintel.domain.site;

import dev.lintel.domain.group.Project;

/**
 * Published when a change of a project has been committed, before whoever made it is told so.
 *
 * @param revision number of the change on this server
 * @param whole the project is new or its zone changed, so that it has to be read as a whole
 */
public record SiteStored(Project project, long revision, SiteChange change, boolean whole) {}
