package dev.lintel.domain.identifier.code;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes access codes, of as many digits as the project wants. */
@Service
public class AccessCodes {
    public static final int FEWEST_DIGITS = GuessableCode.FEWEST_DIGITS;
    public static final int MOST_DIGITS = 8;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_TRIES = 1_000;

    private final ProjectStore projects;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    AccessCodes(ProjectStore projects, JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.projects = projects;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * How many codes there are.
     *
     * @param length digits of those that are made
     * @param issued how many of this length open doors of the project
     */
    public record Supply(int length, long issued) {
        /** At fewer possible codes for each that is issued, trying some at a keypad begins to pay. */
        private static final int FEWEST_FOR_EACH = 1_000;

        public long possible() {
            return Math.round(Math.pow(10, length));
        }

        public boolean isScarce() {
            return possible() < issued * FEWEST_FOR_EACH;
        }
    }

    /** None when the actor sees no such project. */
    @Transactional(readOnly = true)
    public Optional<Supply> supply(Actor actor, long project) {
        Reach reach = actor.requireReach(Permission.IDENTIFIER_CREATE);
        boolean seen = actor.sees(project) && reach.touches(project);
        return projects.byId(project).filter(found -> seen).map(found -> supply(project));
    }

    /** Whether the actor may say how long codes are. */
    public boolean mayChange(Actor actor, long project) {
        return switch (actor.reach(Permission.IDENTIFIER_EDIT)) {
            case Reach.Everything everything -> actor.sees(project);
            case Reach.WholeProject whole -> whole.project() == project;
            case Reach.Part part -> false;
            case Reach.Nothing nothing -> false;
        };
    }

    /**
     * Makes codes of the project this long from now on; those that are issued stay.
     *
     * @param length {@value #FEWEST_DIGITS} to {@value #MOST_DIGITS}
     * @return what there is now; empty when the actor sees no such project
     */
    @Transactional
    public Optional<Supply> changeLength(Actor actor, long project, int length) {
        if (length < FEWEST_DIGITS || length > MOST_DIGITS) {
            throw new IllegalArgumentException("length must be 4 to 8, not " + length);
        }
        actor.requireReach(Permission.IDENTIFIER_EDIT);
        Optional<Project> found = actor.sees(project) ? projects.lock(project) : Optional.empty();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!mayChange(actor, project)) {
            throw new PermissionDeniedException(Permission.IDENTIFIER_EDIT);
        }
        int before = supply(project).length();
        if (before != length) {
            jdbc.update("update project set code_length = ? where id = ?", length, project);
            events.publishEvent(new RecordChanged(
                    actor,
                    project,
                    "project",
                    Long.toString(project),
                    found.get().name(),
                    Map.of("codeLength", Integer.toString(before)),
                    Map.of("codeLength", Integer.toString(length))));
        }
        return Optional.of(supply(project));
    }

    /**
     * A code that no identifier of the project has, and that nobody would try first. The project is locked, so that nobody
     * else is given the same one.
     *
     * @return empty when there is hardly any left
     */
    @Unguarded("whoever issues an identifier has been asked")
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> next(long project) {
        int length = supply(project).length();
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            String code = random(length);
            if (!GuessableCode.is(code) && isFree(project, code)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static String random(int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return code.toString();
    }

    private boolean isFree(long project, String code) {
        return Boolean.FALSE.equals(jdbc.queryForObject("""
                select exists (select from identifier
                               where project_id = ? and type = 'ACCESS_CODE' and identity = ?)""", Boolean.class, project, code));
    }

    private Supply supply(long project) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                """
                select j.code_length, (
                    select count(*) from identifier i where i.project_id = j.id and i.type = 'ACCESS_CODE'
                      and length(i.identity) = j.code_length and not i.revoked) as issued
                from project j where j.id = ?""", (row, number) -> new Supply(row.getInt("code_length"), row.getLong("issued")), project));
    }
}
