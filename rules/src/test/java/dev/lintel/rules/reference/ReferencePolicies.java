package dev.lintel.rules.reference;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.Passage;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.SiteTraits.OfIdentifier;
import dev.lintel.domain.access.SiteTraits.OfPerson;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.user.User;
import dev.lintel.rules.reference.RandomWorld.Passed;
import dev.lintel.rules.reference.ReferenceEvaluator.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies policies to the answers of the plain evaluator, straight from what they say. */
record ReferencePolicies(
        Site site,
        RandomWorld world,
        ReferenceEvaluator restrictions,
        List<Policy> policies,
        List<PolicyTable> tables) {
    private static final Set<PolicyEffect> OBLIGING =
            Set.of(PolicyEffect.NOTIFY, PolicyEffect.COUNT, PolicyEffect.FLAG);

    /** @param obliged what has to be done, in the order of the policies */
    record Judged(Answer answer, List<String> policies, List<PolicyEffect> obliged) {}

    Judged decide(AccessRequest request) {
        Answer answer = restrictions.decide(request);
        if (answer.reason().compareTo(ReasonCode.UNKNOWN_IDENTIFIER) <= 0) {
            return new Judged(answer, List.of(), List.of());
        }
        Device device = site.devices().stream()
                .filter(one -> one.serial().equals(request.deviceSerial()))
                .findFirst()
                .orElseThrow();
        Identifier identifier = site.identifiers().stream()
                .filter(one -> one.type() == request.type()
                        && Notations.of(one.type(), one.value()).contains(request.value()))
                .findFirst()
                .orElseThrow();
        List<Policy> concerned = new ArrayList<>(fitting(policies, identifier, device, request));
        boolean undecided = false;
        for (PolicyTable table : tables) {
            List<Policy> rows = fitting(table.rows(), identifier, device, request);
            if (rows.size() > 1 && table.hit() == HitPolicy.UNIQUE) {
                undecided = true;
            } else {
                rows.stream().findFirst().ifPresent(concerned::add);
            }
        }
        Answer judged = judge(answer, concerned, undecided, device, request);
        boolean second = !judged.locks().isEmpty() && device.locks() >= 2;
        List<PolicyEffect> obliged = concerned.stream()
                .map(Policy::effect)
                .filter(effect -> OBLIGING.contains(effect) || second && effect == PolicyEffect.SECOND_LOCK)
                .toList();
        return new Judged(
                obliged.contains(PolicyEffect.SECOND_LOCK) ? withSecond(judged) : judged,
                concerned.stream().map(Policy::id).toList(),
                obliged);
    }

    private static Answer withSecond(Answer judged) {
        return new Answer(
                judged.reason(),
                Stream.concat(judged.locks().stream(), Stream.of(2))
                        .distinct()
                        .sorted()
                        .toList(),
                judged.restrictions());
    }

    private List<Policy> fitting(List<Policy> some, Identifier identifier, Device device, AccessRequest request) {
        return some.stream()
                .filter(policy -> fits(policy.holders(), identifier, request)
                        && fits(policy.doors(), device, request)
                        && fits(policy.times(), request)
                        && fits(policy.times().state(), identifier, device, request))
                .toList();
    }

    private static Answer judge(
            Answer answer, List<Policy> concerned, boolean undecided, Device device, AccessRequest request) {
        int denying = highest(concerned, PolicyEffect.DENY);
        int allowing = highest(concerned, PolicyEffect.ALLOW);
        List<Integer> there = IntStream.rangeClosed(1, device.locks())
                .boxed()
                .filter(lock -> request.lock() == null
                        || request.lock() == 0
                        || request.lock().equals(lock))
                .toList();
        boolean wanting = answer.reason() == ReasonCode.NO_RESTRICTION
                || answer.reason() == ReasonCode.LOCK_NOT_ALLOWED
                || answer.reason() == ReasonCode.OUTSIDE_SCHEDULE;
        if (!there.isEmpty() && highest(concerned, PolicyEffect.EGRESS) >= 0) {
            return new Answer(ReasonCode.EMERGENCY_EGRESS, there, List.of());
        }
        if (undecided) return new Answer(ReasonCode.INDETERMINATE, List.of(), List.of());
        if (allowing > denying && wanting && !there.isEmpty()) {
            return new Answer(ReasonCode.POLICY_ALLOWED, there, List.of());
        }
        if (denying < 0 || denying < allowing || answer.reason() != ReasonCode.GRANTED) return answer;
        boolean forSecond = concerned.stream()
                .filter(policy -> policy.effect() == PolicyEffect.DENY)
                .allMatch(policy -> policy.times().state().second() != null);
        return new Answer(
                forSecond ? ReasonCode.SECOND_CREDENTIAL_NEEDED : ReasonCode.POLICY_DENIED, List.of(), List.of());
    }

    private static int highest(List<Policy> concerned, PolicyEffect effect) {
        return concerned.stream()
                .filter(policy -> policy.effect() == effect)
                .mapToInt(Policy::priority)
                .max()
                .orElse(-1);
    }

    boolean fits(PolicyHolders holders, Identifier identifier, AccessRequest request) {
        User owner = site.users().stream()
                .filter(user -> user.id().equals(identifier.user()))
                .findFirst()
                .orElseThrow();
        HolderKind kind = identifier.guest() == null
                ? HolderKind.RESIDENT
                : identifier.guest() == GuestKind.GUEST ? HolderKind.GUEST : HolderKind.COURIER;
        if (!holders.kinds().isEmpty() && !holders.kinds().contains(kind)) return false;
        if (!holders.profiles().isEmpty() && !holders.profiles().contains(owner.profile())) return false;
        if (!holders.identifiers().isEmpty() && !holders.identifiers().contains(identifier.type())) return false;
        OfPerson person = world.person(owner.id());
        if (!holders.markers().isEmpty() && !holders.markers().contains(String.valueOf(person.marker()))) return false;
        boolean member = site.users().stream().anyMatch(one -> one.id().equals(person.mainUser()));
        if (!holders.family().isEmpty() && !holders.family().contains(member ? FamilyRole.MEMBER : FamilyRole.MAIN))
            return false;
        OfIdentifier past = world.past(identifier.id());
        LocalDate today = LocalDate.ofInstant(request.at(), site.timeZone());
        LocalDate last = past.used() == null ? past.created() : past.used();
        if (holders.olderThan() != null && DAYS.between(past.created(), today) < holders.olderThan()) return false;
        if (holders.unusedFor() != null && DAYS.between(last, today) < holders.unusedFor()) return false;
        boolean ofType = site.groups().stream()
                .anyMatch(one -> owner.groups().contains(one.id())
                        && holders.groupTypes().contains(one.type()));
        if (!holders.groupTypes().isEmpty() && !ofType) return false;
        return holders.groups().isEmpty() || owner.groups().stream().anyMatch(own -> isWithin(own, holders.groups()));
    }

    boolean fits(PolicyDoors doors, Device device, AccessRequest request) {
        ObjectGroup group = site.groups().stream()
                .filter(one -> one.id().equals(device.group()))
                .findFirst()
                .orElseThrow();
        if (!doors.devices().isEmpty() && !doors.devices().contains(device.id())) return false;
        if (!doors.deviceTypes().isEmpty() && !doors.deviceTypes().contains(device.type())) return false;
        if (!doors.groupTypes().isEmpty() && !doors.groupTypes().contains(group.type())) return false;
        if (doors.accessPoint() != null && !doors.accessPoint().equals(request.accessPoint())) return false;
        if (doors.sparesWayOut() && List.of("out", "exit").contains(String.valueOf(request.accessPoint())))
            return false;
        if (!doors.tags().isEmpty() && device.tags().stream().noneMatch(doors.tags()::contains)) return false;
        return doors.groups().isEmpty() || isWithin(device.group(), doors.groups());
    }

    private boolean fits(PolicyState state, Identifier identifier, Device device, AccessRequest request) {
        return fitsLevels(state, device, request)
                && fitsPassback(state, identifier, device, request)
                && fitsInside(state, device, request)
                && fitsSecond(state, identifier, device, request)
                && fitsInterlock(state, device, request);
    }

    private List<Passed> passages(Device device, AccessRequest request) {
        return world.passages(request.at()).stream()
                .filter(one -> one.area().equals(device.group()))
                .toList();
    }

    private static @Nullable Boolean isIn(@Nullable String point) {
        return switch (String.valueOf(point)) {
            case "in" -> true;
            case "OUT", "out", "exit" -> false;
            default -> null;
        };
    }

    /** Of each person the last time they went a way that is known. */
    private static Collection<Passed> lastWays(List<Passed> passages) {
        Map<String, Passed> last = new HashMap<>();
        passages.stream()
                .filter(one -> one.passage().opened() && isIn(one.passage().accessPoint()) != null)
                .sorted(Comparator.comparing(one -> one.passage().at()))
                .forEach(one -> last.put(one.passage().holder(), one));
        return last.values();
    }

    private boolean fitsPassback(PolicyState state, Identifier identifier, Device device, AccessRequest request) {
        PolicyState.Passback asked = state.passback();
        if (asked == null) return true;
        Integer minutes = asked.minutes();
        Boolean way = isIn(request.accessPoint());
        return lastWays(passages(device, request)).stream()
                .map(Passed::passage)
                .anyMatch(last -> last.holder().equals(identifier.user())
                        && way != null
                        && way.equals(isIn(last.accessPoint()))
                        && within(last.at(), minutes == null ? 24 * 3600 : 60 * minutes, request));
    }

    private boolean fitsInside(PolicyState state, Device device, AccessRequest request) {
        PolicyState.Inside asked = state.inside();
        if (asked == null) return true;
        long count = lastWays(passages(device, request)).stream()
                .filter(last -> Boolean.TRUE.equals(isIn(last.passage().accessPoint()))
                        && (asked.profiles().isEmpty() || asked.profiles().contains(last.profile())))
                .count();
        Integer atLeast = asked.atLeast();
        return atLeast == null ? count < Objects.requireNonNull(asked.fewerThan()) : count >= atLeast;
    }

    private boolean fitsSecond(PolicyState state, Identifier identifier, Device device, AccessRequest request) {
        PolicyState.Second asked = state.second();
        if (asked == null) return true;
        boolean other = asked.whose() == PolicyState.Whose.OTHER_PERSON;
        Stream<Passage> candidates = passages(device, request).stream()
                .map(Passed::passage)
                .filter(one -> one.device().equals(device.id())
                        && (other
                                ? !one.holder().equals(identifier.user())
                                : one.holder().equals(identifier.user())
                                        && !one.identifier().equals(identifier.id())));
        // a server keeps the last of them only
        return candidates
                .max(Comparator.comparing(Passage::at))
                .filter(one -> within(one.at(), asked.seconds(), request))
                .isEmpty();
    }

    private boolean fitsInterlock(PolicyState state, Device device, AccessRequest request) {
        PolicyState.Interlock asked = state.interlock();
        if (asked == null) return true;
        return passages(device, request).stream()
                .map(Passed::passage)
                .filter(one -> one.opened() && !one.device().equals(device.id()))
                .max(Comparator.comparing(Passage::at))
                .filter(one -> within(one.at(), asked.seconds(), request))
                .isPresent();
    }

    private static boolean within(Instant event, long seconds, AccessRequest request) {
        return event.isAfter(request.at().minusSeconds(seconds)) && !event.isAfter(request.at());
    }

    private boolean fitsLevels(PolicyState state, Device device, AccessRequest request) {
        ThreatLevel level = ThreatLevel.NORMAL;
        for (ThreatLevel one : ThreatLevel.values()) {
            boolean set = world.threats().entrySet().stream()
                    .anyMatch(entry -> entry.getValue() == one && isWithin(device.group(), List.of(entry.getKey())));
            if (set) level = one;
        }
        if (!state.threats().isEmpty() && !state.threats().contains(level)) return false;
        if (state.failures() == null) return true;
        Instant since = request.at().minusSeconds(60L * state.failures().minutes());
        long failed = world.failures(device.id()).stream()
                .filter(at -> at.isAfter(since) && !at.isAfter(request.at()))
                .count();
        return failed >= state.failures().count();
    }

    private boolean isWithin(String group, List<String> tops) {
        return tops.contains(group)
                || site.groups().stream()
                        .anyMatch(
                                one -> one.id().equals(group) && one.parent() != null && isWithin(one.parent(), tops));
    }

    /** Looks whether it began today or yesterday and is not over. */
    boolean fits(PolicyTimes times, AccessRequest request) {
        boolean open = times.schedules().stream()
                .map(restrictions.schedules()::get)
                .anyMatch(schedule -> schedule != null && schedule.isOpen(request.at()));
        if (!times.schedules().isEmpty() && !open) return false;
        LocalDateTime now = LocalDateTime.ofInstant(request.at(), site.timeZone());
        for (LocalDate day : List.of(now.toLocalDate(), now.toLocalDate().minusDays(1))) {
            LocalDateTime begin = times.from() == null ? day.atStartOfDay() : day.atTime(times.from());
            LocalDateTime end = times.to() == null ? day.plusDays(1).atStartOfDay() : day.atTime(times.to());
            if (!end.isAfter(begin)) end = end.plusDays(1);
            boolean during = !now.isBefore(begin) && now.isBefore(end);
            boolean weekday = times.days().isEmpty() || times.days().contains(day.getDayOfWeek());
            boolean late = times.since() == null || !day.isBefore(times.since());
            boolean early = times.until() == null || !day.isAfter(times.until());
            boolean free = times.holidays() == HolidayUse.IGNORED
                    || NaiveSchedule.isHoliday(site, day) == (times.holidays() == HolidayUse.ONLY);
            if (during && weekday && late && early && free) return true;
        }
        return false;
    }
}
