package dev.lintel.domain.identifier;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.identifier.IdentifierRefusedException.Field;
import dev.lintel.domain.identifier.IdentifierRefusedException.Problem;
import dev.lintel.domain.identifier.IdentifierRefusedException.Reason;
import dev.lintel.domain.identifier.code.GuessableCode;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.RestrictionChoices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Judges drafts of identifiers: the texts by themselves, the rest by what the actor may touch. */
@Component
public class IdentifierCheck {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private final IdentifierStore store;
    private final RestrictionChoices restrictions;
    private final JdbcTemplate jdbc;

    IdentifierCheck(IdentifierStore store, RestrictionChoices restrictions, JdbcTemplate jdbc) {
        this.store = store;
        this.restrictions = restrictions;
        this.jdbc = jdbc;
    }

    /**
     * Returns when the draft can be stored.
     *
     * @param permission by which the actor wants to store it
     * @param before null for a new one
     * @throws IdentifierRefusedException with everything that is wrong
     */
    void require(
            Actor actor,
            Permission permission,
            long project,
            @Nullable IssuedIdentifier before,
            IdentifierDraft draft) {
        List<Problem> problems = new ArrayList<>();
        Identifier old = before == null ? null : before.identifier();
        alone(old, draft, problems);
        if (draft.type() == IdentifierType.URL) {
            problems.add(new Problem(Field.TYPE, Reason.OF_A_GUEST, ""));
        }
        owner(actor, permission, project, draft, problems);
        boolean sound = problems.stream().noneMatch(problem -> problem.field() == Field.VALUE);
        if (sound && !draft.value().isEmpty()) {
            free(actor, project, old, draft, problems);
        }
        restrictions(actor, project, before == null ? List.of() : before.restrictions(), draft, problems);
        if (!problems.isEmpty()) {
            throw new IdentifierRefusedException(problems);
        }
    }

    /**
     * Returns when a guest's identifier can be stored, as far as it is like any other.
     *
     * @throws IdentifierRefusedException with everything that is wrong
     */
    void requireOfGuest(Actor actor, long project, @Nullable Identifier old, IdentifierDraft draft) {
        List<Problem> problems = new ArrayList<>();
        alone(old, draft, problems);
        if (problems.isEmpty()) {
            free(actor, project, old, draft, problems);
        }
        if (!problems.isEmpty()) {
            throw new IdentifierRefusedException(problems);
        }
    }

    /** Adds what can be said without asking anybody. */
    public static void alone(@Nullable Identifier old, IdentifierDraft draft, List<Problem> problems) {
        if (old != null && old.type() != draft.type()) {
            problems.add(new Problem(Field.TYPE, Reason.FIXED, ""));
        }
        value(old, draft, problems);
        text(Field.NAME, draft.name(), IdentifierDraft.LONGEST_NAME, CONTROL, problems);
        text(Field.NOTES, draft.notes(), IdentifierDraft.LONGEST_NOTES, CONTROL_BUT_LINES, problems);
        Instant from = draft.validFrom();
        Instant until = draft.validUntil();
        if (from != null && until != null && !until.isAfter(from)) {
            problems.add(new Problem(Field.VALID_UNTIL, Reason.ENDS_TOO_EARLY, ""));
        }
        Integer most = draft.maxPasses();
        if (most != null && (most < 0 || most > IdentifierDraft.MOST_PASSES)) {
            problems.add(new Problem(Field.MAX_PASSES, Reason.OUT_OF_RANGE, most.toString()));
        }
    }

    private static void value(@Nullable Identifier old, IdentifierDraft draft, List<Problem> problems) {
        String value = draft.value();
        if (old != null && old.value().equals(value)) {
            return;
        }
        if (value.isEmpty()) {
            Field missing = draft.type() == IdentifierType.FACE ? Field.PHOTO : Field.VALUE;
            problems.add(new Problem(missing, Reason.MISSING, ""));
            return;
        }
        try {
            IdentifierValue.normalise(draft.type(), value);
        } catch (InvalidIdentifierException malformed) {
            problems.add(new Problem(Field.VALUE, Reason.MALFORMED, draft.type().isSecret() ? "" : value));
            return;
        }
        if (draft.type() == IdentifierType.ACCESS_CODE && GuessableCode.is(value)) {
            problems.add(new Problem(Field.VALUE, Reason.GUESSABLE, ""));
        }
    }

    private static void text(Field field, String text, int longest, Pattern forbidden, List<Problem> problems) {
        if (text.length() > longest) {
            problems.add(new Problem(field, Reason.TOO_LONG, text));
        } else if (forbidden.matcher(text).find()) {
            problems.add(new Problem(field, Reason.MALFORMED, text));
        }
    }

    private void owner(
            Actor actor, Permission permission, long project, IdentifierDraft draft, List<Problem> problems) {
        if (draft.user().isBlank()) {
            problems.add(new Problem(Field.OWNER, Reason.MISSING, ""));
            return;
        }
        SqlCondition owner = SqlCondition.of("p.project_id = ? and p.id = ?", project, draft.user())
                .and(InReach.person(actor.reach(permission), "p.project_id", "p.id"));
        boolean known = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from person p where " + owner.sql() + ")",
                Boolean.class,
                owner.parameters().toArray()));
        if (!known) {
            problems.add(new Problem(Field.OWNER, Reason.UNAVAILABLE, draft.user()));
        }
    }

    private void free(
            Actor actor, long project, @Nullable Identifier old, IdentifierDraft draft, List<Problem> problems) {
        store.holder(project, draft.type(), draft.value())
                .filter(holder -> old == null || !holder.id().equals(old.id()))
                .ifPresent(holder ->
                        problems.add(new Problem(Field.VALUE, Reason.TAKEN, holderName(actor, project, holder))));
    }

    /** Empty for somebody who does not see the holder. */
    private String holderName(Actor actor, long project, Identifier holder) {
        SqlCondition seen = SqlCondition.of("i.project_id = ? and i.id = ?", project, holder.id())
                .and(InReach.person(actor.reach(Permission.IDENTIFIER_VIEW_OWN), "i.project_id", "i.person_id"));
        return store.find(seen).stream()
                .map(IssuedIdentifier::owner)
                .findFirst()
                .orElse("");
    }

    private void restrictions(
            Actor actor, long project, List<String> old, IdentifierDraft draft, List<Problem> problems) {
        List<String> wanted = draft.restrictions();
        if (wanted == null) {
            return;
        }
        if (wanted.size() > IdentifierDraft.MOST_RESTRICTIONS) {
            problems.add(new Problem(Field.RESTRICTIONS, Reason.TOO_MANY, ""));
            return;
        }
        Set<String> touched = new HashSet<>(wanted);
        touched.addAll(old);
        touched.removeIf(id -> old.contains(id) && wanted.contains(id));
        touched.removeAll(restrictions.reached(actor, project, touched));
        touched.forEach(id -> problems.add(new Problem(Field.RESTRICTIONS, Reason.UNAVAILABLE, id)));
    }
}
