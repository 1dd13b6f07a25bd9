package dev.lintel.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.listing.Thing.Colour;
import dev.lintel.domain.permission.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@Tag("US-6")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ListsIT extends DatabaseIT {
    private static final Instant NOW = SettableClock.START;
    private static final List<String> NAMES =
            List.of("Flat 2", "flat 10", "Анна", "анна б", "Ёлка", "O'Neil; --", "100%", "a_b", "back\\slash", "");

    @Autowired
    Lists lists;

    @Autowired
    JdbcTemplate jdbc;

    private final List<Thing> things = new ArrayList<>();

    @BeforeEach
    void table() {
        jdbc.execute("drop table if exists thing");
        jdbc.execute(Thing.TABLE);
    }

    @Test
    void findsByEveryOperatorWhatAPlainFilterFinds() {
        long seed = Long.getLong("lintel.seed", 20261122L);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            add(random(random, i));
        }
        for (int i = 0; i < 300; i++) {
            List<String> filters = random.ints(random.nextInt(4), 0, 1)
                    .mapToObj(ignored -> filter(random))
                    .toList();
            boolean any = random.nextBoolean();
            ListQuery<Thing> query = read(Map.of("filter", filters, "match", List.of(any ? "any" : "all")));

            List<Long> expected = things.stream()
                    .filter(thing -> filters.isEmpty()
                            || (any
                                    ? filters.stream().anyMatch(filter -> PlainFilter.holds(filter, thing, NOW))
                                    : filters.stream().allMatch(filter -> PlainFilter.holds(filter, thing, NOW))))
                    .map(Thing::id)
                    .toList();

            String asked = filters + (any ? " any" : " all") + ", seed " + seed;
            assertThat(ids(query)).as(asked).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(things.stream()
                            .filter(thing -> query.matches(thing, NOW))
                            .map(Thing::id))
                    .as("in memory: " + asked)
                    .isEqualTo(expected);
        }
    }

    @Test
    void pagesHaveEveryRowOnceInEveryOrderAndWhatIsMissingComesLast() {
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            add(random(random, i));
        }
        for (String field : Thing.LISTING.sortable()) {
            for (String sign : List.of("", "-")) {
                ListQuery<Thing> query = read(Map.of("sort", List.of(sign + field)));
                List<Thing> paged = new ArrayList<>();
                String after = null;
                do {
                    Page<Thing> page = lists.page(Thing.LISTING, SqlCondition.all(), query, after, 7);
                    paged.addAll(page.rows());
                    after = page.next();
                } while (after != null);

                List<Thing> streamed = new ArrayList<>();
                lists.each(Thing.LISTING, SqlCondition.all(), query, streamed::add);
                assertThat(paged)
                        .as(sign + field)
                        .isEqualTo(streamed)
                        .hasSize(60)
                        .doesNotHaveDuplicates();
                List<Boolean> missing = paged.stream()
                        .map(thing -> Thing.LISTING.known(field).value().apply(thing) == null)
                        .toList();
                assertThat(missing).as(sign + field).isSorted();
            }
        }
    }

    @Test
    void whatIsAtHandIsListedAsTheDatabaseDoesIt() {
        Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            add(random(random, i));
        }
        RecordsAtHand<Thing> atHand = new ThingsAtHand(lists, things);
        // names with all kinds of signs in them are not sorted alike everywhere
        List<String> fields = Thing.LISTING.sortable().stream()
                .filter(field -> !field.equals("name"))
                .toList();
        for (String field : fields) {
            for (String sign : List.of("", "-")) {
                ListQuery<Thing> query =
                        read(Map.of("sort", List.of(sign + field), "filter", List.of("broken:is:true")));
                List<Thing> paged = new ArrayList<>();
                String after = null;
                do {
                    Page<Thing> page = atHand.page(Actor.server(), query, after, 7);
                    paged.addAll(page.rows());
                    after = page.next();
                } while (after != null);

                List<Thing> streamed = new ArrayList<>();
                lists.each(Thing.LISTING, SqlCondition.all(), query, streamed::add);
                assertThat(paged).as(sign + field).isEqualTo(streamed).hasSizeBetween(20, 40);
                assertThat(atHand.count(Actor.server(), query)).isEqualTo(new Count(paged.size(), false));
            }
        }
    }

    @Test
    void namesAtHandAreSortedAsPeopleDoAndAPageGoesOnWhereTheLastEnded() {
        List<Thing> held = new ArrayList<>();
        Stream.of("Flat 10", "flat 2", "Яна", "Ёлка", "Ева", "Анна", "Flat 02")
                .map(this::named)
                .forEach(held::add);
        RecordsAtHand<Thing> atHand = new ThingsAtHand(lists, held);
        Page<Thing> first = atHand.page(Actor.server(), read(Map.of()), null, 3);
        assertThat(first.rows()).extracting(Thing::name).containsExactly("flat 2", "Flat 02", "Flat 10");
        held.removeIf(thing -> "Flat 10".equals(thing.name()));
        held.add(named("Flat 11"));
        assertThat(atHand.page(Actor.server(), read(Map.of()), first.next(), 9).rows())
                .extracting(Thing::name)
                .containsExactly("Flat 11", "Анна", "Ева", "Ёлка", "Яна");
        assertThatThrownBy(() -> atHand.page(Actor.server(), read(Map.of()), "forged", 9))
                .isInstanceOf(ListingRefusedException.class);
    }

    private static final class ThingsAtHand extends RecordsAtHand<Thing> {
        private final List<Thing> things;

        ThingsAtHand(Lists lists, List<Thing> things) {
            super(lists, Listing.atHand("things", Thing.LISTING.fields(), Thing.LISTING.sort()), new SettableClock());
            this.things = things;
        }

        @Override
        protected List<Thing> all(Actor actor) {
            return things;
        }

        @Override
        protected String key(Thing thing) {
            return String.format(Locale.ROOT, "%03d", thing.id());
        }
    }

    @Test
    void sortsNamesAsPeopleDo() {
        Stream.of("Flat 10", "flat 2", "Яна", "Ёлка", "Ева", "Анна").forEach(name -> add(named(name)));
        assertThat(lists.page(Thing.LISTING, SqlCondition.all(), read(Map.of()), null, 10)
                        .rows())
                .extracting(Thing::name)
                .containsExactly("flat 2", "Flat 10", "Анна", "Ева", "Ёлка", "Яна");
    }

    @Test
    void aPageGoesOnWhereTheLastOneEndedWhateverHappensMeanwhile() {
        for (int i = 0; i < 20; i++) {
            add(named("n" + i));
        }
        ListQuery<Thing> query = read(Map.of());
        Page<Thing> first = lists.page(Thing.LISTING, SqlCondition.all(), query, null, 5);
        add(named("a before everything"));
        add(named("n4 between"));
        jdbc.update("delete from thing where id = ?", first.rows().getLast().id());

        Page<Thing> second = lists.page(Thing.LISTING, SqlCondition.all(), query, first.next(), 5);
        assertThat(second.rows()).extracting(Thing::name).containsExactly("n4 between", "n5", "n6", "n7", "n8");
    }

    @Test
    void seesNothingBeyondItsReach() {
        add(named("mine"));
        add(named("theirs"));
        SqlCondition mine = SqlCondition.of("t.name = ?", "mine");
        ListQuery<Thing> any = read(Map.of("filter", List.of("name:has:e", "id:at-least:0"), "match", List.of("any")));
        assertThat(lists.page(Thing.LISTING, mine, any, null, 10).rows())
                .extracting(Thing::name)
                .containsExactly("mine");
        assertThat(lists.count(Thing.LISTING, mine, any)).isEqualTo(new Count(1, false));
        assertThat(lists.page(Thing.LISTING, SqlCondition.none(), any, null, 10).rows())
                .isEmpty();
    }

    @Test
    void refusesPlacesThatItDidNotGive() {
        add(named("a"));
        add(named("b"));
        String place = lists.page(Thing.LISTING, SqlCondition.all(), read(Map.of()), null, 1)
                .next();
        assertThat(place).isNotNull();
        ListQuery<Thing> bySize = read(Map.of("sort", List.of("size")));
        String forged = Base64.getUrlEncoder().encodeToString("size\0=x\0y".getBytes(StandardCharsets.UTF_8));
        for (String wrong : List.of(place, "", "!", "AAAA", forged)) {
            assertThatThrownBy(() -> lists.page(Thing.LISTING, SqlCondition.all(), bySize, wrong, 1))
                    .as(wrong)
                    .isInstanceOf(ListingRefusedException.class);
        }
    }

    @Test
    void hugeResultsAreCountedToABoundAndStreamed() {
        jdbc.update("""
                insert into thing (id, name, broken, tags)
                select n, 'thing ' || n || repeat('x', 1000), false, '{}' from generate_series(1, 100000) n""");
        assertThat(lists.count(Thing.LISTING, SqlCondition.all(), read(Map.of())))
                .isEqualTo(new Count(10_000, true));
        AtomicLong rows = new AtomicLong();
        AtomicLong most = new AtomicLong();
        long before = used();
        lists.each(Thing.LISTING, SqlCondition.all(), read(Map.of("sort", List.of("id"))), thing -> {
            if (rows.incrementAndGet() % 10_000 == 0) {
                most.accumulateAndGet(used() - before, Math::max);
            }
        });
        assertThat(rows).hasValue(100_000);
        // all of them would be 100 MB of text
        assertThat(most.get()).isLessThan(40_000_000);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static ListQuery<Thing> read(Map<String, List<String>> parameters) {
        return QueryText.read(Thing.LISTING, parameters);
    }

    private List<Long> ids(ListQuery<Thing> query) {
        return lists.page(Thing.LISTING, SqlCondition.all(), query, null, 1000).rows().stream()
                .map(Thing::id)
                .toList();
    }

    private Thing named(String name) {
        return new Thing(things.size(), name, null, null, false, null, null, Set.of());
    }

    private void add(Thing thing) {
        things.add(thing);
        jdbc.update(
                "insert into thing values (?, ?, ?, ?, ?, ?, ?, ?)",
                thing.id(),
                thing.name(),
                thing.size(),
                thing.made() == null ? null : thing.made().atOffset(ZoneOffset.UTC),
                thing.broken(),
                thing.colour() == null ? null : thing.colour().name(),
                thing.owner(),
                thing.tags().toArray(String[]::new));
    }

    private static Thing random(Random random, long id) {
        Set<String> tags = new HashSet<>();
        for (String tag : List.of("new", "a,b", "it's")) {
            if (random.nextBoolean()) {
                tags.add(tag);
            }
        }
        return new Thing(
                id,
                maybe(random, NAMES.get(random.nextInt(NAMES.size()))),
                maybe(random, (long) random.nextInt(-3, 4)),
                maybe(random, NOW.plus(Duration.ofHours(random.nextInt(-30, 10)))),
                random.nextBoolean(),
                maybe(random, Colour.values()[random.nextInt(3)]),
                maybe(random, random.nextBoolean() ? "o1" : "o,2"),
                tags);
    }

    private static <V> @Nullable V maybe(Random random, V value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    private static String filter(Random random) {
        String name =
                List.of("АННА", "flat", "%", "_", "' or 1=1 --", "\\", "b").get(random.nextInt(7));
        return switch (random.nextInt(9)) {
            case 0 -> "name:" + one(random, "has", "has-not", "is", "is-not") + ":" + name;
            case 1 -> "name:" + one(random, "empty", "filled");
            case 2 ->
                "size:" + one(random, "is:1,2", "is-not:1", "less:0", "at-least:0", "greater:1", "at-most:1", "empty");
            case 3 ->
                "made:"
                        + one(
                                random,
                                "last:24h",
                                "last:90m",
                                "at-least:" + NOW,
                                "less:" + NOW,
                                "between:" + NOW.minus(Duration.ofHours(9)) + "," + NOW,
                                "empty",
                                "filled");
            case 4 -> "broken:is:" + random.nextBoolean();
            case 5 ->
                "colour:"
                        + one(
                                random,
                                "is:red",
                                "is:red,dark-blue",
                                "is-not:green",
                                "is-not:red,green",
                                "empty",
                                "filled");
            case 6 -> "owner:" + one(random, "is:o1", "is:o\\,2,o1", "is-not:o\\,2", "empty", "filled");
            case 7 -> "tag:" + one(random, "is:new", "is:a\\,b,it's", "is-not:new", "is-not:' or true --");
            default -> "id:" + one(random, "less:100", "is:5", "at-least:150");
        };
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
