package dev.lintel.standalone.demo;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.AccountPasswords;
import dev.lintel.domain.user.User;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens the demo: Heathfield House with busy panels. With {@code --demo}, or when somebody asks for it. */
@Component
public class Demo implements ApplicationRunner {
    /** 91 bits. */
    private static final int PASSWORD_CHARACTERS = 16;

    private final Projects projects;
    private final Sites sites;
    private final AccountPasswords accounts;
    private final ApplicationEventPublisher events;
    private final SimulatedPanels panels;
    private final AtomicBoolean running = new AtomicBoolean();

    Demo(
            Projects projects,
            Sites sites,
            AccountPasswords accounts,
            ApplicationEventPublisher events,
            SimulatedPanels panels) {
        this.projects = projects;
        this.sites = sites;
        this.accounts = accounts;
        this.events = events;
        this.panels = panels;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (arguments.containsOption("demo")) {
            open(Actor.server());
        }
    }

    /**
     * Imports the house unless it is there, says the login of its manager this once, and lets its panels run until the server
     * stops. Opening it again does nothing.
     *
     * @param actor needs the permission to import sites
     */
    public void open(Actor actor) throws IOException {
        actor.require(Permission.SETTINGS_IMPORT);
        Site site = HeathfieldHouse.site();
        if (project(site).isEmpty()) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            SiteFile.write(site, file);
            sites.load(actor, new ByteArrayInputStream(file.toByteArray()), false, progress -> {});
            addManager(site);
        }
        if (running.compareAndSet(false, true)) {
            panels.run(site);
        }
    }

    private Optional<Project> project(Site site) {
        return projects.list(Actor.server()).stream()
                .filter(project -> project.name().equals(site.name()))
                .findFirst();
    }

    /** An invitation would go by mail, which a new server cannot send. */
    private void addManager(Site site) {
        long project = project(site).orElseThrow().id();
        User manager = site.users().stream()
                .filter(user -> user.id().equals(HeathfieldPeople.MANAGER))
                .findFirst()
                .orElseThrow();
        String email = Objects.requireNonNull(manager.email());
        String password = Secrets.readable(PASSWORD_CHARACTERS);
        accounts.open(project, manager.id(), email, password, Locale.ENGLISH);
        events.publishEvent(new ActivityNoted(
                Actor.server(),
                project,
                Deed.REGISTERED,
                "user",
                manager.id(),
                manager.name(),
                Map.of("login", email)));
        // printed and not logged: a log file is kept, and read by others
        System.out.println(welcome(manager.name(), email, password));
    }

    private static String welcome(String name, String login, String password) {
        return """

            ==================================================================
              The demo has a manager, %s: a second person, who puts
              rules in force that you write, or verifies what you review.

                login      %s
                password   %s

              This password is not shown again.
            ==================================================================
            """.formatted(name, login, password);
    }
}
