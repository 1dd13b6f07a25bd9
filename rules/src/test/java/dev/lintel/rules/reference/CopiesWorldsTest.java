package dev.lintel.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.OfflineRight;
import dev.lintel.domain.access.PartRuling;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.StandingDenials;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.site.Site;
import dev.lintel.rules.engine.RulebookDecisionPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is left out of the copies of devices, in random worlds under random policies: it must be denied whenever it is asked for,
 * by the plain evaluator and by the rules that are compiled. Under policies that all stand it must also be all that is denied.
 * {@code -Dlintel.rulebooks=N} for more rulebooks, {@code -Dlintel.seed=S -Dlintel.rulebooks=1} for one again.
 */
class CopiesWorldsTest {
    private static final int RULEBOOKS = Integer.getInteger("lintel.rulebooks", 14);
    private static final int WORLDS = 15;
    private static final int INSTANTS = 8;
    private static final List<@Nullable String> DIRECTIONS = Arrays.asList(null, "in", "out", "exit", "OUT", "ramp");

    private final RulebookDecisionPoint rules = new RulebookDecisionPoint(version -> Optional.empty());
    private final Rulebook elsewhere = new Rulebook("1.999", List.of());
    private int leftOut;
    private int kept;
    private int denied;

    @Test
    void isWhatIsAlwaysDenied() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        System.out.println("copies under random policies from seed " + seed);
        rules.prepare(elsewhere);
        for (int i = 0; i < RULEBOOKS; i++) {
            Random random = new Random(seed + i);
            Rulebook any = new RandomPolicies(random).rulebook(i);
            boolean standing = random.nextInt(3) > 0;
            Rulebook rulebook = standing ? standing(any) : any;
            rules.prepare(rulebook);
            for (int world = 0; world < WORLDS; world++) {
                compare(random, rulebook, standing, "-Dlintel.seed=" + (seed + i) + " -Dlintel.rulebooks=1");
            }
        }
        System.out.println(leftOut + " rights left out, " + kept + " kept; " + denied + " requests denied");
        if (RULEBOOKS >= 24) {
            assertThat(leftOut).isPositive();
            assertThat(kept).isPositive();
            assertThat(denied).isPositive();
        }
    }

    /** The same policies at all times. */
    private static Rulebook standing(Rulebook any) {
        return new Rulebook(
                any.version(),
                any.policies().stream().map(CopiesWorldsTest::standing).toList(),
                any.tables().stream()
                        .map(table -> new PolicyTable(
                                table.id(),
                                table.name(),
                                table.hit(),
                                table.rows().stream()
                                        .map(CopiesWorldsTest::standing)
                                        .toList()))
                        .toList());
    }

    private static Policy standing(Policy policy) {
        return new Policy(
                policy.id(),
                policy.name(),
                policy.effect(),
                policy.holders().ofAnyAge(),
                policy.doors(),
                PolicyTimes.ALWAYS,
                policy.priority(),
                policy.reasons());
    }

    /** Under rules, and how they are evaluated plainly. */
    private record Asked(
            Site site, ReferencePolicies reference, AccessDecisions decisions, boolean standing, String again) {}

    private void compare(Random random, Rulebook rulebook, boolean standing, String again) {
        RandomWorld world = new RandomWorld(random);
        Site site = world.site();
        AccessDirectory directory = new AccessDirectory();
        directory.replace(new Project(1, "world", site.timeZone()), site, world.traits());
        String part = random.nextInt(3) == 0 ? site.groups().getLast().id() : null;
        if (part == null) {
            directory.rulebook(1, rulebook.version(), null, rulebook.wanted(), rulebook.denials());
        } else {
            directory.rulebook(
                    1,
                    elsewhere.version(),
                    new PartRuling(part, rulebook.version()),
                    rulebook.wanted(),
                    StandingDenials.inPart(elsewhere.denials(), part, rulebook.denials()));
        }
        world.happen(directory, 1);
        SiteSnapshot snapshot = Objects.requireNonNull(directory.site(1));
        ReferencePolicies reference =
                new ReferencePolicies(site, world, ReferenceEvaluator.of(site), rulebook.policies(), rulebook.tables());
        Asked asked = new Asked(site, reference, new AccessDecisions(directory, rules), standing, again);
        for (Identifier identifier : site.identifiers()) {
            Map<String, List<OfflineRight>> all =
                    snapshot.denying(StandingDenials.NONE).offlineRights(identifier.id());
            Map<String, List<OfflineRight>> left = snapshot.offlineRights(identifier.id());
            assertThat(left.values()).as(again).doesNotContain(List.of());
            for (Device device : site.devices()) {
                List<OfflineRight> before = all.getOrDefault(device.id(), List.of());
                List<OfflineRight> after = left.getOrDefault(device.id(), List.of());
                assertThat(before).as(again).containsAll(after);
                boolean ruled = part == null
                        || snapshot.groupsFrom(List.of(device.group())).contains(part);
                if (!ruled) {
                    assertThat(after).as(again).isEqualTo(before);
                }
                List<Instant> instants = instants(world, random);
                for (OfflineRight right : ruled ? before : List.<OfflineRight>of()) {
                    compare(asked, identifier, device, right, !after.contains(right), instants);
                }
            }
        }
    }

    private static List<Instant> instants(RandomWorld world, Random random) {
        List<Instant> instants = new ArrayList<>();
        for (int i = 0; i < INSTANTS; i++) {
            instants.add(random.nextInt(4) == 0 ? world.eventful() : world.instant());
        }
        return instants;
    }

    private void compare(
            Asked asked,
            Identifier identifier,
            Device device,
            OfflineRight right,
            boolean isLeftOut,
            List<Instant> instants) {
        leftOut += isLeftOut ? 1 : 0;
        kept += isLeftOut ? 0 : 1;
        Map<@Nullable String, Boolean> opened = new HashMap<>();
        for (String direction : right.accessPoint() == null ? DIRECTIONS : List.of(right.accessPoint())) {
            for (Instant at : instants) {
                AccessRequest request = new AccessRequest(
                        device.serial(), direction, right.lock(), identifier.type(), identifier.value(), at);
                ReferenceEvaluator.Answer answer =
                        asked.reference().decide(request).answer();
                boolean opens = !answer.locks().isEmpty();
                if (isLeftOut) {
                    assertThat(opens)
                            .as("%s %s %s", asked.again(), request, right)
                            .isFalse();
                    assertThat(asked.decisions().decide(request).decision().locks())
                            .as("%s %s %s", asked.again(), request, right)
                            .isEmpty();
                    denied += answer.reason() == ReasonCode.POLICY_DENIED ? 1 : 0;
                }
                if (Set.of(ReasonCode.POLICY_DENIED, ReasonCode.INDETERMINATE).contains(answer.reason()) || opens) {
                    opened.merge(direction, opens || answer.reason() == ReasonCode.INDETERMINATE, Boolean::logicalOr);
                }
            }
        }
        // in every direction it was asked for at a moment at which nothing but policies keeps the door shut
        boolean isSeen = opened.size() == (right.accessPoint() == null ? DIRECTIONS.size() : 1);
        if (asked.standing() && isSeen && !isLeftOut) {
            assertThat(opened.values())
                    .as("%s %s %s %s", asked.again(), identifier, device, right)
                    .contains(true);
        }
    }
}
