package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupGeneration;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.group.LevelPlan;
import dev.lintel.domain.group.PlannedGroup;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.people.UserList;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/** What is asked of the lists, each time in other words. */
final class ListMeasurements {
    private static final int PAGE = 100;
    private static final int BUILDINGS = 10;

    private static final LevelPlan APARTMENTS =
            new LevelPlan(GroupType.APARTMENT, "Apartment #", 99, 1, null, Set.of(), List.of());

    private final UserList users;
    private final AcsLog log;
    private final Groups groups;
    private final GroupGeneration generation;
    private final Stopwatch watch;
    private final long project;
    private final Actor company;
    private final Actor site;

    ListMeasurements(ConfigurableApplicationContext domain, long project, Stopwatch watch) {
        this.users = domain.getBean(UserList.class);
        this.log = domain.getBean(AcsLog.class);
        this.groups = domain.getBean(Groups.class);
        this.generation = domain.getBean(GroupGeneration.class);
        this.project = project;
        this.watch = watch;
        Set<Permission> permissions = Set.of(
                Permission.USER_VIEW,
                Permission.ACS_LOG_VIEW,
                Permission.DEVICE_VIEW,
                Permission.SETTINGS_VIEW,
                Permission.MARKER_VIEW);
        Membership whole = new Membership(project, "company", Set.of("complex"), true);
        Membership part = new Membership(project, "site", Set.of("b1", "b2"), false);
        this.company = new Actor("company", null, permissions, whole, null);
        this.site = new Actor("site", null, permissions, part, null);
    }

    void run() {
        users();
        log();
        groups();
    }

    private void users() {
        watch.measure("users, first page", i -> page(users, company, List.of()));
        watch.measure(
                "users, 3 filters, many found",
                i -> page(users, company, List.of("name:has:an", "status:is:not-invited", "profile:is:user")));
        watch.measure(
                "users, 3 filters, some found",
                i -> page(
                        users, company, List.of("name:has:ева", "status:is:not-invited", "group:is:b" + building(i))));
        watch.measure(
                "users, 3 filters, few found",
                i -> page(
                        users,
                        company,
                        List.of("email:has:b" + building(i) + "-u2-f" + i % 20, "profile:is:user", "created:last:7d")));
        watch.measure(
                "users, 3 filters, none found",
                i -> page(users, company, List.of("name:has:xyz" + i, "status:is:not-invited", "profile:is:user")));
        watch.measure(
                "users, any of 3 filters",
                i -> page(
                        users,
                        company,
                        Map.of(
                                "match",
                                List.of("any"),
                                "filter",
                                List.of(
                                        "name:has:xyz" + i,
                                        "email:has:-f" + i % 20 + "-a3",
                                        "group:is:b" + building(i)))));
        watch.measure(
                "users, 3 filters, of two buildings",
                i -> page(users, site, List.of("name:has:an", "status:is:not-invited", "profile:is:user")));
        watch.measure(
                "users, 3 filters, counted",
                i -> users.count(
                        company,
                        query(
                                users,
                                List.of(
                                        "name:has:o" + (char) ('a' + i % 26),
                                        "status:is:not-invited",
                                        "profile:is:user"))));
    }

    private void log() {
        watch.measure("log, first page", i -> page(log, company, List.of()));
        watch.measure(
                "log, filtered", i -> page(log, company, List.of("verdict:is:deny", "created:last:" + (1 + i) + "d")));
        watch.measure("log, by owner, many found", i -> page(log, company, List.of("owner:has:an", "verdict:is:deny")));
        watch.measure("log, by owner, few found", i -> page(log, company, List.of("owner:has:" + rare(i))));
        watch.measure(
                "log, by identifier, few found",
                i -> page(log, company, List.of("identifier:has:b" + building(i) + "-u2-f" + i % 20 + "-a3")));
        watch.measure("log, by marker, none found", i -> page(log, company, List.of("marker:is:none" + i)));
        watch.measure("log, by owner, none found", i -> page(log, company, List.of("owner:has:xyz" + i)));
        watch.measure("log, by identifier, none found", i -> page(log, company, List.of("identifier:has:zz" + i)));
        watch.measure("log, of one device", i -> page(log, company, List.of("device:is:b" + building(i) + "-gate")));
        watch.measure("log, first page, of two buildings", i -> page(log, site, List.of()));
        watch.measure("log, counted", i -> log.count(company, query(log, List.of("verdict:is:deny"))));
        walk();
    }

    /** Half a name and a whole one, of somebody or other. */
    private String rare(int i) {
        String name = users.page(company, ListQuery.everything(users.listing()), null, PAGE)
                .rows()
                .get(i % PAGE)
                .name();
        return name.substring(name.length() / 4);
    }

    /** From the newest entry to the oldest, page after page. */
    private void walk() {
        List<Long> nanos = new ArrayList<>();
        ListQuery<AcsLogEntry> everything = ListQuery.everything(log.listing());
        String after = null;
        do {
            long start = System.nanoTime();
            Page<AcsLogEntry> page = log.page(company, everything, after, Records.MOST_ROWS);
            nanos.add(System.nanoTime() - start);
            after = page.next();
        } while (after != null);
        int half = nanos.size() / 2;
        watch.print("log, 1000 rows, first half of the pages", array(nanos.subList(0, half)));
        watch.print("log, 1000 rows, second half of the pages", array(nanos.subList(half, nanos.size())));
    }

    private void groups() {
        watch.measure("groups, tree opened", i -> groups.tops(company, project)
                .forEach(top -> groups.children(company, project, top.id(), 0, PAGE)));
        watch.measure("groups, \"floor 7\"", i -> groups.search(company, project, "floor " + i % 20, 0, 50));
        watch.measure(
                "groups, \"building 17 unit 2 apartment 3\"",
                i -> groups.search(company, project, "building " + building(i) + " unit 2 apartment 3", 0, 50));
        watch.measure("groups, none found", i -> groups.search(company, project, "xyz" + i, 0, 50));
        List<PlannedGroup> planned = PlannedGroup.of(
                List.of(new LevelPlan(GroupType.BUILDING, "Building #", 100, 1, null, Set.of(), List.of(APARTMENTS))));
        watch.measure(
                "groups, 10,000 generated",
                i -> generation.asProject(
                        Actor.server(),
                        new GroupFields(GroupType.CUSTOM, "Estate " + i + " " + System.nanoTime(), null, ""),
                        ZoneOffset.UTC,
                        planned,
                        part -> {}));
        watch.measure("groups, of two buildings", i -> groups.search(site, project, "unit 2 apartment 3", 0, 50));
    }

    private static int building(int i) {
        return 1 + i % BUILDINGS;
    }

    private static <T> void page(Records<T> records, Actor actor, List<String> filters) {
        page(records, actor, Map.of("filter", filters));
    }

    private static <T> void page(Records<T> records, Actor actor, Map<String, List<String>> parameters) {
        records.page(actor, QueryText.read(records.listing(), parameters), null, PAGE);
    }

    private static <T> ListQuery<T> query(Records<T> records, List<String> filters) {
        return QueryText.read(records.listing(), Map.of("filter", filters));
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
