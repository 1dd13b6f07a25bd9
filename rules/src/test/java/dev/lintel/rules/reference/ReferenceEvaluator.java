package dev.lintel.rules.reference;

import static dev.lintel.domain.access.ReasonCode.NO_RESTRICTION;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Decides the ten steps straight from a site's records: no index, no cleverness, nothing of what it is compared with. */
record ReferenceEvaluator(Site site, Map<String, NaiveSchedule> schedules) {
    record Answer(ReasonCode reason, List<Integer> locks, List<String> restrictions) {}

    static ReferenceEvaluator of(Site site) {
        Map<String, NaiveSchedule> schedules = new HashMap<>();
        site.schedules().forEach(one -> schedules.put(one.id(), new NaiveSchedule(one, site)));
        return new ReferenceEvaluator(site, schedules);
    }

    Answer decide(AccessRequest request) {
        for (Device device : site.devices()) {
            for (Identifier one : site.identifiers()) {
                boolean here = device.serial().equals(request.deviceSerial());
                if (here
                        && one.type() == request.type()
                        && Notations.of(one.type(), one.value()).contains(request.value())) {
                    return with(one, device, request);
                }
            }
        }
        boolean known = site.devices().stream().anyMatch(d -> d.serial().equals(request.deviceSerial()));
        return new Answer(known ? ReasonCode.UNKNOWN_IDENTIFIER : ReasonCode.DEVICE_UNKNOWN, List.of(), List.of());
    }

    private Answer with(Identifier identifier, Device device, AccessRequest request) {
        User owner = site.users().stream()
                .filter(user -> user.id().equals(identifier.user()))
                .findFirst()
                .orElseThrow();
        ReasonCode furthest = ofIdentifier(identifier, owner, request.at());
        TreeSet<Integer> opened = new TreeSet<>();
        TreeSet<String> determining = new TreeSet<>();
        for (AccessRestriction one : site.restrictions()) {
            TreeSet<Integer> locks = new TreeSet<>();
            ReasonCode reached = reached(one, device, request, locks);
            if (furthest.compareTo(NO_RESTRICTION) >= 0 && applies(one, identifier, owner)) {
                furthest = reached.compareTo(furthest) > 0 ? reached : furthest;
                if (reached == ReasonCode.GRANTED) {
                    determining.add(one.id());
                    opened.addAll(locks);
                }
            }
        }
        Integer lock = request.lock();
        boolean asked = furthest == ReasonCode.GRANTED && lock != null && lock > 0;
        return new Answer(furthest, asked ? List.of(lock) : List.copyOf(opened), List.copyOf(determining));
    }

    private static ReasonCode ofIdentifier(Identifier one, User owner, Instant at) {
        if (one.revoked()) return ReasonCode.REVOKED;
        if (one.suspended()) return ReasonCode.IDENTIFIER_SUSPENDED;
        if (owner.suspended()) return ReasonCode.HOLDER_SUSPENDED;
        if (one.validFrom() != null && at.isBefore(one.validFrom())) return ReasonCode.NOT_YET_VALID;
        if (one.validUntil() != null && !at.isBefore(one.validUntil())) return ReasonCode.EXPIRED;
        if (one.maxPasses() != null && one.passesUsed() >= one.maxPasses()) return ReasonCode.PASSES_USED_UP;
        return NO_RESTRICTION;
    }

    private ReasonCode reached(AccessRestriction one, Device device, AccessRequest request, TreeSet<Integer> locks) {
        boolean fits = false;
        for (RestrictionLine line : one.lines()) {
            boolean here = line.accessPoint() == null || line.accessPoint().equals(request.accessPoint());
            if (here && line.device().equals(device.id())) {
                fits = true;
                locks.addAll(line.lock().of(device.locks()));
            }
        }
        if (!fits) return NO_RESTRICTION;
        Integer lock = request.lock();
        if (locks.isEmpty() || lock != null && lock > 0 && !locks.contains(lock)) return ReasonCode.LOCK_NOT_ALLOWED;
        if (lock != null && lock == 0 && locks.size() < device.locks()) return ReasonCode.LOCK_NOT_ALLOWED;
        boolean open = schedules.entrySet().stream()
                .anyMatch(s ->
                        one.schedules().contains(s.getKey()) && s.getValue().isOpen(request.at()));
        return open || one.schedules().isEmpty() ? ReasonCode.GRANTED : ReasonCode.OUTSIDE_SCHEDULE;
    }

    private boolean applies(AccessRestriction one, Identifier identifier, User owner) {
        boolean own = granted(one, new GrantTarget.ToIdentifier(identifier.id()));
        boolean owners = granted(one, new GrantTarget.ToUser(owner.id()))
                || owner.groups().stream().anyMatch(group -> reaches(one, group));
        return identifier.guest() == null ? own || owners : own && owners && one.guestUsable();
    }

    private boolean reaches(AccessRestriction one, String group) {
        return granted(one, new GrantTarget.ToGroup(group))
                || site.groups().stream()
                        .anyMatch(g -> g.id().equals(group) && g.parent() != null && reaches(one, g.parent()));
    }

    private boolean granted(AccessRestriction one, GrantTarget to) {
        return site.grants().contains(new Grant(one.id(), to));
    }
}
