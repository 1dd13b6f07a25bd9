package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes, of a ready-made policy as somebody has tuned it, one scenario that it is for and one that it leaves alone. */
final class ReadyMadeScenarios {
    private final Policy tuned;
    private final SiteSnapshot site;
    private final LocalDateTime noon;

    /** @param site whose facts tell what the policy asks */
    ReadyMadeScenarios(Policy tuned, SiteSnapshot site, LocalDateTime now) {
        this.tuned = tuned;
        this.site = site;
        this.noon = now.toLocalDate().plusDays(1).atTime(LocalTime.NOON);
    }

    /**
     * Those that are as they should be: whoever has tuned a policy to something else writes their own.
     *
     * @param name says what one is called, by whether the policy concerns it
     */
    List<Scenario> all(Function<Boolean, String> name) {
        return device().map(device -> all(device, name)).orElse(List.of());
    }

    private List<Scenario> all(Device device, Function<Boolean, String> name) {
        List<Scenario> all = new ArrayList<>();
        for (boolean concerned : new boolean[] {true, false}) {
            RequestCase told = told(device, concerned);
            AccessFacts facts = told.facts(site);
            if (facts != null && tuned.concerns(facts) == concerned) {
                all.add(new Scenario(
                        UUID.randomUUID().toString(),
                        name.apply(concerned),
                        told,
                        null,
                        expected(concerned),
                        concerned ? tuned.id() : null));
            }
        }
        return all;
    }

    private Verdict expected(boolean concerned) {
        return switch (tuned.effect()) {
            case DENY -> concerned ? Verdict.DENY : Verdict.GRANT;
            case ALLOW, EGRESS -> concerned ? Verdict.GRANT : Verdict.DENY;
            case SECOND_LOCK, NOTIFY, COUNT, FLAG, LEAVE -> Verdict.GRANT;
        };
    }

    private Optional<Device> device() {
        return StreamSupport.stream(site.devices().spliterator(), false)
                .filter(device -> device.hasLock() && tuned.doors().haveDevice(site.fact(device)))
                .min(Comparator.comparing(Device::id));
    }

    private RequestCase told(Device device, boolean concerned) {
        PolicyHolders holders = tuned.holders();
        boolean entitled = tuned.effect() != PolicyEffect.EGRESS;
        return new RequestCase(
                first(holders.kinds()).orElse(HolderKind.RESIDENT),
                first(holders.profiles()).orElse(null),
                holders.groups().stream().limit(1).toList(),
                first(holders.identifiers()).orElse(IdentifierType.CARD),
                device.id(),
                Objects.requireNonNullElse(tuned.doors().accessPoint(), "in"),
                at(concerned),
                false,
                entitled,
                situation(concerned),
                traits(concerned));
    }

    private static <T extends Comparable<T>> Optional<T> first(Set<T> some) {
        return some.stream().min(Comparator.naturalOrder());
    }

    private LocalDateTime at(boolean concerned) {
        LocalTime from = tuned.times().from();
        LocalTime to = tuned.times().to();
        return from == null || to == null ? noon : noon.with(concerned ? from : to);
    }

    private CaseTraits traits(boolean concerned) {
        Integer unused = tuned.holders().unusedFor();
        int days = unused == null ? 0 : concerned ? unused : 0;
        return new CaseTraits(null, false, days, unused == null ? null : days, false, null);
    }

    private Situation situation(boolean concerned) {
        PolicyState state = tuned.times().state();
        Failures failed = state.failures();
        return new Situation(
                concerned ? first(state.threats()).orElse(ThreatLevel.NORMAL) : ThreatLevel.NORMAL,
                failed == null || !concerned ? List.of() : List.of(failed),
                state.passback() == null || !concerned ? null : 1,
                inside(state.inside(), concerned),
                state.second() == null || concerned
                        ? Set.of()
                        : Set.of(Objects.requireNonNull(state.second()).whose()),
                state.interlock() != null && concerned);
    }

    private static Map<String, Integer> inside(@Nullable Inside asked, boolean concerned) {
        if (asked == null) {
            return Map.of();
        }
        Integer atLeast = asked.atLeast();
        int most = Objects.requireNonNullElse(atLeast == null ? asked.fewerThan() : atLeast, 1);
        boolean full = (atLeast != null) == concerned;
        int count = full ? most : most - 1;
        String profile = first(asked.profiles()).orElse("");
        return count == 0 ? Map.of() : Map.of(profile, count);
    }
}
