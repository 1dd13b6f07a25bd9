package dev.lintel.domain.user.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Very many people at once: what rows of a table are judged by, and storing them. */
@Component
public class PeopleBatch {
    private static final int ID_CHARACTERS = 16;
    private static final int ROWS_AT_A_TIME = 1_000;

    private final PersonStore store;
    private final PersonNews news;
    private final Profiles profiles;
    private final JdbcTemplate jdbc;

    PeopleBatch(PersonStore store, PersonNews news, Profiles profiles, JdbcTemplate jdbc) {
        this.store = store;
        this.news = news;
        this.profiles = profiles;
        this.jdbc = jdbc;
    }

    /**
     * Somebody to store.
     *
     * @param before null for somebody new
     */
    public record Put(@Nullable Person before, PersonDraft draft) {}

    /** What there is around the rows of a table that mention these ids and addresses, as far as the actor reaches. */
    public Surroundings surroundings(Actor actor, long project, Collection<String> ids, Collection<String> emails) {
        String[] lower =
                emails.stream().map(email -> email.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        List<Person> people = store.find(SqlCondition.of(
                        "p.project_id = ? and (p.id = any (?) or lower(p.email) = any (?))",
                        project,
                        ids.toArray(String[]::new),
                        lower)
                .and(InReach.person(actor.reach(Permission.USER_EDIT), "p.project_id", "p.id")));
        return new Surroundings(
                people,
                taken(lower),
                groups(project, InReach.group(actor.reach(Permission.USER_EDIT), "g.project_id", "g.id")),
                profiles.available(actor, project).stream()
                        .collect(toMap(
                                profile -> profile.name().toLowerCase(Locale.ROOT),
                                profile -> profile.id(),
                                (a, b) -> a)),
                actor.may(Permission.MARKER_APPLY) ? markers(project) : Map.of(),
                !(actor.reach(Permission.USER_CREATE) instanceof Reach.Part));
    }

    /** Which of these addresses are somebody's, and whose: as "project/person". */
    private Map<String, List<String>> taken(String[] emails) {
        return jdbc
                .query("""
                        select lower(email) as email, project_id || '/' || id as whose from person where lower(email) = any (?)
                        union all
                        select lower(login), coalesce(project_id || '/' || person_id, '') from account
                        where lower(login) = any (?)""", (row, number) -> Map.entry(row.getString("email"), row.getString("whose")), emails, emails)
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<String, List<String>> groups(long project, SqlCondition reach) {
        SqlCondition wanted = SqlCondition.of("g.project_id = ?", project).and(reach);
        Map<String, List<String>> found = new HashMap<>();
        jdbc.query(
                UserChoices.PLACES + wanted.sql(),
                row -> {
                    String id = row.getString("id");
                    found.computeIfAbsent(row.getString("path").toLowerCase(Locale.ROOT), path -> new ArrayList<>())
                            .add(id);
                    found.putIfAbsent(Surroundings.ID + id, List.of(id));
                },
                wanted.parameters().toArray());
        return found;
    }

    private Map<String, String> markers(long project) {
        return jdbc
                .query(
                        "select id, lower(name) as name from marker where project_id = ?",
                        (row, number) -> Map.entry(row.getString("name"), row.getString("id")),
                        project)
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    /** Stores all of them, and with main users their families, in the transaction that is under way. */
    public void store(Actor actor, long project, List<Put> puts) {
        List<User> added = new ArrayList<>();
        List<User> changed = new ArrayList<>();
        List<Object[]> rest = new ArrayList<>();
        Map<String, List<String>> moved = new HashMap<>();
        for (Put put : puts) {
            Person before = put.before();
            String id = before == null ? Secrets.readable(ID_CHARACTERS) : before.id();
            PersonDraft draft = put.draft();
            User user = new User(
                    id,
                    draft.name(),
                    draft.email(),
                    draft.profile(),
                    draft.groups(),
                    before != null && before.user().suspended());
            (before == null ? added : changed).add(user);
            if (before != null && !before.user().groups().equals(user.groups())) {
                moved.put(id, user.groups());
            }
            rest.add(new Object[] {draft.phone(), draft.address(), draft.marker(), project, id});
        }
        Set<String> done = changed.stream().map(User::id).collect(toSet());
        store.family(project, moved.keySet()).stream()
                .filter(member -> !done.contains(member.id()))
                .forEach(member -> changed.add(member.following(
                        moved.getOrDefault(String.valueOf(member.mainUser()), List.of()),
                        member.user().suspended())));
        news.added(project, added);
        news.changed(project, changed);
        jdbc.batchUpdate("""
                update person set phone = ?, address = ?, marker_id = ?, version = version + 1
                where project_id = ? and id = ?""", rest, ROWS_AT_A_TIME, (statement, row) -> {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
        });
    }
}
