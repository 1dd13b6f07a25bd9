package dev.lintel.domain.user.people;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.mail.MailAddress;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.EmailAddresses;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Judges drafts of people: the texts by themselves, the rest by what the actor may touch and hand out. */
@Component
class PersonCheck {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private final Profiles profiles;
    private final EmailAddresses addresses;
    private final JdbcTemplate jdbc;

    PersonCheck(Profiles profiles, EmailAddresses addresses, JdbcTemplate jdbc) {
        this.profiles = profiles;
        this.addresses = addresses;
        this.jdbc = jdbc;
    }

    /**
     * Returns when the draft can be stored.
     *
     * @param permission by which the actor wants to store it
     * @param before null for somebody new
     * @throws UserRefusedException with everything that is wrong
     */
    void require(Actor actor, Permission permission, long project, @Nullable Person before, PersonDraft draft) {
        List<Problem> problems = new ArrayList<>();
        texts(draft, problems);
        email(project, before, draft, problems);
        profile(actor, project, before, draft, problems);
        groups(actor, actor.reach(permission), project, before, draft, problems);
        marker(actor, project, before, draft, problems);
        if (!problems.isEmpty()) {
            throw new UserRefusedException(problems);
        }
    }

    /**
     * Returns when none of them is the actor.
     *
     * @throws UserRefusedException when one is: nobody suspends or deletes themselves
     */
    static void requireOthers(Actor actor, List<Person> people) {
        for (Person person : people) {
            if (person.account() != null && person.account().equals(actor.account())) {
                throw new UserRefusedException(
                        Field.USER, Reason.ONESELF, person.user().name());
            }
        }
    }

    /** What can be said without asking anybody. */
    static void texts(PersonDraft draft, List<Problem> problems) {
        if (draft.name().isEmpty()) {
            problems.add(new Problem(Field.NAME, Reason.MISSING, ""));
        }
        text(Field.NAME, draft.name(), PersonDraft.LONGEST_NAME, CONTROL, problems);
        text(Field.PHONE, draft.phone(), PersonDraft.LONGEST_PHONE, CONTROL, problems);
        text(Field.ADDRESS, draft.address(), PersonDraft.LONGEST_ADDRESS, CONTROL_BUT_LINES, problems);
        if (!PHONE.matcher(draft.phone()).matches()) {
            problems.add(new Problem(Field.PHONE, Reason.MALFORMED, draft.phone()));
        }
        String email = draft.email();
        // a login cannot have a slash: it parts it from the name of a token
        if (email != null && (!MailAddress.isValid(email) || email.indexOf('/') >= 0)) {
            problems.add(new Problem(Field.EMAIL, Reason.MALFORMED, email));
        }
        if (draft.groups().size() > PersonDraft.MOST_GROUPS) {
            problems.add(new Problem(Field.GROUPS, Reason.TOO_MANY, ""));
        }
    }

    private static void text(Field field, String text, int longest, Pattern forbidden, List<Problem> problems) {
        if (text.length() > longest) {
            problems.add(new Problem(field, Reason.TOO_LONG, text));
        } else if (forbidden.matcher(text).find()) {
            problems.add(new Problem(field, Reason.MALFORMED, text));
        }
    }

    private void email(long project, @Nullable Person before, PersonDraft draft, List<Problem> problems) {
        String email = draft.email();
        String old = before == null ? null : before.user().email();
        if (email != null
                && !email.equalsIgnoreCase(old)
                && addresses.isTaken(email, project, before == null ? "" : before.id())) {
            problems.add(new Problem(Field.EMAIL, Reason.TAKEN, email));
        }
        if (before != null && before.account() != null && old != null && email == null) {
            // they log in with it
            problems.add(new Problem(Field.EMAIL, Reason.MISSING, ""));
        }
    }

    private void profile(
            Actor actor, long project, @Nullable Person before, PersonDraft draft, List<Problem> problems) {
        boolean same = before != null && before.user().profile().equals(draft.profile());
        if (!same && !isAvailable(actor, project, draft.profile())) {
            problems.add(new Problem(Field.PROFILE, Reason.UNAVAILABLE, draft.profile()));
        }
    }

    boolean isAvailable(Actor actor, long project, String profile) {
        return profiles.available(actor, project).stream()
                .anyMatch(found -> found.id().equals(profile));
    }

    private void groups(
            Actor actor,
            Reach reach,
            long project,
            @Nullable Person before,
            PersonDraft draft,
            List<Problem> problems) {
        List<String> old = before == null ? List.of() : before.user().groups();
        if (before != null && before.mainUser() != null && !old.equals(draft.groups())) {
            problems.add(new Problem(Field.GROUPS, Reason.FOLLOWS_MAIN_USER, ""));
            return;
        }
        Set<String> touched = new HashSet<>(draft.groups());
        touched.addAll(old);
        touched.removeIf(group -> old.contains(group) && draft.groups().contains(group));
        if (!touched.isEmpty()) {
            actor.require(Permission.GROUP_MANAGE_USERS);
        }
        touched.removeAll(reached(reach, project, touched));
        touched.forEach(group -> problems.add(new Problem(Field.GROUPS, Reason.UNAVAILABLE, group)));
        if (draft.groups().isEmpty() && reach instanceof Reach.Part) {
            // whoever reaches some groups only would lose sight of somebody who is in none
            problems.add(new Problem(Field.GROUPS, Reason.MISSING, ""));
        }
    }

    private Set<String> reached(Reach reach, long project, Set<String> groups) {
        SqlCondition condition = SqlCondition.of(
                        "g.project_id = ? and g.id = any (?)", project, groups.toArray(String[]::new))
                .and(InReach.group(reach, "g.project_id", "g.id"));
        return Set.copyOf(jdbc.queryForList(
                "select g.id from object_group g where " + condition.sql(),
                String.class,
                condition.parameters().toArray()));
    }

    private void marker(Actor actor, long project, @Nullable Person before, PersonDraft draft, List<Problem> problems) {
        String marker = draft.marker();
        String old = before == null ? null : before.marker();
        if (Objects.equals(marker, old)) {
            return;
        }
        actor.require(Permission.MARKER_APPLY);
        if (marker == null) {
            return;
        }
        boolean known = Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from marker where project_id = ? and id = ?)", Boolean.class, project, marker));
        if (!known) {
            problems.add(new Problem(Field.MARKER, Reason.UNAVAILABLE, marker));
        }
    }
}
