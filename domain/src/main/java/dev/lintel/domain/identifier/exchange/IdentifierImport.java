package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.identifier.IdentifierBatch;
import dev.lintel.domain.identifier.IdentifierRefusedException.Problem;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.identifier.InvalidIdentifierException;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.restriction.RestrictionChoices;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes identifiers from a list: first a dry run that says what would become of each row, then all of it, or all but the rows
 * that are refused. A row changes the identifier with its id or its value, and adds one where there is none.
 */
@Service
public class IdentifierImport {
    private static final int MOST_RESTRICTIONS = 10_000;

    private final IdentifierBatch batch;
    private final RestrictionChoices restrictions;
    private final ImportHistory history;
    private final ProjectStore projects;
    private final JdbcTemplate jdbc;

    IdentifierImport(
            IdentifierBatch batch,
            RestrictionChoices restrictions,
            ImportHistory history,
            ProjectStore projects,
            JdbcTemplate jdbc) {
        this.batch = batch;
        this.restrictions = restrictions;
        this.history = history;
        this.projects = projects;
        this.jdbc = jdbc;
    }

    /**
     * What is to be taken.
     *
     * @param source what it is called, such as the name of a file
     * @param otherwise id of the owner of what the list gives to nobody known; null refuses such rows
     */
    public record Wish(
            String source,
            List<ListedIdentifier> rows,
            @Nullable String otherwise) {
        public Wish {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of the list.
     *
     * @param value as far as it may be shown
     * @param problems all that is wrong with a refused one
     */
    public record Line(long line, String value, Verdict verdict, List<Problem> problems) {
        public Line {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What becomes of all rows, in their order.
     *
     * @param stored number of the import; null after a dry run, and when nothing was stored
     */
    public record Outcome(List<Line> lines, @Nullable Long stored) {
        public Outcome {
            lines = List.copyOf(lines);
        }

        public int count(Verdict verdict) {
            return (int)
                    lines.stream().filter(line -> line.verdict() == verdict).count();
        }
    }

    /** Whether the actor may take identifiers from a list at all, so that views need not offer it in vain. */
    @Unguarded("it tells actors of themselves")
    public static boolean isPermitted(Actor actor) {
        return List.of(Permission.IDENTIFIER_IMPORT, Permission.IDENTIFIER_CREATE, Permission.IDENTIFIER_EDIT).stream()
                .noneMatch(permission -> actor.reach(permission) instanceof Reach.Nothing);
    }

    /**
     * Says what would become of each row; stores nothing.
     *
     * @throws NoSuchIdentifierException when there is no such project to see
     */
    @Transactional(readOnly = true)
    public Outcome plan(Actor actor, long project, Wish wish) {
        Project here = require(actor, project);
        return new Outcome(lines(planned(actor, here, wish)), null);
    }

    /**
     * Stores all rows, or nothing when one of them is refused.
     *
     * @param withoutRefused whether refused rows are left out instead
     * @param progress told from 0 to 1 while it works
     * @throws NoSuchIdentifierException when there is no such project to see
     */
    @Transactional
    public Outcome load(Actor actor, long project, Wish wish, boolean withoutRefused, DoubleConsumer progress) {
        Project here = require(actor, project);
        progress.accept(0);
        projects.lock(project);
        List<PlannedIdentifier> planned = planned(actor, here, wish);
        progress.accept(0.3);
        Outcome outcome = new Outcome(lines(planned), null);
        int touched = outcome.count(Verdict.ADDED) + outcome.count(Verdict.CHANGED);
        if (touched == 0 || outcome.count(Verdict.REFUSED) > 0 && !withoutRefused) {
            return outcome;
        }
        List<PlannedIdentifier> done = planned.stream()
                .filter(row -> row.verdict() == Verdict.ADDED || row.verdict() == Verdict.CHANGED)
                .toList();
        List<String> ids = batch.store(
                project,
                done.stream()
                        .map(row -> new IdentifierBatch.Put(row.before(), row.draft()))
                        .toList());
        progress.accept(0.9);
        List<@Nullable IssuedIdentifier> before = new ArrayList<>();
        done.forEach(row -> before.add(row.before()));
        long number = history.keep(actor, project, wish.source(), ids, before);
        progress.accept(1);
        return new Outcome(outcome.lines(), number);
    }

    private List<PlannedIdentifier> planned(Actor actor, Project project, Wish wish) {
        Map<String, List<String>> owners = owners(actor, project.id());
        String otherwise = wish.otherwise();
        if (otherwise != null && !owners.getOrDefault(otherwise, List.of()).contains(otherwise)) {
            throw new NoSuchIdentifierException(otherwise);
        }
        Set<String> ids = new HashSet<>();
        Set<String> identities = new HashSet<>();
        for (ListedIdentifier row : wish.rows()) {
            Optional.ofNullable(row.cell(IdentifierColumn.ID)).ifPresent(ids::add);
            String value = Objects.requireNonNullElse(row.cell(IdentifierColumn.VALUE), "");
            IdentifierType type = CellReader.type(Objects.requireNonNullElse(row.cell(IdentifierColumn.TYPE), ""))
                    .orElse(IdentifierType.CARD);
            identity(type, value).ifPresent(identities::add);
        }
        Surroundings around = new Surroundings(
                owners,
                batch.editable(actor, project.id(), ids, identities),
                batch.held(project.id(), identities),
                restrictions(actor, project.id()),
                project.timeZone());
        return new ImportPlanner(around, otherwise).plan(wish.rows());
    }

    /** The one form of a value; empty when no identifier of the type has it. */
    static Optional<String> identity(IdentifierType type, String value) {
        try {
            return Optional.of(IdentifierValue.normalise(type, value));
        } catch (InvalidIdentifierException none) {
            return Optional.empty();
        }
    }

    private Map<String, List<String>> owners(Actor actor, long project) {
        SqlCondition within = SqlCondition.of("p.project_id = ?", project)
                .and(InReach.person(actor.reach(Permission.IDENTIFIER_CREATE), "p.project_id", "p.id"));
        Map<String, List<String>> owners = new HashMap<>();
        jdbc.query(
                "select p.id, p.name, p.email from person p where " + within.sql(),
                row -> {
                    String id = row.getString("id");
                    String email = row.getString("email");
                    owners.put(id, List.of(id));
                    owners.computeIfAbsent(row.getString("name").toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                            .add(id);
                    if (email != null) {
                        owners.put(email.toLowerCase(Locale.ROOT), List.of(id));
                    }
                },
                within.parameters().toArray());
        return owners;
    }

    private Map<String, String> restrictions(Actor actor, long project) {
        Map<String, String> known = new HashMap<>();
        restrictions.find(actor, project, "", 0, MOST_RESTRICTIONS).forEach(one -> {
            known.put(one.name().toLowerCase(Locale.ROOT), one.id());
            known.put(one.id(), one.id());
        });
        return known;
    }

    private Project require(Actor actor, long project) {
        actor.requireReach(Permission.IDENTIFIER_IMPORT);
        actor.requireReach(Permission.IDENTIFIER_CREATE);
        actor.requireReach(Permission.IDENTIFIER_EDIT);
        return projects.byId(project)
                .filter(found -> actor.sees(project))
                .orElseThrow(() -> new NoSuchIdentifierException(Long.toString(project)));
    }

    private static List<Line> lines(List<PlannedIdentifier> planned) {
        return planned.stream()
                .map(row -> new Line(
                        row.line(),
                        row.draft().type().isSecret()
                                ? IssuedIdentifier.HIDDEN
                                : row.draft().value(),
                        row.verdict(),
                        row.problems()))
                .toList();
    }
}
