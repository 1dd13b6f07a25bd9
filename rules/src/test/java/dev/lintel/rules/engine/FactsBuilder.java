package dev.lintel.rules.engine;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of a resident with a card at a panel with two locks, unless said otherwise. */
final class FactsBuilder {
    static final Instant AT = Instant.parse("2026-05-05T10:00:00Z");

    private @Nullable String accessPoint;
    private @Nullable Integer lock;
    private @Nullable DeviceFact device = new DeviceFact("d1", "SN1", DeviceType.PANEL, "g1", 2);
    private @Nullable IdentifierFact identifier = new IdentifierFact("i1", null, null, null, 0, false, false, null);
    private @Nullable HolderFact holder = new HolderFact("u1", "user", false, List.of("g1"));
    private final List<GrantFact> grants = new ArrayList<>();

    static FactsBuilder aCardAtAPanel() {
        return new FactsBuilder();
    }

    AccessFacts facts() {
        return new AccessFacts(
                AT, accessPoint, lock, IdentifierType.CARD, device, identifier, holder, grants, 0, null, null);
    }

    FactsBuilder atUnknownDevice() {
        device = null;
        return unknown();
    }

    FactsBuilder atDeviceWithLocks(int locks) {
        device = new DeviceFact("d1", "SN1", DeviceType.PANEL, "g1", locks);
        return this;
    }

    FactsBuilder unknown() {
        identifier = null;
        holder = null;
        return this;
    }

    FactsBuilder revoked() {
        identifier = new IdentifierFact("i1", null, null, null, 0, true, false, null);
        return this;
    }

    FactsBuilder suspended() {
        identifier = new IdentifierFact("i1", null, null, null, 0, false, true, null);
        return this;
    }

    FactsBuilder ofSuspendedHolder() {
        holder = new HolderFact("u1", "user", true, List.of("g1"));
        return this;
    }

    FactsBuilder valid(@Nullable Instant from, @Nullable Instant until) {
        identifier = new IdentifierFact("i1", from, until, null, 0, false, false, null);
        return this;
    }

    FactsBuilder withPasses(int most, int used) {
        identifier = new IdentifierFact("i1", null, null, most, used, false, false, null);
        return this;
    }

    FactsBuilder ofGuest() {
        identifier = new IdentifierFact("i1", null, null, null, 0, false, false, GuestKind.GUEST);
        return this;
    }

    FactsBuilder asking(@Nullable Integer askedLock) {
        lock = askedLock;
        return this;
    }

    FactsBuilder through(String point) {
        accessPoint = point;
        return this;
    }

    /** A restriction of the owner's group, of one line for every access point. */
    FactsBuilder having(String restriction, List<Integer> locks, ScheduleFact... schedules) {
        return having(restriction, new LineFact(null, locks), schedules);
    }

    FactsBuilder having(String restriction, LineFact line, ScheduleFact... schedules) {
        Via group = new Via(Via.Kind.GROUP, "g1");
        grants.add(new GrantFact(restriction, false, true, List.of(group), List.of(line), List.of(schedules)));
        return this;
    }

    /** A restriction granted to the identifier. */
    FactsBuilder given(String restriction, boolean guestUsable, boolean heldByOwner) {
        Via itself = new Via(Via.Kind.IDENTIFIER, "i1");
        LineFact line = new LineFact(null, List.of(1));
        grants.add(new GrantFact(restriction, guestUsable, heldByOwner, List.of(itself), List.of(line), List.of()));
        return this;
    }

    static ScheduleFact open(Instant until) {
        return new ScheduleFact("s1", true, until);
    }

    static ScheduleFact closed(Instant until) {
        return new ScheduleFact("s2", false, until);
    }
}
