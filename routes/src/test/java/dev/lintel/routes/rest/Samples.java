package dev.lintel.routes.rest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that name records, by kind. Kinds are the words of the API: what stands before a variable of a path, the name of
 * a variable before which no word stands, or the name of a parameter or field.
 */
final class Samples {
    /** Which words of the API name the same kind of record. A word that is missing here fails the walk. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("projects", "project"),
            Map.entry("sites", "project"),
            Map.entry("project", "project"),
            Map.entry("acs-log", "entry"),
            Map.entry("audit", "change"),
            Map.entry("notifications", "notification"),
            Map.entry("devices", "device"),
            Map.entry("device", "device"),
            Map.entry("doors", "device"),
            Map.entry("serial", "device"),
            Map.entry("groups", "group"),
            Map.entry("group", "group"),
            Map.entry("parent", "group"),
            Map.entry("under", "group"),
            Map.entry("users", "person"),
            Map.entry("user", "person"),
            Map.entry("family", "person"),
            Map.entry("main", "person"),
            Map.entry("person", "person"),
            Map.entry("insiders", "person"),
            Map.entry("profiles", "profile"),
            Map.entry("profile", "profile"),
            Map.entry("available", "profile"),
            Map.entry("instead", "profile"),
            Map.entry("identifiers", "identifier"),
            Map.entry("guest-passes", "pass"),
            Map.entry("guestPasses", "pass"),
            Map.entry("imports", "import"),
            Map.entry("restrictions", "restriction"),
            Map.entry("schedules", "schedule"),
            Map.entry("holiday-calendars", "calendar"),
            Map.entry("markers", "marker"),
            Map.entry("marker", "marker"),
            Map.entry("notification-rules", "rule"),
            Map.entry("reviews", "review"),
            Map.entry("versions", "version"),
            Map.entry("lists", "list"),
            Map.entry("mails", "mail"),
            Map.entry("mail-templates", "type"),
            Map.entry("language", "language"),
            Map.entry("segments", "segment"),
            Map.entry("sharedIn", "project"),
            Map.entry("sessions", "session"),
            Map.entry("tokens", "token"));

    private final Map<String, String> values;

    Samples(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The kind of record that a word names; null when it names none. */
    static @Nullable String kind(String word) {
        return KINDS.get(word);
    }

    String of(String kind) {
        String value = values.get(kind);
        if (value == null) {
            throw new AssertionError("no sample of a " + kind + "; add one to the fixture of the walk");
        }
        return value;
    }

    Samples with(String kind, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(kind, value);
        return new Samples(more);
    }
}
