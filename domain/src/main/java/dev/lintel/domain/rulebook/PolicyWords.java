package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Spells a policy as the API does, on one line, for the audit. */
final class PolicyWords {
    private PolicyWords() {}

    static String of(Policy policy, SiteSnapshot site) {
        List<String> words = new ArrayList<>();
        words.add(WireName.of(policy.effect()));
        constants(words, "kinds", policy.holders().kinds());
        texts(words, "profiles", policy.holders().profiles());
        texts(words, "of groups", groups(policy.holders().groups(), site));
        constants(words, "identifiers", policy.holders().identifiers());
        texts(words, "in groups", groups(policy.doors().groups(), site));
        constants(words, "group types", policy.doors().groupTypes());
        texts(words, "devices", devices(policy.doors().devices(), site));
        constants(words, "device types", policy.doors().deviceTypes());
        if (policy.doors().accessPoint() != null) {
            words.add("direction " + policy.doors().accessPoint());
        }
        constants(words, "days", policy.times().days());
        if (policy.times().from() != null) {
            words.add(policy.times().from() + " to " + policy.times().to());
        }
        words.add("holidays " + WireName.of(policy.times().holidays()));
        if (policy.times().since() != null) {
            words.add("since " + policy.times().since());
        }
        if (policy.times().until() != null) {
            words.add("until " + policy.times().until());
        }
        words.add("priority " + policy.priority());
        return String.join("; ", words);
    }

    private static List<String> groups(List<String> ids, SiteSnapshot site) {
        return ids.stream()
                .map(id -> {
                    ObjectGroup group = site.group(id);
                    return group == null ? id : group.name();
                })
                .toList();
    }

    private static List<String> devices(List<String> ids, SiteSnapshot site) {
        return ids.stream()
                .map(id -> {
                    Device device = site.device(id);
                    return device == null ? id : Objects.requireNonNullElse(device.name(), device.serial());
                })
                .toList();
    }

    private static void constants(List<String> words, String what, Collection<? extends Enum<?>> constants) {
        texts(words, what, constants.stream().map(WireName::of).toList());
    }

    private static void texts(List<String> words, String what, Collection<String> texts) {
        if (!texts.isEmpty()) {
            words.add(what + " " + texts.stream().sorted().collect(Collectors.joining(", ")));
        }
    }
}
