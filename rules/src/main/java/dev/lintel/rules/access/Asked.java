package dev.lintel.rules.access;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
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

    /** @param facts their device, identifier and holder are known */
    public Asked(AccessFacts facts, List<Policy> policies) {
        this.policies = policies;
        this.facts = facts;
        this.device = Objects.requireNonNull(facts.device());
        this.identifier = Objects.requireNonNull(facts.identifier());
        this.holder = Objects.requireNonNull(facts.holder());
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

    /** @throws UnknownFactException if the facts do not tell */
    public boolean ofGroupType(int policy) {
        return policies.get(policy).holders().fitGroupType(holder);
    }

    /** @throws UnknownFactException if the facts do not tell */
    public boolean marked(int policy) {
        return policies.get(policy).holders().fitMarker(holder);
    }

    /** @throws UnknownFactException if the facts do not tell */
    public boolean inFamily(int policy) {
        return policies.get(policy).holders().fitFamily(holder);
    }

    /** @throws UnknownFactException if the facts do not tell */
    public boolean old(int policy) {
        return policies.get(policy).holders().fitAge(facts);
    }

    /** @throws UnknownFactException if the facts do not tell */
    public boolean unused(int policy) {
        return policies.get(policy).holders().fitLastUse(facts);
    }

    /** @throws UnknownFactException if the facts do not tell */
    public boolean tagged(int policy) {
        return policies.get(policy).doors().fitTags(device);
    }

    public boolean within(int policy) {
        return shares(policies.get(policy).doors().groups(), device.groups());
    }

    public boolean atDevice(int policy) {
        return policies.get(policy).doors().devices().contains(device.id());
    }

    public boolean inDirection(int policy) {
        return policies.get(policy).doors().fitDirection(facts.accessPoint());
    }

    /**
     * Whether the policy holds now.
     *
     * @throws UnknownFactException if the facts do not tell what time it is, or which schedule is open
     */
    public boolean inHours(int policy) {
        return policies.get(policy).times().fit(facts);
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
