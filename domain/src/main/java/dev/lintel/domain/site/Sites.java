package dev.lintel.domain.site;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Imports and exports whole projects as site files. On the server a site is known by its name: a file with a known name
 * changes that project, a file with a new name makes a project.
 */
@Service
public class Sites {
    /** Where the bar stands when the file has been read: about a fifth of the work of an import. */
    private static final double READ = 0.2;

    /** Where it stands when all rows are written: what is left is to commit them and to put them in force. */
    private static final double WRITTEN = 0.8;

    private final ProjectStore projects;
    private final SiteReader reader;
    private final SiteImport sites;
    private final ApplicationEventPublisher events;

    Sites(ProjectStore projects, SiteReader reader, SiteImport sites, ApplicationEventPublisher events) {
        this.projects = projects;
        this.reader = reader;
        this.sites = sites;
        this.events = events;
    }

    /**
     * Checks a file and says what it would change; stores nothing.
     *
     * @param prune whether stored records that the file does not mention are to be removed
     * @throws SiteFileException with everything that is wrong
     */
    public ImportPlan plan(Actor actor, InputStream file, boolean prune) throws IOException {
        actor.require(Permission.SETTINGS_IMPORT);
        Site wanted = SiteFile.read(file);
        requireScope(actor, wanted);
        return sites.plan(wanted, prune);
    }

    /**
     * Checks and stores all or nothing; in force when this returns.
     *
     * @param progress told from 0 to 1 while it works
     */
    public ImportPlan load(Actor actor, InputStream file, boolean prune, DoubleConsumer progress) throws IOException {
        actor.require(Permission.SETTINGS_IMPORT);
        progress.accept(0);
        Site wanted = SiteFile.read(file);
        requireScope(actor, wanted);
        progress.accept(READ);
        SiteImport.Stored stored = sites.store(wanted, prune, part -> progress.accept(READ + (WRITTEN - READ) * part));
        // the transaction is over: nothing is put in force that could still be rolled back
        stored.news().ifPresent(events::publishEvent);
        progress.accept(1);
        return stored.plan();
    }

    /**
     * Writes the project as a site file, in an order that is the same for the same content.
     *
     * @return false when there is no such project to see
     */
    public boolean export(Actor actor, long project, OutputStream out) throws IOException {
        actor.require(Permission.SETTINGS_IMPORT);
        Optional<Project> found = actor.sees(project) ? projects.byId(project) : Optional.empty();
        if (found.isEmpty()) {
            return false;
        }
        SiteFile.write(reader.read(found.get()), out);
        return true;
    }

    /** A project that the actor cannot see and one that does not exist are refused alike, so that names tell nothing. */
    private void requireScope(Actor actor, Site wanted) {
        boolean allowed = actor.projects() == null
                || projects.byName(wanted.name())
                        .filter(project -> actor.sees(project.id()))
                        .isPresent();
        if (!allowed) {
            throw new PermissionDeniedException(Permission.SETTINGS_IMPORT);
        }
    }
}
