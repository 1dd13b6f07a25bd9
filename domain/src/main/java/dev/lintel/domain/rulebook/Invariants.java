package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.access.Way;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.rulebook.RequestClasses.Door;
import dev.lintel.domain.rulebook.RequestClasses.Holder;
import dev.lintel.domain.rulebook.RequestClasses.Moment;
import dev.lintel.domain.rulebook.TrialReport.InvariantResult;
import dev.lintel.domain.rulebook.TrialReport.Violation;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks statements about everybody, everywhere, always, request by request: all that the rules can tell from each other are
 * decided with the rules themselves. Periods, counts of passes and schedules are taken to let people in, since they may do so
 * tomorrow.
 */
public final class Invariants {
    /** Names the invariant that every project has: who may go out is not kept in. */
    public static final String EGRESS = "egress";

    private final SiteSnapshot site;
    private final AccessDecisionPoint trial;
    private final List<Policy> rules;
    private final List<Invariant> invariants;
    private final RequestClasses classes;
    private final Map<String, Set<String>> directions;
    private final Map<String, Set<String>> devicesOf = new HashMap<>();
    private final Map<Asked, Decision> decided = new HashMap<>();

    /** All that a decision depends on: what the rules tell apart, and the rights. */
    private record Asked(BitSet rules, @Nullable String direction, int locks, boolean guest, List<Right> rights) {}

    private record Right(boolean guestUsable, boolean own, boolean heldByOwner, List<LineFact> lines) {
        static Right of(GrantFact grant) {
            return new Right(
                    grant.guestUsable(),
                    grant.via().stream().anyMatch(via -> via.kind() == Via.Kind.IDENTIFIER),
                    grant.heldByOwner(),
                    grant.lines());
        }
    }

    Invariants(RuleSet rules, SiteSnapshot site, AccessDecisionPoint trial, Instant now) {
        this.site = site;
        this.trial = trial;
        this.rules = rules.all();
        this.directions = RequestClasses.directions(site);
        this.invariants = new ArrayList<>(egress());
        this.invariants.addAll(rules.invariants());
        List<Policy> parts = new ArrayList<>(this.rules);
        this.invariants.forEach(invariant -> parts.add(asRule(invariant)));
        this.classes = new RequestClasses(site, parts, rules.tables().size(), now);
        site.restrictions(restriction -> remember(restriction));
    }

    /** As if it were a policy, which has the same parts. */
    static Policy asRule(Invariant invariant) {
        return new Policy(
                invariant.id(),
                invariant.name(),
                PolicyEffect.LEAVE,
                invariant.holders(),
                invariant.doors(),
                invariant.times(),
                0,
                Map.of());
    }

    private boolean remember(AccessRestriction restriction) {
        for (RestrictionLine line : restriction.lines()) {
            devicesOf.computeIfAbsent(restriction.id(), id -> new HashSet<>()).add(line.device());
        }
        return false;
    }

    /** One for each word for the way out, at the devices where restrictions use it. */
    private List<Invariant> egress() {
        Map<String, Set<String>> devices = new TreeMap<>();
        directions.forEach((device, words) -> words.stream()
                .filter(word -> Way.of(word) == Way.OUT)
                .forEach(word ->
                        devices.computeIfAbsent(word, any -> new TreeSet<>()).add(device)));
        List<Invariant> egress = new ArrayList<>();
        devices.forEach((word, those) -> egress.add(new Invariant(
                EGRESS,
                EGRESS,
                Invariant.Kind.NEVER_KEPT_OUT,
                PolicyHolders.EVERYBODY,
                new PolicyDoors(List.of(), Set.of(), List.copyOf(those), Set.of(), word),
                PolicyTimes.ALWAYS)));
        return egress;
    }

    /** All requests that the rules can tell from each other, and the invariants; the rules have the first numbers. */
    RequestClasses classes() {
        return classes;
    }

    List<InvariantResult> check() {
        Map<String, InvariantResult> results = new LinkedHashMap<>();
        results.put(EGRESS, new InvariantResult(EGRESS, EGRESS, 0, null));
        for (int i = 0; i < invariants.size(); i++) {
            InvariantResult result = new Check(invariants.get(i), rules.size() + i).result();
            results.merge(result.id(), result, Invariants::join);
        }
        return List.copyOf(results.values());
    }

    private static InvariantResult join(InvariantResult one, InvariantResult other) {
        return new InvariantResult(
                one.id(),
                one.name(),
                one.requests() + other.requests(),
                one.violation() != null ? one.violation() : other.violation());
    }

    /** One of them. */
    private final class Check {
        private final Invariant invariant;
        private final int number;
        private final Set<Object> looked = new HashSet<>();
        private long requests;
        private @Nullable Violation violation;

        Check(Invariant invariant, int number) {
            this.invariant = invariant;
            this.number = number;
        }

        InvariantResult result() {
            if (invariant.kind() == Invariant.Kind.NEVER_OPENS) {
                thoseWhoAreThere();
            }
            if (violation == null) {
                thoseWhoCouldBe();
            }
            return new InvariantResult(invariant.id(), invariant.name(), requests, violation);
        }

        /** Whoever they are: with every right where nobody may be kept out, without any where nobody may get in. */
        private void thoseWhoCouldBe() {
            boolean keptOut = invariant.kind() == Invariant.Kind.NEVER_KEPT_OUT;
            classes.holders().forEach((ofHolder, holder) -> classes.doors().forEach((ofDoor, door) -> {
                if (violation == null && ofHolder.get(number) && ofDoor.get(number)) {
                    moments(
                            LiveClasses.and(ofHolder, ofDoor),
                            holder,
                            door,
                            keptOut ? List.of(everything(door)) : List.of());
                }
            }));
        }

        /** With the rights that they have. Those who have the same and are the same to all rules are looked at once. */
        private void thoseWhoAreThere() {
            for (Identifier identifier : site.identifiers()) {
                AccessFacts today = identifier.revoked() || violation != null
                        ? null
                        : site.presented(identifier.id(), Instant.EPOCH);
                if (today != null) {
                    classes.atAllAges(today).forEach(facts -> holder(identifier, facts));
                }
            }
        }

        private void holder(Identifier identifier, AccessFacts facts) {
            BitSet fitting = classes.ofHolder(facts);
            if (fitting.get(number)) {
                Map<String, List<Via>> usable = site.usable(identifier.id());
                String owner = identifier.guest() == null ? "" : identifier.user();
                if (looked.add(List.of(fitting, owner, kinds(usable)))) {
                    reached(usable).forEach(device -> atDevice(fitting, facts, identifier, device));
                }
            }
        }

        private List<Object> kinds(Map<String, List<Via>> usable) {
            List<Object> kinds = new ArrayList<>();
            usable.forEach((restriction, via) -> kinds.add(List.of(
                    restriction, via.stream().map(Via::kind).distinct().sorted().toList())));
            return kinds;
        }

        private Set<String> reached(Map<String, List<Via>> usable) {
            Set<String> reached = new TreeSet<>();
            usable.keySet().forEach(restriction -> reached.addAll(devicesOf.getOrDefault(restriction, Set.of())));
            return reached;
        }

        private void atDevice(BitSet ofHolder, AccessFacts who, Identifier identifier, String id) {
            Device device = site.device(id);
            if (device == null || violation != null) {
                return;
            }
            Set<@Nullable String> here = new LinkedHashSet<>();
            here.add(null);
            here.addAll(directions.getOrDefault(id, Set.of()));
            here.addAll(classes.namedDirections());
            for (@Nullable String direction : here) {
                AccessFacts facts = site.facts(identifier.id(), device, direction, null, Instant.EPOCH);
                Door door = new Door(device, site.fact(device), direction);
                BitSet ofDoor = facts == null ? new BitSet() : classes.ofDoor(facts);
                if (facts != null && ofDoor.get(number)) {
                    List<GrantFact> rights =
                            facts.grants().stream().map(Invariants::always).toList();
                    moments(LiveClasses.and(ofHolder, ofDoor), new Holder(who, identifier), door, rights);
                }
            }
        }

        private void moments(BitSet there, Holder holder, Door door, List<GrantFact> rights) {
            classes.moments().forEach((ofMoment, moment) -> {
                if (violation == null && ofMoment.get(number)) {
                    requests++;
                    look(LiveClasses.and(there, ofMoment), holder, door, moment, rights);
                }
            });
        }

        private void look(BitSet fitting, Holder holder, Door door, Moment moment, List<GrantFact> rights) {
            fitting.clear(rules.size(), fitting.size());
            boolean guest = Objects.requireNonNull(holder.facts().identifier()).guest() != null;
            Asked asked = new Asked(
                    fitting,
                    door.direction(),
                    door.device().locks(),
                    guest,
                    rights.stream().map(Right::of).toList());
            Decision decision = decided.computeIfAbsent(
                    asked, any -> trial.decide(RequestClasses.facts(valid(holder), door, moment, rights)));
            boolean broken = invariant.kind() == Invariant.Kind.NEVER_OPENS
                    // an emergency lets everybody out, whatever else is to hold
                    ? decision.verdict() == Verdict.GRANT && decision.reason() != ReasonCode.EMERGENCY_EGRESS
                    : decision.reason().isByPolicy() || decision.reason() == ReasonCode.INDETERMINATE;
            if (broken) {
                Identifier identifier = holder.identifier();
                User person = identifier == null ? null : site.user(identifier.user());
                violation = new Violation(
                        classes.told(holder, door, moment, !rights.isEmpty()),
                        person == null ? null : person.id(),
                        person == null ? null : person.name(),
                        decision.reason(),
                        decision.policies().stream().map(AppliedPolicy::name).toList());
            }
        }
    }

    /** The same right at any time. */
    private static GrantFact always(GrantFact grant) {
        return new GrantFact(
                grant.restriction(), grant.guestUsable(), grant.heldByOwner(), grant.via(), grant.lines(), List.of());
    }

    private static GrantFact everything(Door door) {
        return new GrantFact(
                "",
                true,
                true,
                List.of(new Via(Via.Kind.IDENTIFIER, "")),
                List.of(new LineFact(
                        null,
                        IntStream.rangeClosed(1, door.device().locks()).boxed().toList())),
                List.of());
    }

    /** The same holder, of whom nothing but rules and rights speaks against it. */
    private static Holder valid(Holder holder) {
        AccessFacts facts = holder.facts();
        IdentifierFact was = Objects.requireNonNull(facts.identifier());
        AccessFacts.HolderFact owner = Objects.requireNonNull(facts.holder());
        return new Holder(
                facts.with(
                        new IdentifierFact(
                                was.id(), null, null, null, 0, false, false, was.guest(), was.created(), was.used()),
                        owner.resumed(),
                        List.of()),
                holder.identifier());
    }
}
