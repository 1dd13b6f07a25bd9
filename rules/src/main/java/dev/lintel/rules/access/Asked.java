package dev.lintel.rules.access;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request of somebody known at a known door, as policies look at it. What a policy names is asked by the number of that
 * policy, so that names never stand in a rule.
 */
public final class Asked {
    private final List<Policy> policies;
    private final AccessFacts facts;
    private final DeviceFact device;
    private final IdentifierFact identifier;
    private final HolderFact holder;
    private final @Nullable ClockFact clock;
    private final @Nullable LocalDateTime moment;

    /** @param facts their device, identifier and holder are known */
    public Asked(AccessFacts facts, List<Policy> policies) {
        this.policies = policies;
        this.facts = facts;
        this.device = Objects.requireNonNull(facts.device());
        this.identifier = Objects.requireNonNull(facts.identifier());
        this.holder = Objects.requireNonNull(facts.holder());
        this.clock = facts.clock();
        this.moment = clock == null ? null : clock.read(facts.at());
    }

    public HolderKind getKind() {
        return HolderKind.of(identifier);
    }

    public IdentifierType getIdentifierType() {
        return facts.type();
    }

    public @Nullable GroupType getGroupType() {
        return device.groupType();
    }

    public DeviceType getDeviceType() {
        return device.type();
    }

    public boolean ofProfile(int policy) {
        return policies.get(policy).holders().profiles().contains(holder.profile());
    }

    public boolean ofGroup(int policy) {
        return shares(policies.get(policy).holders().groups(), holder.groups());
    }

    public boolean within(int policy) {
        return shares(policies.get(policy).doors().groups(), device.groups());
    }

    public boolean atDevice(int policy) {
        return policies.get(policy).doors().devices().contains(device.id());
    }

    public boolean inDirection(int policy) {
        return Objects.equals(policies.get(policy).doors().accessPoint(), facts.accessPoint());
    }

    /**
     * Whether the policy holds now.
     *
     * @throws IllegalStateException if the facts do not tell the time of day: nothing may be decided on a guess
     */
    public boolean inHours(int policy) {
        if (clock == null || moment == null) {
            throw new IllegalStateException("the facts do not tell what time it is at the door");
        }
        return policies.get(policy).times().fit(moment, clock.holiday(), clock.holidayBefore());
    }

    private static boolean shares(List<String> some, List<String> others) {
        for (int i = 0; i < others.size(); i++) {
            if (some.contains(others.get(i))) {
                return true;
            }
        }
        return false;
    }
}
