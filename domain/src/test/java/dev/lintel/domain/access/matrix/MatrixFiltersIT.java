package dev.lintel.domain.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Random filters of random sites: the list finds what filtering the whole list finds, and whether few or many identifiers are
 * looked up for it, none is missed. {@code -Dlintel.seed=S} repeats one.
 */
@Tag("AM-1")
class MatrixFiltersIT extends DatabaseIT {
    private static final int WORLDS = 6;
    private static final int QUERIES = 60;
    private static final int GROUPS = 7;
    private static final int PEOPLE = 12;

    private static final Permission[] KEEPER = {
        Permission.IDENTIFIER_VIEW_GROUP,
        Permission.IDENTIFIER_VIEW_DESCENDANTS,
        Permission.DEVICE_VIEW,
        Permission.ACCESS_RESTRICTION_VIEW
    };

    @Autowired
    Sites sites;

    @Autowired
    AccessMatrix matrix;

    @Autowired
    AccessDirectory directory;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void filtersFindWhatTheWholeHasOfThem() throws IOException {
        long first = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        int found = 0;
        for (long seed = first; seed < first + WORLDS; seed++) {
            Random random = new Random(seed);
            long project = sites.load(Actor.server(), TestSites.file(world(random, seed)), true, progress -> {})
                    .project();
            for (Actor actor : List.of(Actor.server(), TestActors.ofGroups(project, Set.of("g1"), KEEPER))) {
                List<MatrixCell> whole = page(actor, query(project, List.of(), "all"));
                for (int i = 0; i < QUERIES; i++) {
                    List<String> filters = filters(random);
                    for (String match : List.of("any", "all")) {
                        found += compare(
                                actor, whole, query(project, filters, match), seed + ": " + match + " of " + filters);
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(WORLDS * QUERIES);
    }

    private int compare(Actor actor, List<MatrixCell> whole, ListQuery<MatrixCell> query, String what) {
        List<MatrixCell> expected = whole.stream()
                .filter(cell -> query.matches(cell, SettableClock.START))
                .toList();
        assertThat(page(actor, query)).as(what).extracting(MatrixCell::id).isEqualTo(ids(expected));
        for (int few : List.of(0, 3)) {
            assertThat(candidates(actor, query, few))
                    .as("few are " + few + ", " + what)
                    .containsAll(expected.stream()
                            .map(cell -> cell.holder().identifier())
                            .toList());
        }
        return expected.size();
    }

    /** Identifiers that are worked out when so many are looked up at the most. */
    private List<String> candidates(Actor actor, ListQuery<MatrixCell> query, int few) {
        List<SiteSnapshot> all = new ArrayList<>();
        directory.sites().forEach(all::add);
        SqlCondition visible = matrix.visibleTo(actor);
        SqlCondition source = visible.and(new MatrixSource(all, jdbc, few).of(query, visible, SettableClock.START));
        return jdbc.queryForList(
                "select i.id from " + matrix.listing().from() + " where " + source.sql(),
                String.class,
                source.parameters().toArray());
    }

    private List<MatrixCell> page(Actor actor, ListQuery<MatrixCell> query) {
        var page = matrix.page(actor, query, null, Records.MOST_ROWS);
        assertThat(page.next()).isNull();
        return page.rows();
    }

    private static List<String> ids(List<MatrixCell> cells) {
        return cells.stream().map(MatrixCell::id).toList();
    }

    private ListQuery<MatrixCell> query(long project, List<String> filters, String match) {
        return QueryText.read(
                matrix.listing(),
                Map.of(
                        "project", List.of(Long.toString(project)),
                        "filter", filters,
                        "match", List.of(match)));
    }

    private static List<String> filters(Random random) {
        List<String> filters = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            filters.add(
                    switch (random.nextInt(14)) {
                        case 0 -> "device:is:d" + random.nextInt(5);
                        case 1 -> "device:is-not:d" + random.nextInt(5);
                        case 2 -> "door:has:door " + random.nextInt(5);
                        case 3 -> "restriction:is:r" + random.nextInt(5);
                        case 4 -> "restrictions:has:way " + random.nextInt(5);
                        case 5 -> "schedule:is:" + (random.nextBoolean() ? "days" : "nights");
                        case 6 -> "schedules:has:night";
                        case 7 -> "group:is:g" + random.nextInt(GROUPS);
                        case 8 -> "groups:has:place " + random.nextInt(GROUPS);
                        case 9 -> "identifier:has:10" + random.nextInt(PEOPLE);
                        case 10 -> "type:is:" + (random.nextBoolean() ? "card" : "ukey");
                        case 11 -> "owner:has:person " + random.nextInt(PEOPLE);
                        case 12 -> "owner:has:nobody";
                        default -> "opens:is:" + (random.nextBoolean() ? "now" : "not");
                    });
        }
        return filters;
    }

    private static String world(Random random, long seed) {
        List<String> lines = new ArrayList<>(List.of("""
                {"kind":"site","name":"filters%d","timeZone":"Europe/London"}
                {"kind":"group","id":"g0","name":"Place 0"}
                {"kind":"schedule","id":"days","name":"Days","start":"2026-01-05T06:00","end":"2026-01-05T22:00","rrule":"FREQ=DAILY"}
                {"kind":"schedule","id":"nights","name":"Nights","start":"2026-01-05T22:00","end":"2026-01-06T06:00","rrule":"FREQ=DAILY"}""".formatted(seed)));
        for (int i = 1; i < GROUPS; i++) {
            lines.add("""
                    {"kind":"group","id":"g%d","parent":"g%d","name":"Place %d"}""".formatted(i, random.nextInt(i), i));
        }
        for (int i = 0; i < 5; i++) {
            lines.add("""
                    {"kind":"device","id":"d%1$d","group":"g%2$d","serial":"%3$d-%1$d","name":"Door %1$d","locks":2}""".formatted(i, random.nextInt(GROUPS), seed));
        }
        for (int i = 0; i < 5; i++) {
            lines.add("""
                    {"kind":"restriction","id":"r%1$d","name":"Way %1$d","lines":[{"device":"d%2$d"}],"schedules":[%3$s]}""".formatted(
                    i, random.nextInt(5), List.of("", "\"days\"", "\"nights\"").get(random.nextInt(3))));
        }
        for (int i = 0; i < PEOPLE; i++) {
            lines.add("""
                    {"kind":"user","id":"u%1$d","name":"Person %1$d","groups":["g%2$d"]}""".formatted(i, random.nextInt(GROUPS)));
            lines.add("""
                    {"kind":"identifier","id":"i%1$d","user":"u%1$d","type":"%2$s","value":"10%1$d"}""".formatted(i, random.nextBoolean() ? "card" : "ukey"));
        }
        for (int i = 0; i < 8; i++) {
            String to =
                    switch (random.nextInt(3)) {
                        case 0 -> "\"group\":\"g" + random.nextInt(GROUPS);
                        case 1 -> "\"user\":\"u" + random.nextInt(PEOPLE);
                        default -> "\"identifier\":\"i" + random.nextInt(PEOPLE);
                    };
            lines.add("""
                    {"kind":"grant","restriction":"r%d","to":{%s"}}""".formatted(random.nextInt(5), to));
        }
        // the same grant twice would be refused
        return String.join("\n", lines.stream().distinct().toList()) + "\n";
    }
}
