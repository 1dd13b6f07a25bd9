package dev.lintel.standalone.demo;

import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.domain.site.Sites;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Opens the demo: Heathfield House with busy panels. With {@code --demo}, or when somebody asks for it. */
@Component
public class Demo implements ApplicationRunner {
    private final Projects projects;
    private final Sites sites;
    private final SimulatedPanels panels;
    private final AtomicBoolean running = new AtomicBoolean();

    Demo(Projects projects, Sites sites, SimulatedPanels panels) {
        this.projects = projects;
        this.sites = sites;
        this.panels = panels;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (arguments.containsOption("demo")) {
            open(Actor.server());
        }
    }

    /**
     * Imports the house unless it is there, and lets its panels run until the server stops. Opening it again does nothing.
     *
     * @param actor needs the permission to import sites
     */
    public void open(Actor actor) throws IOException {
        actor.require(Permission.SETTINGS_IMPORT);
        Site site = HeathfieldHouse.site();
        boolean known = projects.list(Actor.server()).stream()
                .anyMatch(project -> project.name().equals(site.name()));
        if (!known) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            SiteFile.write(site, file);
            sites.load(actor, new ByteArrayInputStream(file.toByteArray()), false, progress -> {});
        }
        if (running.compareAndSet(false, true)) {
            panels.run(site);
        }
    }
}
