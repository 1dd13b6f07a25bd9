package dev.lintel.domain.site;

import static java.util.stream.Collectors.toSet;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.permission.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
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
    private final Profiles profiles;
    private final ApplicationEventPublisher events;

    Sites(
            ProjectStore projects,
            SiteReader reader,
            SiteImport sites,
            Profiles profiles,
            ApplicationEventPublisher events) {
        this.projects = projects;
        this.reader = reader;
        this.sites = sites;
        this.profiles = profiles;
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
        SiteFile.Numbered wanted = SiteFile.readWithLines(file);
        requireScope(actor, wanted.site());
        return sites.plan(wanted, prune, given(actor, wanted.site()));
    }

    /**
     * Checks and stores all or nothing; in force when this returns.
     *
     * @param progress told from 0 to 1 while it works
     */
    public ImportPlan load(Actor actor, InputStream file, boolean prune, DoubleConsumer progress) throws IOException {
        actor.require(Permission.SETTINGS_IMPORT);
        progress.accept(0);
        SiteFile.Numbered wanted = SiteFile.readWithLines(file);
        requireScope(actor, wanted.site());
        progress.accept(READ);
        SiteImport.Stored stored = sites.store(
                actor,
                wanted,
                prune,
                given(actor, wanted.site()),
                part -> progress.accept(READ + (WRITTEN - READ) * part));
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
        Optional<Project> found = mayTouchAll(actor, project) ? projects.byId(project) : Optional.empty();
        if (found.isEmpty()) {
            return false;
        }
        SiteFile.write(reader.read(found.get()), out);
        String name = found.get().name();
        events.publishEvent(
                new ActivityNoted(actor, project, Deed.EXPORTED, "project", Long.toString(project), name, Map.of()));
        return true;
    }

    /** A project that the actor cannot see and one that does not exist are refused alike, so that names tell nothing. */
    private void requireScope(Actor actor, Site wanted) {
        boolean allowed = actor.reach(Permission.SETTINGS_IMPORT) instanceof Reach.Everything
                || projects.byName(wanted.name())
                        .filter(project -> mayTouchAll(actor, project.id()))
                        .isPresent();
        if (!allowed) {
            throw new PermissionDeniedException(Permission.SETTINGS_IMPORT);
        }
    }

    /** Whether the actor may take the project along: a file holds all of it, so it is not for those who have a part of it. */
    public static boolean mayTouchAll(Actor actor, long project) {
        Reach reach = actor.reach(Permission.SETTINGS_IMPORT);
        return reach instanceof Reach.Everything || reach.equals(new Reach.WholeProject(project));
    }

    /** The profiles that the actor may give to people by a file: those that they may give by hand. */
    private Predicate<String> given(Actor actor, Site wanted) {
        if (actor.membership() == null && actor.permissions().containsAll(List.of(Permission.values()))) {
            return profile -> true;
        }
        Set<String> available = projects.byName(wanted.name())
                .map(project -> profiles.available(actor, project.id()).stream()
                        .map(Profile::id)
                        .collect(toSet()))
                .orElse(BuiltInProfile.COMPANY_ADMINISTRATOR.available());
        return available::contains;
    }
}
