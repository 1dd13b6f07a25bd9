package dev.lintel.rules.access;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A restriction of the holder's that is tried for a request. The rules ask it one thing after the other and find out how
 * far it gets.
 */
public final class Candidate {
    private final GrantFact grant;
    private final boolean forGuest;
    private final @Nullable Integer askedLock;
    private final int deviceLocks;
    private final boolean fitting;
    private final long locks;
    private @Nullable ReasonCode reached;

    /** @param facts what is asked; its device and identifier are known */
    public Candidate(GrantFact grant, AccessFacts facts) {
        this.grant = grant;
        this.forGuest = facts.identifier() != null && facts.identifier().guest() != null;
        this.askedLock = facts.lock();
        this.deviceLocks = facts.device() == null ? 0 : facts.device().locks();
        boolean fits = false;
        long opened = 0;
        for (LineFact line : grant.lines()) {
            if (line.accessPoint() == null || line.accessPoint().equals(facts.accessPoint())) {
                fits = true;
                opened |= LockSet.of(line.locks());
            }
        }
        this.fitting = fits;
        this.locks = opened;
    }

    public GrantFact grant() {
        return grant;
    }

    /** A rule says that it got so far; of several the furthest counts. */
    void reach(ReasonCode reason) {
        if (reached == null || reason.compareTo(reached) > 0) {
            reached = reason;
        }
    }

    /**
     * How far it got.
     *
     * @throws IllegalStateException if no rule said
     */
    public ReasonCode reached() {
        if (reached == null) {
            throw new IllegalStateException("no rule says how far restriction \"" + grant.restriction() + "\" gets");
        }
        return reached;
    }

    /** Whether a guest or courier presents the identifier. */
    public boolean isForGuest() {
        return forGuest;
    }

    /** Whether restrictions of this kind are there for guests. */
    public boolean isGuestUsable() {
        return grant.guestUsable();
    }

    /** Whether the identifier itself has it, not only its owner. */
    public boolean isGrantedToIdentifier() {
        List<Via> via = grant.via();
        for (int i = 0; i < via.size(); i++) {
            if (via.get(i).kind() == Via.Kind.IDENTIFIER) {
                return true;
            }
        }
        return false;
    }

    /** Whether the owner has it, too. */
    public boolean isHeldByOwner() {
        return grant.heldByOwner();
    }

    /** Whether a line of it is for the asked access point. A line without access point is for every one. */
    public boolean isForThisAccessPoint() {
        return fitting;
    }

    /** Whether its fitting lines open what is asked: that lock, every lock of the device, or anything at all. */
    public boolean isOpeningAskedLock() {
        if (askedLock == null) {
            return locks != LockSet.NONE;
        }
        if (askedLock == AccessRequest.ALL_LOCKS) {
            return deviceLocks > 0 && LockSet.containsAll(locks, LockSet.first(deviceLocks));
        }
        return LockSet.contains(locks, askedLock);
    }

    /** Whether it is open at the instant: always without schedules, else when any of them is. */
    public boolean isOpen() {
        List<ScheduleFact> schedules = grant.schedules();
        for (int i = 0; i < schedules.size(); i++) {
            if (schedules.get(i).open()) {
                return true;
            }
        }
        return schedules.isEmpty();
    }

    /** The locks of its fitting lines, see {@link LockSet}. */
    public long locks() {
        return locks;
    }
}
