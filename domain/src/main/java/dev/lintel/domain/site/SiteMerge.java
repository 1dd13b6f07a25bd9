package dev.lintel.domain.site;

import static java.util.stream.Collectors.toSet;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a file, right in itself, may still not be stored beside: the records of the same project that it does not mention
 * and that stay.
 */
final class SiteMerge {
    private SiteMerge() {}

    /** Everything that is wrong with the two together; only records that stay can be in the way. */
    static List<SiteProblem> problems(Site stored, SiteFile.Numbered file) {
        List<SiteProblem> problems = new ArrayList<>();
        roots(stored, file, problems);
        serials(stored, file, problems);
        values(stored, file, problems);
        return problems;
    }

    private static void roots(Site stored, SiteFile.Numbered file, List<SiteProblem> problems) {
        Set<String> mentioned = ids(file.site().groups(), ObjectGroup::id);
        int root = file.site().groups().stream()
                .filter(group -> group.parent() == null)
                .findFirst()
                .map(group -> file.lines().ofGroup(group.id()))
                .orElse(0);
        for (ObjectGroup group : stored.groups()) {
            if (group.parent() == null && !mentioned.contains(group.id())) {
                problems.add(new SiteProblem(root, "group", "the project already has the root " + quoted(group.id())));
            }
        }
    }

    private static void serials(Site stored, SiteFile.Numbered file, List<SiteProblem> problems) {
        Set<String> mentioned = ids(file.site().devices(), Device::id);
        Set<String> serials = ids(file.site().devices(), Device::serial);
        for (Device device : stored.devices()) {
            if (!mentioned.contains(device.id()) && serials.contains(device.serial())) {
                problems.add(new SiteProblem(
                        file.lines().ofSerial(device.serial()),
                        "serial",
                        taken(device.serial(), "device", device.id())));
            }
        }
    }

    private static void values(Site stored, SiteFile.Numbered file, List<SiteProblem> problems) {
        Set<String> mentioned = ids(file.site().identifiers(), Identifier::id);
        Map<String, Identifier> values = new HashMap<>();
        file.site().identifiers().forEach(identifier -> values.put(key(identifier), identifier));
        for (Identifier identifier : stored.identifiers()) {
            Identifier same = mentioned.contains(identifier.id()) ? null : values.get(key(identifier));
            if (same != null) {
                problems.add(new SiteProblem(
                        file.lines().ofIdentifier(same.id()),
                        "value",
                        taken(same.value(), "identifier", identifier.id())));
            }
        }
    }

    private static String key(Identifier identifier) {
        return identifier.type() + " " + IdentifierValue.known(identifier.type(), identifier.value());
    }

    private static String taken(String value, String kind, String id) {
        return quoted(value) + " belongs to the stored " + kind + " " + quoted(id);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static <T> Set<String> ids(List<T> records, Function<T, String> id) {
        return records.stream().map(id).collect(toSet());
    }
}
