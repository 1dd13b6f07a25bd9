package dev.lintel.domain.restriction;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.RestrictionRefusedException.Field;
import dev.lintel.domain.restriction.RestrictionRefusedException.Problem;
import dev.lintel.domain.restriction.RestrictionRefusedException.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges drafts of access restrictions: the texts by themselves, the rest by what the actor may touch. */
@Component
class RestrictionCheck {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private final RestrictionStore store;

    RestrictionCheck(RestrictionStore store) {
        this.store = store;
    }

    /**
     * Returns when the draft can be stored.
     *
     * @param permission by which the actor wants to store it
     * @param before null for a new one
     * @throws RestrictionRefusedException with everything that is wrong
     */
    void require(
            Actor actor,
            Permission permission,
            long project,
            @Nullable StoredRestriction before,
            RestrictionDraft draft) {
        List<Problem> problems = new ArrayList<>();
        texts(draft, problems);
        lines(actor.reach(permission), project, draft, problems);
        schedules(project, before, draft, problems);
        targets(actor, project, before == null ? List.of() : before.to(), draft.to(), problems);
        if (!problems.isEmpty()) {
            throw new RestrictionRefusedException(problems);
        }
    }

    private static void texts(RestrictionDraft draft, List<Problem> problems) {
        if (draft.name().isEmpty()) {
            problems.add(new Problem(Field.NAME, Reason.MISSING, ""));
        }
        text(Field.NAME, draft.name(), RestrictionDraft.LONGEST_NAME, CONTROL, problems);
        text(Field.DESCRIPTION, draft.description(), RestrictionDraft.LONGEST_DESCRIPTION, CONTROL_BUT_LINES, problems);
        for (RestrictionLine line : draft.lines()) {
            if (line.accessPoint() != null) {
                text(Field.LINES, line.accessPoint(), RestrictionDraft.LONGEST_ACCESS_POINT, CONTROL, problems);
            }
        }
    }

    private static void text(Field field, String text, int longest, Pattern forbidden, List<Problem> problems) {
        if (text.length() > longest) {
            problems.add(new Problem(field, Reason.TOO_LONG, text));
        } else if (forbidden.matcher(text).find()) {
            problems.add(new Problem(field, Reason.MALFORMED, text));
        }
    }

    private void lines(Reach reach, long project, RestrictionDraft draft, List<Problem> problems) {
        if (draft.lines().size() > RestrictionDraft.MOST_LINES) {
            problems.add(new Problem(Field.LINES, Reason.TOO_MANY, ""));
            return;
        }
        if (draft.lines().isEmpty() && reach instanceof Reach.Part) {
            // whoever reaches some groups only would lose sight of what opens nothing
            problems.add(new Problem(Field.LINES, Reason.MISSING, ""));
        }
        Map<String, Integer> locks = store.locks(known("d", project, ids(draft.lines(), RestrictionLine::device))
                .and(InReach.group(reach, "d.project_id", "d.group_id")));
        for (RestrictionLine line : draft.lines()) {
            Integer found = locks.get(line.device());
            if (found == null) {
                problems.add(new Problem(Field.LINES, Reason.UNAVAILABLE, line.device()));
            } else if (line.lock() == LockChoice.SECOND && found < 2) {
                problems.add(new Problem(Field.LINES, Reason.NO_SUCH_LOCK, line.device()));
            }
        }
    }

    private void schedules(
            long project, @Nullable StoredRestriction before, RestrictionDraft draft, List<Problem> problems) {
        if (draft.schedules().size() > RestrictionDraft.MOST_SCHEDULES) {
            problems.add(new Problem(Field.SCHEDULES, Reason.TOO_MANY, ""));
            return;
        }
        Set<String> unknown = new TreeSet<>(draft.schedules());
        if (before != null) {
            before.restriction().schedules().forEach(unknown::remove);
        }
        store.among("schedule", known("x", project, unknown)).forEach(unknown::remove);
        unknown.forEach(id -> problems.add(new Problem(Field.SCHEDULES, Reason.UNAVAILABLE, id)));
    }

    /** Judges who gets or loses it; those who keep it are no business of the actor. */
    void targets(Actor actor, long project, List<GrantTarget> before, List<GrantTarget> after, List<Problem> problems) {
        List<GrantTarget> touched = new ArrayList<>(after);
        touched.addAll(before);
        touched.removeIf(target -> before.contains(target) && after.contains(target));
        Set<String> groups = ids(touched, target -> target instanceof GrantTarget.ToGroup to ? to.id() : null);
        Set<String> users = ids(touched, target -> target instanceof GrantTarget.ToUser to ? to.id() : null);
        Set<String> carried = ids(touched, target -> target instanceof GrantTarget.ToIdentifier to ? to.id() : null);
        unreached(
                "object_group",
                project,
                groups,
                InReach.group(actor.reach(Permission.GROUP_MANAGE_ACCESS_RESTRICTIONS), "x.project_id", "x.id"),
                problems);
        unreached(
                "person",
                project,
                users,
                InReach.person(actor.reach(Permission.USER_EDIT), "x.project_id", "x.id"),
                problems);
        unreached(
                "identifier",
                project,
                carried,
                InReach.person(actor.reach(Permission.IDENTIFIER_EDIT), "x.project_id", "x.person_id"),
                problems);
    }

    private void unreached(
            String table, long project, Set<String> wanted, SqlCondition reached, List<Problem> problems) {
        if (!wanted.isEmpty()) {
            Set<String> left = new TreeSet<>(wanted);
            store.among(table, known("x", project, wanted).and(reached)).forEach(left::remove);
            left.forEach(id -> problems.add(new Problem(Field.TO, Reason.UNAVAILABLE, id)));
        }
    }

    private static SqlCondition known(String alias, long project, Collection<String> ids) {
        return SqlCondition.of(
                alias + ".project_id = ? and " + alias + ".id = any (?)", project, ids.toArray(String[]::new));
    }

    private static <T> Set<String> ids(List<T> records, Function<T, @Nullable String> id) {
        Set<String> ids = new TreeSet<>();
        for (T record : records) {
            String found = id.apply(record);
            if (found != null) {
                ids.add(found);
            }
        }
        return ids;
    }
}
