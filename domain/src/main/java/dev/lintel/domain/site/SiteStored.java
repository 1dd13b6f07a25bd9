package dev.lintel.domain.site;

import dev.lintel.domain.group.Project;
import org.jspecify.annotations.Nullable;

/**
 * Published when a change of a project has been committed, before whoever made it is told so.
 *
 * @param revision number of the change on this server
 * @param change what differs; everything, when the project is new
 * @param isNew the project, when there was none before
 * @param readAgain whether more differs than the change says: the name or the zone of the project, or all of it is gone
 */
public record SiteStored(
        long revision, SiteChange change, @Nullable Project isNew, boolean readAgain) {}
