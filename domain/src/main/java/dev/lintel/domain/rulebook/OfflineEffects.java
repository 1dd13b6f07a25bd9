package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.permission.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts, device by device, what the {@link OfflineContract} comes to: the copies that devices hold, or are to hold, decide it,
 * and not what could be granted.
 */
@Service
public class OfflineEffects {
    private static final int FETCH_SIZE = 5_000;

    private final Rulebooks rulebooks;
    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    OfflineEffects(Rulebooks rulebooks, AccessDirectory directory, JdbcTemplate jdbc, InstantSource clock) {
        this.rulebooks = rulebooks;
        this.directory = directory;
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH_SIZE);
        this.clock = clock;
    }

    /** What denies, and the devices that it concerns, with the number of identifiers to which each would open. */
    private record Denying(String id, String name, List<Policy> policies, Map<String, Integer> devices) {}

    /**
     * What devices do that are cut off, for each policy and table that denies anything.
     *
     * @throws NoSuchRulebookException when there is no such project for the actor
     */
    @Transactional(readOnly = true)
    public List<OfflineEffect> of(Actor actor, long project, RuleSet rules) {
        rulebooks.isOneEnough(actor, project);
        SiteSnapshot site = Objects.requireNonNull(directory.site(project));
        List<Denying> denying = Stream.concat(
                        rules.policies().stream()
                                .map(policy -> denying(site, policy.id(), policy.name(), List.of(policy))),
                        rules.tables().stream().map(table -> denying(site, table.id(), table.name(), table.rows())))
                .filter(one -> !one.policies().isEmpty())
                .toList();
        if (!denying.isEmpty()) {
            count(site, denying);
        }
        return denying.stream().map(one -> effect(site, one)).toList();
    }

    private static Denying denying(SiteSnapshot site, String id, String name, List<Policy> all) {
        List<Policy> denying = all.stream()
                .filter(policy -> policy.effect() == PolicyEffect.DENY)
                .toList();
        Map<String, Integer> devices = new HashMap<>();
        for (Device device : site.devices()) {
            if (denying.stream().anyMatch(policy -> isAt(site, policy, device))) {
                devices.put(device.id(), 0);
            }
        }
        return new Denying(id, name, denying, devices);
    }

    private static boolean isAt(SiteSnapshot site, Policy policy, Device device) {
        return device.locks() > 0 && policy.doors().haveDevice(site.fact(device));
    }

    private void count(SiteSnapshot site, List<Denying> denying) {
        Instant now = clock.instant();
        Map<String, List<Denying>> concerning = new HashMap<>();
        jdbc.query(
                """
                select device_id, record_id from device_copy
                where project_id = ? and kind = 'IDENTIFIER' and (wanted is not null or held is not null)""",
                row -> {
                    String device = row.getString("device_id");
                    for (Denying one : concerning.computeIfAbsent(
                            row.getString("record_id"), identifier -> concerned(site, denying, identifier, now))) {
                        one.devices().computeIfPresent(device, (same, count) -> count + 1);
                    }
                },
                site.project().id());
    }

    private static List<Denying> concerned(SiteSnapshot site, List<Denying> denying, String identifier, Instant now) {
        AccessFacts facts = site.presented(identifier, now);
        return facts == null
                ? List.of()
                : denying.stream()
                        .filter(one -> one.policies().stream().anyMatch(policy -> mayConcern(policy, facts)))
                        .toList();
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
        denying.devices().forEach((id, identifiers) -> {
            if (identifiers > 0) {
                opening.add(new OfflineEffect.Opening(id, name(site, id), identifiers));
            }
        });
        opening.sort(
                Comparator.comparing(OfflineEffect.Opening::deviceName).thenComparing(OfflineEffect.Opening::deviceId));
        return new OfflineEffect(denying.id(), denying.name(), denying.devices().size(), opening);
    }

    private static String name(SiteSnapshot site, String id) {
        Device device = Objects.requireNonNull(site.device(id));
        ObjectGroup group = site.group(device.group());
        return DeviceNames.of(device, group == null ? null : group.name());
    }
}
