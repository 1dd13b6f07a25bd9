package dev.lintel.domain.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.User;
import dev.lintel.domain.user.UsersChanged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a reach says in memory and what it says in SQL are the same, on random trees that are moved about. */
@Tag("PR-3")
class InReachIT extends DatabaseIT {
    private static final int GROUPS = 40;
    private static final int ROUNDS = 60;

    @Autowired
    Sites sites;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Map<String, String> parents = new HashMap<>();
    private long project;

    @BeforeEach
    void site() throws IOException {
        String name = "reach" + seed;
        project = sites.load(Actor.server(), TestSites.file(TestSites.house(name)), false, part -> {})
                .project();
        parents.put("g2", "g1");
        List<ObjectGroup> added = new ArrayList<>();
        for (int i = 3; i < GROUPS; i++) {
            parents.put("g" + i, "g" + (1 + random.nextInt(i - 1)));
            added.add(group("g" + i));
        }
        transaction.executeWithoutResult(
                status -> events.publishEvent(new GroupsChanged(project, added, List.of(), List.of())));
    }

    @Test
    void sqlAndMemoryAgreeWhateverIsMoved() {
        for (int round = 0; round < ROUNDS; round++) {
            move();
            Set<String> own = new HashSet<>(List.of(any(), any()));
            Actor actor = TestActors.ofGroups(project, own, someScopes());
            Reach reach = actor.reach(Permission.IDENTIFIER_VIEW_ALL);
            Set<String> expected = new TreeSet<>();
            parents.keySet().forEach(id -> {
                if (reach.hasGroup(project, id, above(id))) {
                    expected.add(id);
                }
            });
            if (reach.hasGroup(project, "g1", List.of())) {
                expected.add("g1");
            }
            assertThat(reached(reach)).as("seed %s, round %s", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void peopleAreReachedByAnyOfTheirGroupsAndByThemselves() {
        User caretaker = new User("c", "Caretaker", null, "user", List.of("g1", "g2"), false);
        User loner = new User("l", "Loner", null, "user", List.of(), false);
        transaction.executeWithoutResult(status ->
                events.publishEvent(new UsersChanged(project, List.of(caretaker, loner), List.of(), List.of())));

        assertThat(people(TestActors.ofGroups(project, Set.of("g2"), Permission.USER_VIEW)))
                .containsExactlyInAnyOrder("u1", "c");
        assertThat(people(TestActors.ofProject(project, Permission.USER_VIEW)))
                .containsExactlyInAnyOrder("u1", "c", "l");
        assertThat(people(TestActors.ofProject(-1, Permission.USER_VIEW))).isEmpty();
        assertThat(people(TestActors.ofProject(project))).isEmpty();
        Actor himself = new Actor(
                "l", 0L, Set.of(Permission.IDENTIFIER_VIEW_OWN), new Membership(project, "l", Set.of(), false), null);
        assertThat(jdbc.queryForList(
                        "select p.id from person p where "
                                + InReach.person(himself.reach(Permission.IDENTIFIER_VIEW_OWN), "p.project_id", "p.id")
                                        .sql(),
                        String.class,
                        project,
                        "l"))
                .containsExactly("l");
    }

    private Set<String> people(Actor actor) {
        SqlCondition where = InReach.person(actor.reach(Permission.USER_VIEW), "p.project_id", "p.id");
        return new HashSet<>(jdbc.queryForList(
                "select p.id from person p where p.project_id = " + project + " and " + where.sql(),
                String.class,
                where.parameters().toArray()));
    }

    private Set<String> reached(Reach reach) {
        SqlCondition where = InReach.group(reach, "g.project_id", "g.id");
        return new TreeSet<>(jdbc.queryForList(
                "select g.id from object_group g where g.project_id = " + project + " and " + where.sql(),
                String.class,
                where.parameters().toArray()));
    }

    private void move() {
        List<ObjectGroup> moved = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String id = "g" + (2 + random.nextInt(GROUPS - 2));
            String to = "g" + (1 + random.nextInt(GROUPS - 1));
            boolean cycle = to.equals(id) || above(to).contains(id);
            boolean twice = moved.stream().anyMatch(group -> group.id().equals(id));
            if (!cycle && !twice) {
                parents.put(id, to);
                moved.add(group(id));
            }
        }
        transaction.executeWithoutResult(
                status -> events.publishEvent(new GroupsChanged(project, List.of(), moved, List.of())));
    }

    private Permission[] someScopes() {
        return random.ints(2, 0, 3)
                .mapToObj(pick -> List.of(
                                Permission.IDENTIFIER_VIEW_OWN,
                                Permission.IDENTIFIER_VIEW_GROUP,
                                Permission.IDENTIFIER_VIEW_DESCENDANTS)
                        .get(pick))
                .distinct()
                .toArray(Permission[]::new);
    }

    private String any() {
        return "g" + (1 + random.nextInt(GROUPS / 2)) + (random.nextBoolean() ? "" : "0");
    }

    private List<String> above(String id) {
        List<String> above = new ArrayList<>();
        for (String next = parents.get(id); next != null; next = parents.get(next)) {
            above.add(next);
        }
        return above;
    }

    private ObjectGroup group(String id) {
        return new ObjectGroup(id, parents.get(id), GroupType.CUSTOM, id, null);
    }
}
