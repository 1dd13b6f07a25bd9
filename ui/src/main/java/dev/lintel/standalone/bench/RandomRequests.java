package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests as a site sees them: most people at their own doors, some at others', some with what nobody knows. */
final class RandomRequests {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final int SECONDS_OF_A_WEEK = 7 * 24 * 3600;

    private RandomRequests() {}

    /** So many different requests, always the same for the same site. */
    static List<AccessRequest> of(Site site, int count) {
        Random random = new Random(site.identifiers().size());
        Map<String, List<Device>> nearby = doorsByGroup(site);
        Map<String, User> users = new HashMap<>();
        site.users().forEach(user -> users.put(user.id(), user));
        Set<String> different = new HashSet<>();
        List<AccessRequest> requests = new ArrayList<>(count);
        for (int tries = 0; requests.size() < count && tries < 10 * count; tries++) {
            Identifier identifier = pick(site.identifiers(), random);
            User owner = users.get(identifier.user());
            List<Device> doors = site.devices();
            if (owner != null && !owner.groups().isEmpty() && random.nextInt(10) < 8) {
                doors = nearby.getOrDefault(owner.groups().getFirst(), doors);
            }
            Device door = pick(doors, random);
            String value = random.nextInt(50) == 0 ? "4000000" + random.nextInt(1000) : written(identifier, random);
            if (different.add(door.id() + '\t' + identifier.type() + value)) {
                requests.add(new AccessRequest(
                        door.serial(),
                        null,
                        random.nextInt(5) == 0 ? 1 : null,
                        identifier.type(),
                        value,
                        MONDAY.plusSeconds(random.nextInt(SECONDS_OF_A_WEEK))));
            }
        }
        return requests;
    }

    private static String written(Identifier identifier, Random random) {
        if (identifier.type() != IdentifierType.CARD || random.nextInt(4) > 0) {
            return identifier.value();
        }
        String digits = String.format("%08X", Long.parseLong(identifier.value()));
        return String.join(":", digits.split("(?<=\\G..)"));
    }

    /** For each group the doors on the way to it: its own and those of all groups above. */
    private static Map<String, List<Device>> doorsByGroup(Site site) {
        Map<String, List<Device>> own = new HashMap<>();
        site.devices().forEach(device -> own.computeIfAbsent(device.group(), g -> new ArrayList<>())
                .add(device));
        Map<String, String> parents = new HashMap<>();
        site.groups().forEach(group -> parents.put(group.id(), group.parent()));
        Map<String, List<Device>> all = new HashMap<>();
        for (String group : parents.keySet()) {
            List<Device> way = new ArrayList<>();
            for (@Nullable String at = group; at != null; at = parents.get(at)) {
                way.addAll(own.getOrDefault(at, List.of()));
            }
            if (!way.isEmpty()) {
                all.put(group, way);
            }
        }
        return all;
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
