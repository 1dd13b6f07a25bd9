package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells a policy as the API does, on one line, for the audit. */
final class PolicyWords {
    private PolicyWords() {}

    /**
     * What is in a rulebook, by name.
     *
     * @param markers names of those of the project by their ids
     */
    static Map<String, String> of(RuleSet rules, SiteSnapshot site, Map<String, String> markers) {
        Map<String, String> words = new TreeMap<>();
        rules.policies().forEach(policy -> words.put("policy " + policy.name(), of(policy, site, markers)));
        for (PolicyTable table : rules.tables()) {
            String name = "table " + table.name();
            words.put(name, WireName.of(table.hit()));
            for (int i = 0; i < table.rows().size(); i++) {
                words.put(name + ", " + (i + 1), of(table.rows().get(i), site, markers));
            }
        }
        for (OutcomeTable table : rules.outcomes()) {
            String name = "table " + table.name();
            words.put(name, WireName.of(table.kind()));
            for (int i = 0; i < table.rows().size(); i++) {
                words.put(name + ", " + (i + 1), of(table.rows().get(i), site, markers));
            }
        }
        rules.scenarios().forEach(scenario -> words.put("scenario " + scenario.name(), of(scenario, site)));
        rules.invariants()
                .forEach(invariant -> words.put("invariant " + invariant.name(), of(invariant, site, markers)));
        return words;
    }

    private static String of(Scenario scenario, SiteSnapshot site) {
        List<String> words = new ArrayList<>();
        words.add(WireName.of(scenario.expected()));
        RequestCase told = scenario.told();
        if (told != null) {
            words.add(WireName.of(told.kind()));
            words.add(WireName.of(told.identifier()));
            texts(words, "of groups", groups(told.groups(), site));
            texts(words, "devices", devices(List.of(told.device()), site));
            words.add("at " + told.at());
        } else {
            words.add("recorded");
        }
        return String.join("; ", words);
    }

    private static String of(Invariant invariant, SiteSnapshot site, Map<String, String> markers) {
        List<String> words = new ArrayList<>();
        words.add(WireName.of(invariant.kind()));
        parts(words, invariant.holders(), invariant.doors(), invariant.times(), site, markers);
        return String.join("; ", words);
    }

    private static String of(Policy policy, SiteSnapshot site, Map<String, String> markers) {
        List<String> words = new ArrayList<>();
        words.add(WireName.of(policy.effect()));
        parts(words, policy.holders(), policy.doors(), policy.times(), site, markers);
        words.add("priority " + policy.priority());
        return String.join("; ", words);
    }

    private static String of(OutcomeRow row, SiteSnapshot site, Map<String, String> markers) {
        List<String> words = new ArrayList<>();
        texts(words, "about", row.topics());
        parts(words, row.holders(), row.doors(), row.times(), site, markers);
        Outcome outcome = row.outcome();
        said(words, "days", outcome.days());
        said(words, "passes", outcome.passes());
        said(words, "at once", outcome.atOnce());
        said(words, "importance", outcome.importance());
        said(words, "priority", outcome.priority());
        said(words, "category", outcome.category());
        return String.join("; ", words);
    }

    private static void said(List<String> words, String what, @Nullable Object said) {
        if (said != null) {
            words.add(what + " " + (said instanceof Enum<?> constant ? WireName.of(constant) : said));
        }
    }

    private static void parts(
            List<String> words,
            PolicyHolders holders,
            PolicyDoors doors,
            PolicyTimes times,
            SiteSnapshot site,
            Map<String, String> markers) {
        constants(words, "kinds", holders.kinds());
        texts(words, "profiles", holders.profiles());
        texts(words, "of groups", groups(holders.groups(), site));
        constants(words, "identifiers", holders.identifiers());
        texts(
                words,
                "markers",
                holders.markers().stream()
                        .map(id -> markers.getOrDefault(id, id))
                        .toList());
        constants(words, "family", holders.family());
        if (holders.olderThan() != null) {
            words.add("older than " + holders.olderThan() + " days");
        }
        if (holders.unusedFor() != null) {
            words.add("unused for " + holders.unusedFor() + " days");
        }
        texts(words, "in groups", groups(doors.groups(), site));
        constants(words, "group types", doors.groupTypes());
        texts(words, "devices", devices(doors.devices(), site));
        constants(words, "device types", doors.deviceTypes());
        texts(words, "tags", doors.tags());
        if (doors.accessPoint() != null) {
            words.add("direction " + doors.accessPoint());
        }
        constants(words, "days", times.days());
        if (times.from() != null) {
            words.add(times.from() + " to " + times.to());
        }
        words.add("holidays " + WireName.of(times.holidays()));
        if (times.since() != null) {
            words.add("since " + times.since());
        }
        if (times.until() != null) {
            words.add("until " + times.until());
        }
        PolicyState state = times.state();
        constants(words, "threat levels", state.threats());
        if (state.failures() != null) {
            words.add(state.failures().count() + " failed attempts in "
                    + state.failures().minutes() + " minutes");
        }
        texts(words, "schedules", schedules(times.schedules(), site));
    }

    private static List<String> groups(List<String> ids, SiteSnapshot site) {
        return ids.stream()
                .map(id -> {
                    ObjectGroup group = site.group(id);
                    return group == null ? id : group.name();
                })
                .toList();
    }

    private static List<String> schedules(List<String> ids, SiteSnapshot site) {
        return ids.stream()
                .map(id -> {
                    Schedule schedule = site.schedule(id);
                    return schedule == null ? id : schedule.name();
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
