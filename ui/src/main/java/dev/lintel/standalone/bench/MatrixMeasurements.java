package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.restriction.RestrictionList;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.site.SiteReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** What is asked of the access matrix: every row that is shown is decided. */
final class MatrixMeasurements {
    private static final int PAGE = 100;
    private static final int PAGES = 300;
    private static final String MAIN_GATE = "Main gate";

    private final ConfigurableApplicationContext domain;
    private final AccessMatrix matrix;
    private final Stopwatch watch;
    private final PrintStream out;
    private final Project project;
    private final Actor company;
    private final Actor site;

    MatrixMeasurements(ConfigurableApplicationContext domain, long project, PrintStream out) {
        this.domain = domain;
        this.matrix = domain.getBean(AccessMatrix.class);
        this.watch = new Stopwatch(out);
        this.out = out;
        this.project = domain.getBean(Projects.class).list(Actor.server()).stream()
                .filter(one -> one.id() == project)
                .findFirst()
                .orElseThrow();
        Set<Permission> permissions = Set.of(
                Permission.IDENTIFIER_VIEW_OWN,
                Permission.IDENTIFIER_VIEW_GROUP,
                Permission.IDENTIFIER_VIEW_DESCENDANTS,
                Permission.IDENTIFIER_EXPORT,
                Permission.ACCESS_RESTRICTION_VIEW,
                Permission.DEVICE_VIEW);
        this.company = new Actor(
                "company", null, permissions, new Membership(project, "company", Set.of("complex"), true), null);
        this.site =
                new Actor("site", null, permissions, new Membership(project, "site", Set.of("b1", "b2"), false), null);
    }

    void run() {
        openTheMainGateToEverybody();
        domain.getBean(AccessDirectory.class)
                .replace(project, domain.getBean(SiteReader.class).read(project));
        pages();
        openers();
        walk();
        export();
    }

    /** One door that all people of the complex may open, which the generated site does not have. */
    private void openTheMainGateToEverybody() {
        RestrictionList known = domain.getBean(RestrictionList.class);
        boolean there = !known.page(
                        Actor.server(), QueryText.read(known.listing(), Map.of("name", List.of(MAIN_GATE))), null, 1)
                .rows()
                .isEmpty();
        if (!there) {
            RestrictionDraft gate = new RestrictionDraft(
                    MAIN_GATE,
                    "",
                    true,
                    List.of(new RestrictionLine("b1-gate", "main", LockChoice.FIRST)),
                    List.of(),
                    List.of(new GrantTarget.ToGroup("complex")));
            domain.getBean(Restrictions.class).create(Actor.server(), project.id(), gate);
        }
    }

    private void pages() {
        watch.measure("matrix, first page", i -> page(company));
        watch.measure("matrix, of one device", i -> page(company, "device:is:" + unit(i) + "-door"));
        watch.measure(
                "matrix, 4 filters, some found",
                i -> page(
                        company, "device:is:" + unit(i) + "-door", "type:is:card", "ownerType:is:owner", "used:empty"));
        watch.measure(
                "matrix, a schedule and a word of the owner, some found",
                i -> page(company, "schedule:is:nights", "owner:has:cleaner " + (1 + i % 20)));
        watch.measure(
                "matrix, door by its name, few found",
                i -> page(company, "door:has:floor 7 · aa", "group:is:" + unit(i)));
        watch.measure("matrix, by owner, none found", i -> page(company, "owner:has:xyz" + i));
        watch.measure("matrix, by door, none found", i -> page(company, "door:has:xyz" + i));
        watch.measure(
                "matrix, any of 3 filters",
                i -> page(
                        company,
                        Map.of(
                                "match",
                                List.of("any"),
                                "filter",
                                List.of(
                                        "owner:has:xyz" + i,
                                        "device:is:" + unit(i) + "-door",
                                        "schedule:is:saturdays"))));
        watch.measure("matrix, of two buildings", i -> page(site));
        watch.measure("matrix, counted", i -> matrix.count(company, query(Map.of())));
    }

    private void openers() {
        watch.measure(
                "who can open, door of a building, all of them",
                i -> each(matrix.page(
                        company,
                        query(Map.of("device", List.of("b" + (1 + i % 10) + "-door"), "opens", List.of("now"))),
                        null,
                        Records.MOST_ROWS)));
        watch.measure("who can open, gate of 74,000 users, page", i -> page(company, gate(i)));
        watch.measure("who can open, gate of 74,000 users, 10,000 decided", i -> matrix.count(company, query(gate(i))));
        watch.measure(
                "which doors does a user open, at some moment",
                i -> page(
                        company,
                        Map.of(
                                "user",
                                List.of("b" + (1 + i % 10) + "-cleaner" + (1 + i % 20)),
                                "at",
                                List.of("2026-11-%02dT08:00:00Z".formatted(1 + i % 28)))));
    }

    private static Map<String, List<String>> gate(int i) {
        return Map.of(
                "device",
                List.of("b1-gate"),
                "accessPoint",
                List.of("main"),
                "opens",
                List.of("now"),
                "at",
                List.of("2026-11-%02dT%02d:00:00Z".formatted(1 + i % 28, i % 24)));
    }

    /** From the first row on, page after page. */
    private void walk() {
        List<Long> nanos = new ArrayList<>();
        @Nullable String after = null;
        do {
            long start = System.nanoTime();
            Page<MatrixCell> page = matrix.page(company, query(Map.of()), after, Records.MOST_ROWS);
            each(page);
            nanos.add(System.nanoTime() - start);
            after = page.next();
        } while (after != null && nanos.size() < PAGES);
        int half = nanos.size() / 2;
        watch.print("matrix, 1000 rows, first half of the pages", array(nanos.subList(0, half)));
        watch.print("matrix, 1000 rows, second half of the pages", array(nanos.subList(half, nanos.size())));
    }

    private void export() {
        long[] rows = {0};
        long[] most = {0};
        long start = System.nanoTime();
        matrix.each(company, query(Map.of()), cell -> {
            cell.opens();
            if (++rows[0] % 100_000 == 0) {
                Runtime runtime = Runtime.getRuntime();
                System.gc();
                most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
            }
        });
        out.printf(
                Locale.ROOT,
                "matrix, all %,d rows streamed and decided in %.1f s, live heap at most %,d MB%n",
                rows[0],
                (System.nanoTime() - start) / 1e9,
                most[0] >> 20);
    }

    private static String unit(int i) {
        return "b" + (1 + i % 10) + "-u" + (1 + i % 3);
    }

    private void page(Actor actor, String... filters) {
        page(actor, Map.of("filter", List.of(filters)));
    }

    private void page(Actor actor, Map<String, List<String>> parameters) {
        each(matrix.page(actor, query(parameters), null, PAGE));
    }

    /** What a page shows of each row. */
    private static void each(Page<MatrixCell> page) {
        page.rows().forEach(MatrixCell::opens);
    }

    private ListQuery<MatrixCell> query(Map<String, List<String>> parameters) {
        return QueryText.read(matrix.listing(), parameters);
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
