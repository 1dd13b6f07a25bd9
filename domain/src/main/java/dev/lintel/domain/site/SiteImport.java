package dev.lintel.domain.site;

import static java.util.stream.Collectors.toMap;

import dev.lintel.domain.device.CredentialEnded;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Ancestry;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.User;
import dev.lintel.domain.wire.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares a checked site with what is stored, and stores the difference in one transaction. */
@Component
class SiteImport {
    private final ProjectStore projects;
    private final SiteReader reader;
    private final SiteRevisions revisions;
    private final Losses losses;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    SiteImport(
            ProjectStore projects,
            SiteReader reader,
            SiteRevisions revisions,
            Losses losses,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.projects = projects;
        this.reader = reader;
        this.revisions = revisions;
        this.losses = losses;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param news empty when nothing had to be stored */
    record Stored(ImportPlan plan, Optional<SiteStored> news) {}

    /** What is stored beside what is wanted. */
    private record Comparison(ImportPlan plan, Site stored) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ImportPlan plan(SiteFile.Numbered file, boolean prune, Predicate<String> profiles) {
        Site wanted = file.site();
        Project project =
                projects.byName(wanted.name()).orElseGet(() -> new Project(0, wanted.name(), wanted.timeZone()));
        return compare(project, file, prune, profiles).plan();
    }

    /** @param profiles whether people may be given the profile with this id */
    @Transactional
    public Stored store(
            Actor by, SiteFile.Numbered file, boolean prune, Predicate<String> profiles, DoubleConsumer progress) {
        Site wanted = file.site();
        boolean isNew = lock(wanted);
        Project before = projects.byName(wanted.name()).orElseThrow();
        Comparison comparison = compare(before, file, prune, profiles);
        ImportPlan plan = comparison.plan();
        if (!isNew && !plan.timeZoneChanged() && plan.change().size() == 0) {
            return new Stored(plan, Optional.empty());
        }
        losses.refuseLastAdministrator(before.id(), plan.change());
        jdbc.update(
                "update project set time_zone = ? where id = ?",
                wanted.timeZone().getId(),
                before.id());
        Project project = new Project(before.id(), wanted.name(), wanted.timeZone());
        Progress rows = new Progress(SiteStore.rows(plan.change()), progress);
        Map<String, Integer> passes =
                comparison.stored().identifiers().stream().collect(toMap(Identifier::id, Identifier::passesUsed));
        new SiteStore(new Batches(jdbc, rows::done), new Ancestry(jdbc), project.id(), passes::get)
                .store(plan.change());
        long revision = revisions.add(project.id(), plan.change(), isNew || plan.timeZoneChanged());
        gone(comparison.stored().devices(), plan.change().devices()).forEach(events::publishEvent);
        new ImportTrail(by, project, events).tell(comparison.stored(), wanted, plan.change());
        SiteStored news = new SiteStored(revision, plan.change(), isNew ? project : null, plan.timeZoneChanged());
        return new Stored(plan, Optional.of(news));
    }

    /** A device comes in by its serial number: with another one it has to come in anew. */
    private static Stream<CredentialEnded> gone(List<Device> before, SiteChange.Puts<Device> change) {
        Set<String> removed = Set.copyOf(change.removed());
        Map<String, String> serials = change.changed().stream().collect(toMap(Device::id, Device::serial));
        return before.stream()
                .filter(device -> removed.contains(device.id())
                        || !serials.getOrDefault(device.id(), device.serial()).equals(device.serial()))
                .map(device -> new CredentialEnded(device.serial()));
    }

    /**
     * Makes the project if it is new, and keeps other imports of it waiting until this one is committed.
     *
     * @return whether it is new
     */
    private boolean lock(Site wanted) {
        int made = jdbc.update(
                "insert into project (name, time_zone) values (?, ?) on conflict (name) do nothing",
                wanted.name(),
                wanted.timeZone().getId());
        // not "for update": rows that refer to the project may be written meanwhile, devices come and go
        jdbc.queryForList("select id from project where name = ? for no key update", wanted.name());
        return made == 1;
    }

    private Comparison compare(Project project, SiteFile.Numbered file, boolean prune, Predicate<String> profiles) {
        Site wanted = file.site();
        Site stored = project.id() == 0 ? Site.empty(wanted.name(), wanted.timeZone()) : reader.read(project);
        List<SiteProblem> problems = new ArrayList<>(serialsElsewhere(project.id(), file));
        if (!prune) {
            problems.addAll(SiteMerge.problems(stored, file));
        }
        problems.addAll(profilesNotToGive(stored, file, profiles));
        problems.addAll(new AccountAddresses(jdbc).problems(project.id(), stored, file));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(SiteProblem::line));
            throw new SiteFileException(problems);
        }
        SiteChange change = SiteDiff.between(stored, wanted, prune);
        List<SiteProblem> lost = losses.problems(project.id(), change);
        if (!lost.isEmpty()) {
            throw new SiteFileException(lost);
        }
        boolean zoneChanges = !project.timeZone().equals(wanted.timeZone());
        int kept = prune ? 0 : SiteDiff.between(stored, wanted, true).size() - change.size();
        return new Comparison(new ImportPlan(project.id(), wanted.name(), zoneChanges, change, kept), stored);
    }

    /** Says that a serial number is taken, never by whom: that is another project's business. */
    private List<SiteProblem> serialsElsewhere(long project, SiteFile.Numbered file) {
        String[] serials = file.site().devices().stream().map(Device::serial).toArray(String[]::new);
        return jdbc.query(
                "select serial from device where serial = any (?) and project_id <> ? order by serial",
                (row, number) -> new SiteProblem(
                        file.lines().ofSerial(row.getString("serial")),
                        "serial",
                        '"' + row.getString("serial") + "\" is known to this server in another project"),
                serials,
                project);
    }

    /** Nobody gives by a file what they may not give by hand; what people have already, they keep. */
    private static List<SiteProblem> profilesNotToGive(
            Site stored, SiteFile.Numbered file, Predicate<String> profiles) {
        Map<String, String> now = stored.users().stream().collect(toMap(User::id, User::profile));
        return file.site().users().stream()
                .filter(user -> !user.profile().equals(now.get(user.id())) && !profiles.test(user.profile()))
                .map(user -> new SiteProblem(
                        file.lines().ofUser(user.id()),
                        "profile",
                        Quoted.of(user.profile()) + " of the user " + Quoted.of(user.id())
                                + " is none that you may give"))
                .toList();
    }

    /** How far the rows have come. */
    private static final class Progress {
        private final int all;
        private final DoubleConsumer told;
        private int done;

        Progress(int all, DoubleConsumer told) {
            this.all = all;
            this.told = told;
        }

        void done(int more) {
            done += more;
            told.accept(Math.min(1.0, (double) done / Math.max(1, all)));
        }
    }
}
