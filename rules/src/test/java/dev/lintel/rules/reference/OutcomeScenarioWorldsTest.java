package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.Importance;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeCase;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.rulebook.TrialInMemory;
import dev.lintel.domain.rulebook.TrialReport.OutcomeResult;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import dev.lintel.domain.site.Site;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Scenarios of random tables about something else than doors against a plain look at what they tell, and every hint kept as a
 * scenario. {@code -Dlintel.seed=S -Dlintel.rulebooks=1} for one again.
 */
@Tag("RU-4")
@Tag("RU-5")
class OutcomeScenarioWorldsTest {
    private static final int TABLES = Integer.getInteger("lintel.rulebooks", 120);
    private static final int SCENARIOS = 60;
    private static final String[] TOPICS = {"pass", "granted", "policy-denied", "device-offline"};
    private static final Outcome[] OUTCOMES = {
        Outcome.NOTHING, Outcome.of(Importance.IMPORTANT), Outcome.of(Importance.NORMAL)
    };

    private final RulebookDecisionPoint rules = new RulebookDecisionPoint(version -> Optional.empty());

    /** A table in a world. */
    private record Tried(OutcomeTable table, RandomWorld world, Site site, SiteSnapshot snapshot, String again) {
        static Tried of(Random random, String again) {
            RandomPolicies parts = new RandomPolicies(random);
            List<OutcomeRow> rows = new ArrayList<>();
            for (int row = 1 + random.nextInt(5); row > 0; row--) {
                rows.add(row(parts, random));
            }
            RandomWorld world = new RandomWorld(random);
            Site site = world.site();
            AccessDirectory directory = new AccessDirectory();
            directory.replace(new Project(1, "world", site.timeZone()), site, world.traits());
            return new Tried(
                    new OutcomeTable(parts.id(), "a \"</text>", OutcomeKind.NOTIFICATION_IMPORTANCE, rows),
                    world,
                    site,
                    Objects.requireNonNull(directory.site(1)),
                    again);
        }

        private static OutcomeRow row(RandomPolicies parts, Random random) {
            PolicyDoors doors = parts.doors();
            return new OutcomeRow(
                    parts.id(),
                    random.nextInt(3) == 0 ? Set.of() : Set.of(pick(random, TOPICS)),
                    parts.holders().ofPeople(),
                    new PolicyDoors(
                            doors.groups(),
                            doors.groupTypes(),
                            doors.devices(),
                            doors.deviceTypes(),
                            null,
                            doors.tags()),
                    parts.times().in(PolicyState.ANY),
                    pick(random, OUTCOMES));
        }
    }

    @Test
    void scenariosComeOutAsAPlainLookAtTheRowsSays() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("scenarios of outcome tables from seed " + seed);
        for (int i = 0; i < TABLES; i++) {
            Random random = new Random(seed + i);
            Tried tried = Tried.of(random, "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1");
            List<Scenario> scenarios = new ArrayList<>();
            for (int asked = 0; asked < SCENARIOS; asked++) {
                scenarios.add(scenario(told(tried, random), pick(random, OUTCOMES)));
            }
            compare(tried, scenarios);
        }
    }

    private void compare(Tried tried, List<Scenario> scenarios) {
        RuleSet all = RuleSet.EMPTY.withOutcomes(List.of(tried.table())).withScenarios(scenarios);
        List<ScenarioResult> results =
                TrialInMemory.runs(all, tried.snapshot(), rules, tried.world().instant());
        ReferencePolicies reference = new ReferencePolicies(
                tried.site(), tried.world(), ReferenceEvaluator.of(tried.site()), List.of(), List.of());
        for (int i = 0; i < scenarios.size(); i++) {
            OutcomeCase asked = Objects.requireNonNull(scenarios.get(i).asked());
            List<OutcomeRow> rows = tried.table().rows();
            OptionalInt row = IntStream.range(0, rows.size())
                    .filter(one -> fits(reference, rows.get(one), asked.question()))
                    .findFirst();
            Outcome said =
                    row.isEmpty() ? Outcome.NOTHING : rows.get(row.getAsInt()).outcome();
            String what = tried.again() + ": " + tried.table() + " asked " + asked;
            assertThat(results.get(i).outcome())
                    .as(what)
                    .isEqualTo(new OutcomeResult(
                            asked.about(), asked.expected(), said, row.isEmpty() ? null : row.getAsInt() + 1));
            assertThat(results.get(i).passed()).as(what).isEqualTo(said.equals(asked.expected()));
        }
    }

    private static boolean fits(ReferencePolicies reference, OutcomeRow row, OutcomeExample told) {
        Site site = reference.site();
        LocalDateTime at = Objects.requireNonNull(told.at());
        AccessRequest request = new AccessRequest(
                "",
                null,
                null,
                IdentifierType.CARD,
                "",
                at.atZone(site.timeZone()).toInstant());
        boolean pass = told.topic() != null && !told.topic().equals("device-offline");
        boolean what = row.topics().isEmpty()
                || row.topics().contains(told.topic())
                || pass && row.topics().contains("pass");
        Device device = site.devices().stream()
                .filter(one -> one.id().equals(told.device()))
                .findFirst()
                .orElse(null);
        boolean where =
                row.doors().equals(PolicyDoors.EVERY) || device != null && reference.fits(row.doors(), device, request);
        return what && where && fits(site, row.holders(), told) && reference.fits(row.times(), request);
    }

    private static boolean fits(Site site, PolicyHolders holders, OutcomeExample told) {
        if (holders.equals(PolicyHolders.EVERYBODY)) return true;
        if (told.family() == null) return false;
        if (!holders.profiles().isEmpty() && !holders.profiles().contains(String.valueOf(told.profile()))) return false;
        if (!holders.markers().isEmpty() && !holders.markers().contains(String.valueOf(told.marker()))) return false;
        if (!holders.family().isEmpty() && !holders.family().contains(told.family())) return false;
        boolean ofType = site.groups().stream()
                .anyMatch(one ->
                        told.groups().contains(one.id()) && holders.groupTypes().contains(one.type()));
        if (!holders.groupTypes().isEmpty() && !ofType) return false;
        return holders.groups().isEmpty()
                || told.groups().stream().flatMap(group -> upwards(site, group)).anyMatch(holders.groups()::contains);
    }

    private static Stream<String> upwards(Site site, @Nullable String group) {
        return site.groups().stream()
                .filter(one -> one.id().equals(group))
                .findFirst()
                .map(one -> Stream.concat(Stream.of(one.id()), upwards(site, one.parent())))
                .orElseGet(Stream::empty);
    }

    /** Whoever it may be, wherever; what the calendars say of the day is told. */
    private static OutcomeExample told(Tried tried, Random random) {
        Site site = tried.site();
        LocalDateTime at = LocalDateTime.ofInstant(tried.world().instant(), site.timeZone());
        boolean somebody = random.nextInt(4) != 0;
        List<ObjectGroup> groups = site.groups();
        return new OutcomeExample(
                pick(random, "granted", "policy-denied", "device-offline"),
                null,
                null,
                somebody && random.nextBoolean() ? pick(random, "user", "guest\"") : null,
                somebody
                        ? Stream.generate(() -> groups.get(random.nextInt(groups.size()))
                                        .id())
                                .limit(random.nextInt(3))
                                .distinct()
                                .toList()
                        : List.of(),
                somebody && random.nextInt(3) == 0 ? "m" + random.nextInt(3) : null,
                somebody ? pick(random, FamilyRole.values()) : null,
                random.nextInt(4) == 0
                        ? null
                        : site.devices()
                                .get(random.nextInt(site.devices().size()))
                                .id(),
                at,
                tried.snapshot().holidays().on(at.toLocalDate()).isPresent(),
                null,
                null);
    }

    @Test
    void aHintThatIsKeptAsAScenarioShowsWhatItSays() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("hints kept as scenarios from seed " + seed);
        for (int i = 0; i < TABLES; i++) {
            Random random = new Random(seed + i);
            Tried tried = Tried.of(random, "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1");
            RuleSet all = RuleSet.EMPTY.withOutcomes(List.of(tried.table()));
            for (Diagnostic found :
                    TrialInMemory.diagnose(all, tried.snapshot(), tried.world().instant())) {
                OutcomeExample shown = found.question();
                if (shown != null) {
                    Scenario kept = scenario(shown, Outcome.NOTHING);
                    keeps(
                            tried,
                            found,
                            TrialInMemory.runs(
                                    all.withScenarios(List.of(kept)),
                                    tried.snapshot(),
                                    rules,
                                    tried.world().instant()));
                }
            }
        }
    }

    private static void keeps(Tried tried, Diagnostic found, List<ScenarioResult> results) {
        OutcomeResult result = Objects.requireNonNull(results.getFirst().outcome());
        String what = tried.again() + ": " + tried.table() + " said " + found;
        if (found.kind() == Diagnostic.Kind.GAP) {
            assertThat(result.row()).as(what).isNull();
        } else {
            // of rows that are said to fit, the uppermost counts; or one above that covers as well
            assertThat(found.rows().stream().min(Integer::compare).orElseThrow())
                    .as(what)
                    .isGreaterThanOrEqualTo(Objects.requireNonNull(result.row()));
        }
        assertThat(result.said()).as(what).isNotNull();
    }

    private static Scenario scenario(OutcomeExample told, Outcome expected) {
        return Scenario.of("", "", new OutcomeCase(OutcomeKind.NOTIFICATION_IMPORTANCE, told, expected));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
