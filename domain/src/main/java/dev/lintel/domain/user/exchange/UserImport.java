package dev.lintel.domain.user.exchange;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.PeopleBatch;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes users from a table: first a dry run that says what would become of each row, then all of it or nothing. A row
 * changes the user with its id or its e-mail address, and adds one where there is none.
 */
@Service
public class UserImport {
    /** The largest file that is taken. */
    public static final int MOST_BYTES = UserTable.MOST_BYTES;

    private final ImportPlanner planner;
    private final PeopleBatch batch;
    private final ProjectStore projects;
    private final ApplicationEventPublisher events;

    UserImport(ImportPlanner planner, PeopleBatch batch, ProjectStore projects, ApplicationEventPublisher events) {
        this.planner = planner;
        this.batch = batch;
        this.projects = projects;
        this.events = events;
    }

    /** What becomes of a row. */
    public enum Verdict {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /**
     * A row of the file.
     *
     * @param line where it begins, counted from 1
     * @param name of the user, as far as it is known
     * @param problems all that is wrong with a refused one
     */
    public record Line(long line, String name, Verdict verdict, List<Problem> problems) {
        public Line {
            problems = List.copyOf(problems);
        }
    }

    /**
     * How a file was written, as far as it shows.
     *
     * @param encoding name of the character set
     * @param separator between the columns
     */
    public record Format(String encoding, char separator) {}

    /**
     * What becomes of all rows, in their order.
     *
     * @param stored false after a dry run, and when a row was refused
     */
    public record Outcome(Format format, List<Line> lines, boolean stored) {
        public Outcome {
            lines = List.copyOf(lines);
        }

        public int count(Verdict verdict) {
            return (int)
                    lines.stream().filter(line -> line.verdict() == verdict).count();
        }
    }

    /**
     * Says what would become of each row; stores nothing.
     *
     * @throws UserFileException when it is no table of users
     */
    @Transactional(readOnly = true)
    public Outcome plan(Actor actor, long project, byte[] file) {
        require(actor, project);
        UserTable table = UserTable.read(file);
        return new Outcome(table.format(), lines(planner.plan(actor, project, table.rows())), false);
    }

    /**
     * Stores all rows, or nothing when one of them is refused.
     *
     * @param progress told from 0 to 1 while it works
     * @throws UserFileException when it is no table of users
     */
    @Transactional
    public Outcome load(Actor actor, long project, byte[] file, DoubleConsumer progress) {
        require(actor, project);
        progress.accept(0);
        UserTable table = UserTable.read(file);
        progress.accept(0.1);
        projects.lock(project);
        List<PlannedRow> planned = planner.plan(actor, project, table.rows());
        progress.accept(0.4);
        Outcome outcome = new Outcome(table.format(), lines(planned), true);
        if (outcome.count(Verdict.REFUSED) > 0) {
            return new Outcome(table.format(), outcome.lines(), false);
        }
        store(actor, project, planned, progress);
        events.publishEvent(new ActivityNoted(
                actor,
                project,
                Deed.IMPORTED,
                "user",
                "",
                "",
                Map.of(
                        "added", Integer.toString(outcome.count(Verdict.ADDED)),
                        "changed", Integer.toString(outcome.count(Verdict.CHANGED)))));
        progress.accept(1);
        return outcome;
    }

    private void store(Actor actor, long project, List<PlannedRow> planned, DoubleConsumer progress) {
        List<PeopleBatch.Put> puts = new ArrayList<>();
        for (PlannedRow row : planned) {
            if (row.verdict() == Verdict.ADDED || row.verdict() == Verdict.CHANGED) {
                puts.add(new PeopleBatch.Put(row.before(), row.draft()));
            }
        }
        batch.store(actor, project, puts);
        progress.accept(0.9);
    }

    /** Whether the actor may take users from a file at all, so that views need not offer it in vain. */
    @Unguarded("it tells actors of themselves")
    public static boolean isPermitted(Actor actor) {
        return !(actor.reach(Permission.USER_CREATE) instanceof Reach.Nothing)
                && !(actor.reach(Permission.USER_EDIT) instanceof Reach.Nothing)
                && actor.may(Permission.GROUP_MANAGE_USERS);
    }

    private void require(Actor actor, long project) {
        actor.requireReach(Permission.USER_CREATE);
        actor.requireReach(Permission.USER_EDIT);
        actor.require(Permission.GROUP_MANAGE_USERS);
        if (!actor.sees(project) || projects.byId(project).isEmpty()) {
            throw new NoSuchUserException(Long.toString(project));
        }
    }

    private static List<Line> lines(List<PlannedRow> planned) {
        return planned.stream()
                .map(row -> new Line(row.line(), row.draft().name(), row.verdict(), row.problems()))
                .toList();
    }
}
