package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.OfflineRight;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Counts, device by device, what the {@link OfflineContract} comes to: the copies that devices are to hold when these rules are in
 * force decide it, and not what could be granted.
 */
@Service
public class OfflineEffects {
    private final Rulebooks rulebooks;
    private final AccessDirectory directory;
    private final InstantSource clock;

    OfflineEffects(Rulebooks rulebooks, AccessDirectory directory, InstantSource clock) {
        this.rulebooks = rulebooks;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What denies.
     *
     * @param policies its policies that deny
     * @param at the same, by the devices that they concern
     * @param opening to how many identifiers each device would open that would open to any
     */
    private record Denying(
            String id,
            String name,
            boolean kept,
            List<Policy> policies,
            Map<String, List<Policy>> at,
            Map<String, Integer> opening) {
        Concerned concerned(AccessFacts presented) {
            return new Concerned(
                    this,
                    policies.stream()
                            .filter(policy -> mayConcern(policy, presented))
                            .map(Policy::id)
                            .collect(Collectors.toSet()));
        }
    }

    /** @param policies ids of those that may concern somebody */
    private record Concerned(Denying denying, Set<String> policies) {
        void count(String device, List<OfflineRight> rights) {
            if (denying.at().getOrDefault(device, List.of()).stream()
                    .anyMatch(policy ->
                            policies.contains(policy.id()) && rights.stream().anyMatch(right -> isIn(policy, right)))) {
                denying.opening().merge(device, 1, Integer::sum);
            }
        }

        private static boolean isIn(Policy policy, OfflineRight right) {
            return right.accessPoint() == null || policy.doors().fitDirection(right.accessPoint());
        }
    }

    /**
     * What devices do that are cut off, for each policy and table that denies anything.
     *
     * @param rules all that decide together
     * @throws NoSuchRulebookException when there is no such project for the actor
     */
    public List<OfflineEffect> of(Actor actor, long project, RuleSet rules) {
        return effects(actor, project, rules, id -> true);
    }

    /**
     * The same for one policy or table among them; empty when it denies nothing.
     *
     * @throws NoSuchRulebookException when there is no such project for the actor
     */
    public Optional<OfflineEffect> of(Actor actor, long project, RuleSet rules, String id) {
        return effects(actor, project, rules, id::equals).stream().findFirst();
    }

    private List<OfflineEffect> effects(Actor actor, long project, RuleSet rules, Predicate<String> asked) {
        rulebooks.isOneEnough(actor, project);
        SiteSnapshot site = Objects.requireNonNull(directory.site(project))
                .denying(Rulebook.draft(project, rules).denials());
        OfflineContract contract = OfflineContract.of(rules);
        List<Denying> denying = Stream.concat(
                        rules.policies().stream()
                                .filter(policy -> asked.test(policy.id()) && denies(policy))
                                .map(policy -> denying(
                                        site,
                                        policy.id(),
                                        policy.name(),
                                        contract.isEnforced(policy),
                                        List.of(policy))),
                        rules.tables().stream()
                                .filter(table -> asked.test(table.id())
                                        && table.rows().stream().anyMatch(OfflineEffects::denies))
                                .map(table -> denying(
                                        site, table.id(), table.name(), contract.isEnforced(table), table.rows())))
                .toList();
        count(site, denying.stream().filter(one -> !one.kept()).toList());
        return denying.stream().map(one -> effect(site, one)).toList();
    }

    private static boolean denies(Policy policy) {
        return policy.effect() == PolicyEffect.DENY;
    }

    private static Denying denying(SiteSnapshot site, String id, String name, boolean kept, List<Policy> all) {
        List<Policy> policies = all.stream().filter(OfflineEffects::denies).toList();
        Map<String, List<Policy>> at = new HashMap<>();
        for (Device device : site.devices()) {
            AccessFacts.DeviceFact fact = site.fact(device);
            List<Policy> here = policies.stream()
                    .filter(policy -> device.hasLock() && policy.doors().haveDevice(fact))
                    .toList();
            if (!here.isEmpty()) {
                at.put(device.id(), here);
            }
        }
        return new Denying(id, name, kept, policies, at, new HashMap<>());
    }

    private void count(SiteSnapshot site, List<Denying> denying) {
        if (denying.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (Identifier identifier : site.identifiers()) {
            AccessFacts presented = site.presented(identifier.id(), now);
            List<Concerned> concerned = presented == null
                    ? List.of()
                    : denying.stream()
                            .map(one -> one.concerned(presented))
                            .filter(one -> !one.policies().isEmpty())
                            .toList();
            if (!concerned.isEmpty()) {
                site.offlineRights(identifier.id())
                        .forEach((device, rights) -> concerned.forEach(one -> one.count(device, rights)));
            }
        }
    }

    private static boolean mayConcern(Policy policy, AccessFacts facts) {
        try {
            return policy.holders().fit(facts);
        } catch (UnknownFactException unknown) {
            return true;
        }
    }

    private static OfflineEffect effect(SiteSnapshot site, Denying denying) {
        List<OfflineEffect.Opening> opening = new ArrayList<>();
        denying.opening()
                .forEach((id, identifiers) -> opening.add(new OfflineEffect.Opening(id, name(site, id), identifiers)));
        opening.sort(
                Comparator.comparing(OfflineEffect.Opening::deviceName).thenComparing(OfflineEffect.Opening::deviceId));
        return new OfflineEffect(
                denying.id(), denying.name(), denying.kept(), denying.at().size(), opening);
    }

    private static String name(SiteSnapshot site, String id) {
        return site.nameOf(Objects.requireNonNull(site.device(id)));
    }
}
