package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.Diagnostic.Kind;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeQuestion;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.TrialInMemory;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.user.User;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random tables about something else than doors: the generated DMN against a plain look at the rows, and what is said about
 * them against many questions asked one by one. {@code -Dlintel.seed=S -Dlintel.rulebooks=1} for one again.
 */
@Tag("RU-4")
class OutcomeWorldsTest {
    private static final int TABLES = Integer.getInteger("lintel.rulebooks", 120);
    private static final int QUESTIONS = 150;
    private static final String[] TOPICS = {"one", "two", "three"};

    private final RulebookDecisionPoint rules = new RulebookDecisionPoint(version -> Optional.empty());
    private final Map<Integer, Integer> counted = new TreeMap<>();
    private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);

    /** Something that a table is asked, as the plain evaluator sees it. */
    private record Asked(
            String topic,
            @Nullable User person,
            @Nullable GuestKind guest,
            IdentifierType type,
            @Nullable Device device,
            Instant at) {}

    @Test
    void dmnAgreesWithAPlainLookAtTheRows() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("random outcome tables from seed " + seed);
        for (int i = 0; i < TABLES; i++) {
            Random random = new Random(seed + i);
            RandomPolicies parts = new RandomPolicies(random);
            List<OutcomeRow> rows = new ArrayList<>();
            for (int row = 1 + random.nextInt(5); row > 0; row--) {
                rows.add(row(parts, topics(random), parts.holders(), parts.doors(), parts.times(), random));
            }
            OutcomeTable table = new OutcomeTable(parts.id(), "a \"</text>", OutcomeKind.GUEST_LIMITS, rows);
            RandomWorld world = new RandomWorld(random);
            compare(table, world, random, "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1");
        }
        System.out.println("rows that counted, 0 is none: " + counted);
        if (TABLES >= 120) {
            assertThat(counted).containsKeys(0, 1, 2, 3);
        }
    }

    private void compare(OutcomeTable table, RandomWorld world, Random random, String again) {
        Site site = world.site();
        SiteSnapshot snapshot = snapshot(table, world, site);
        ReferencePolicies reference =
                new ReferencePolicies(site, world, ReferenceEvaluator.of(site), List.of(), List.of());
        for (int i = 0; i < QUESTIONS; i++) {
            Asked asked = new Asked(
                    pick(random, TOPICS),
                    random.nextInt(4) == 0
                            ? null
                            : site.users().get(random.nextInt(site.users().size())),
                    random.nextInt(3) == 0 ? null : pick(random, GuestKind.values()),
                    pick(random, IdentifierType.values()),
                    random.nextInt(4) == 0
                            ? null
                            : site.devices().get(random.nextInt(site.devices().size())),
                    world.instant());
            OptionalInt expected = IntStream.range(0, table.rows().size())
                    .filter(row -> fits(reference, table.rows().get(row), asked))
                    .findFirst();
            OptionalInt row = rules.row(table, question(snapshot, asked));
            assertThat(row).as("%s: %s asked %s", again, table, asked).isEqualTo(expected);
            counted.merge(row.isPresent() ? row.getAsInt() + 1 : 0, 1, Integer::sum);
        }
    }

    private static boolean fits(ReferencePolicies reference, OutcomeRow row, Asked asked) {
        AccessRequest request = new AccessRequest("", null, null, asked.type(), "", asked.at());
        User person = asked.person();
        Device device = asked.device();
        boolean who = row.holders().equals(PolicyHolders.EVERYBODY)
                || person != null && reference.fits(row.holders(), pass(reference, person.id(), asked), request);
        boolean where =
                row.doors().equals(PolicyDoors.EVERY) || device != null && reference.fits(row.doors(), device, request);
        boolean what = row.topics().isEmpty() || row.topics().contains(asked.topic());
        return what && who && where && reference.fits(row.times(), request);
    }

    /** Nothing is asked of its past, so it may be that of any. */
    private static Identifier pass(ReferencePolicies reference, String person, Asked asked) {
        String any = reference.site().identifiers().getFirst().id();
        return new Identifier(any, person, asked.type(), "", null, null, null, 0, false, false, asked.guest());
    }

    @Test
    void saysAllThatCanBeSeenOfGuestLimits() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("hints of guest limits from seed " + seed);
        for (int i = 0; i < TABLES; i++) {
            Random random = new Random(seed + i);
            RandomPolicies parts = new RandomPolicies(random);
            List<OutcomeRow> rows = new ArrayList<>();
            for (int row = 1 + random.nextInt(4); row > 0; row--) {
                rows.add(
                        row(parts, Set.of(), ofPasses(parts.holders()), PolicyDoors.EVERY, PolicyTimes.ALWAYS, random));
            }
            OutcomeTable table = new OutcomeTable(parts.id(), "limits", OutcomeKind.GUEST_LIMITS, rows);
            RandomWorld world = new RandomWorld(random);
            look(table, world, "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1");
        }
        System.out.println(found);
        if (TABLES >= 120) {
            assertThat(found).containsKey(Kind.GAP);
        }
        if (TABLES >= 1_000) {
            assertThat(found).containsKeys(Kind.SHADOWED, Kind.CONTRADICTION);
        }
    }

    private void look(OutcomeTable table, RandomWorld world, String again) {
        Site site = world.site();
        SiteSnapshot snapshot = snapshot(table, world, site);
        List<Diagnostic> said =
                TrialInMemory.diagnose(RuleSet.EMPTY.withOutcomes(List.of(table)), snapshot, world.instant());
        said.forEach(one -> found.merge(one.kind(), 1, Integer::sum));
        Set<Integer> never = said.stream()
                .filter(one -> one.kind() == Kind.SHADOWED || one.kind() == Kind.FITS_NOBODY)
                .map(one -> one.rows().getFirst() - 1)
                .collect(Collectors.toCollection(HashSet::new));
        boolean gap = false;
        Set<Integer> spoken = new HashSet<>();
        for (User user : site.users()) {
            boolean none = false;
            boolean some = false;
            for (GuestKind kind : GuestKind.values()) {
                for (IdentifierType type : GuestPassDraft.TYPES) {
                    OutcomeQuestion question =
                            question(snapshot, new Asked("", user, kind, type, null, world.instant()));
                    OptionalInt counting = IntStream.range(0, table.rows().size())
                            .filter(row -> table.rows().get(row).fits(question))
                            .findFirst();
                    none |= counting.isEmpty();
                    some |= counting.isPresent();
                    counting.ifPresent(spoken::add);
                }
            }
            gap |= none && some;
        }
        never.retainAll(spoken);
        assertThat(never).as("%s: %s, said %s", again, table, said).isEmpty();
        if (gap) {
            assertThat(said).as("%s: %s", again, table).anyMatch(one -> one.kind() == Kind.GAP);
        }
        said.forEach(one -> assertThat(one.kind() == Kind.FITS_NOBODY || one.question() != null)
                .as("%s: %s", again, one)
                .isTrue());
    }

    private static PolicyHolders ofPasses(PolicyHolders any) {
        Set<HolderKind> kinds = new HashSet<>(any.kinds());
        kinds.remove(HolderKind.RESIDENT);
        Set<IdentifierType> types = new HashSet<>(any.identifiers());
        types.retainAll(GuestPassDraft.TYPES);
        return new PolicyHolders(
                kinds, any.profiles(), any.groups(), any.groupTypes(), types, any.markers(), any.family(), null, null);
    }

    private static OutcomeRow row(
            RandomPolicies parts,
            Set<String> topics,
            PolicyHolders holders,
            PolicyDoors doors,
            PolicyTimes times,
            Random random) {
        PolicyDoors anyDirection = new PolicyDoors(
                doors.groups(), doors.groupTypes(), doors.devices(), doors.deviceTypes(), null, doors.tags());
        return new OutcomeRow(
                parts.id(),
                topics,
                holders.ofAnyAge(),
                anyDirection,
                times.in(PolicyState.ANY),
                Outcome.of(new GuestLimits(1 + random.nextInt(2), null, null)));
    }

    private static Set<String> topics(Random random) {
        return random.nextInt(3) == 0 ? Set.of(pick(random, TOPICS)) : Set.of();
    }

    private static SiteSnapshot snapshot(OutcomeTable table, RandomWorld world, Site site) {
        AccessDirectory directory = new AccessDirectory();
        directory.replace(new Project(1, "world", site.timeZone()), site, world.traits());
        return Objects.requireNonNull(directory.site(1))
                .asking(new WantedFacts(
                        table.rows().stream()
                                .flatMap(row -> row.times().schedules().stream())
                                .collect(Collectors.toSet()),
                        Set.of()));
    }

    private static OutcomeQuestion question(SiteSnapshot site, Asked asked) {
        return new OutcomeQuestion(
                Set.of(asked.topic(), "any"),
                site.about(
                        asked.person() == null ? null : asked.person().id(),
                        asked.guest(),
                        asked.type(),
                        asked.device() == null ? null : asked.device().id(),
                        asked.at()));
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
