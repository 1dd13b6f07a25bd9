package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.Remedy.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What can be changed in facts so that they refuse less, and the facts with it. Which of it helps, the rules say. */
final class Remedies {
    private Remedies() {}

    /** What the identifier and its owner are refused for, whatever restriction is tried. */
    static List<Remedy> ofIdentifier(AccessFacts facts) {
        IdentifierFact identifier = Objects.requireNonNull(facts.identifier());
        HolderFact holder = facts.holder();
        List<Remedy> found = new ArrayList<>();
        add(found, identifier.revoked(), Kind.NOT_REVOKED, null);
        add(found, identifier.suspended(), Kind.NOT_SUSPENDED, null);
        add(found, holder != null && holder.suspended(), Kind.OWNER_NOT_SUSPENDED, null);
        add(found, !isValid(identifier, facts.at()), Kind.VALID_THEN, null);
        Integer most = identifier.maxPasses();
        add(found, most != null && identifier.passesUsed() >= most, Kind.PASS_LEFT, null);
        return found;
    }

    /** What keeps this restriction from opening the door. */
    static List<Remedy> of(GrantFact grant, AccessFacts facts) {
        String id = grant.restriction();
        List<Remedy> found = new ArrayList<>();
        if (Objects.requireNonNull(facts.identifier()).guest() != null) {
            // what the guest's identifier was not given is not among the facts
            add(found, !grant.heldByOwner(), Kind.HELD_BY_HOST, id);
            add(found, !grant.guestUsable(), Kind.FOR_GUESTS, id);
        }
        List<LineFact> fitting = grant.lines().stream()
                .filter(line -> line.accessPoint() == null || line.accessPoint().equals(facts.accessPoint()))
                .toList();
        List<Integer> opened =
                fitting.stream().flatMap(line -> line.locks().stream()).toList();
        boolean opensLock = facts.lock() == null ? !opened.isEmpty() : opened.containsAll(locks(facts));
        add(found, fitting.isEmpty(), Kind.FOR_ACCESS_POINT, id);
        add(found, !fitting.isEmpty() && !opensLock, Kind.FOR_LOCK, id);
        boolean open = grant.schedules().isEmpty() || grant.schedules().stream().anyMatch(ScheduleFact::open);
        add(found, !open, Kind.OPEN_THEN, id);
        return found;
    }

    private static void add(List<Remedy> found, boolean needed, Kind kind, @Nullable String restriction) {
        if (needed) {
            found.add(new Remedy(kind, restriction));
        }
    }

    private static boolean isValid(IdentifierFact identifier, Instant at) {
        Instant from = identifier.validFrom();
        Instant until = identifier.validUntil();
        return (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
    }

    /** The facts as they would have been. */
    static AccessFacts apply(AccessFacts facts, List<Remedy> remedies) {
        AccessFacts applied = facts;
        for (Remedy remedy : remedies) {
            applied = apply(applied, remedy);
        }
        return applied;
    }

    private static AccessFacts apply(AccessFacts facts, Remedy remedy) {
        IdentifierFact identifier = Objects.requireNonNull(facts.identifier());
        return switch (remedy.kind()) {
            case NOT_REVOKED, NOT_SUSPENDED, VALID_THEN, PASS_LEFT ->
                facts.with(changed(identifier, remedy.kind()), facts.holder(), facts.grants());
            case OWNER_NOT_SUSPENDED ->
                facts.with(identifier, Objects.requireNonNull(facts.holder()).resumed(), facts.grants());
            case NO_POLICY -> facts.under(null);
            case GRANTED -> facts.with(identifier, facts.holder(), List.of(anyGrant(facts)));
            default ->
                facts.with(
                        identifier,
                        facts.holder(),
                        facts.grants().stream()
                                .map(grant -> grant.restriction().equals(remedy.restriction())
                                        ? changed(grant, remedy.kind(), facts)
                                        : grant)
                                .toList());
        };
    }

    private static IdentifierFact changed(IdentifierFact was, Kind kind) {
        boolean valid = kind == Kind.VALID_THEN;
        return new IdentifierFact(
                was.id(),
                valid ? null : was.validFrom(),
                valid ? null : was.validUntil(),
                kind == Kind.PASS_LEFT ? null : was.maxPasses(),
                was.passesUsed(),
                was.revoked() && kind != Kind.NOT_REVOKED,
                was.suspended() && kind != Kind.NOT_SUSPENDED,
                was.guest(),
                was.created(),
                was.used());
    }

    private static GrantFact changed(GrantFact was, Kind kind, AccessFacts facts) {
        List<LineFact> lines = new ArrayList<>(was.lines());
        if (kind == Kind.FOR_ACCESS_POINT || kind == Kind.FOR_LOCK) {
            lines.add(new LineFact(facts.accessPoint(), locks(facts)));
        }
        return new GrantFact(
                was.restriction(),
                was.guestUsable() || kind == Kind.FOR_GUESTS,
                was.heldByOwner() || kind == Kind.HELD_BY_HOST,
                was.via(),
                lines,
                kind == Kind.OPEN_THEN ? List.of() : was.schedules());
    }

    private static GrantFact anyGrant(AccessFacts facts) {
        return new GrantFact(
                "",
                true,
                true,
                List.of(new Via(
                        Via.Kind.IDENTIFIER,
                        Objects.requireNonNull(facts.identifier()).id())),
                List.of(new LineFact(facts.accessPoint(), locks(facts))),
                List.of());
    }

    /** The locks that would have to open; those of them that the device does not have can not. */
    private static List<Integer> locks(AccessFacts facts) {
        int there = Objects.requireNonNull(facts.device()).locks();
        Integer asked = facts.lock();
        return IntStream.rangeClosed(1, there)
                .filter(lock -> asked == null || asked == AccessRequest.ALL_LOCKS || asked == lock)
                .boxed()
                .toList();
    }
}
