package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.device.EventClasses;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words for what rows can be about. Of notifications they are the kinds that people can be told of, and for passes the
 * reasons of their decisions as well; of events the codes that devices tell.
 */
public final class OutcomeTopics {
    /** Somebody was at a door. */
    public static final String PASS = "pass";

    private static final Set<String> OF_DEVICES = Set.of("device-offline", "device-online");
    private static final Set<String> OF_PEOPLE = Set.of("user-registered");
    private static final Set<String> OF_NOBODY = Set.of(
            "import-done",
            "mail-failed",
            "rules-not-in-force",
            "rules-taken-back",
            "rules-not-everywhere",
            "review-to-decide",
            "review-to-verify",
            "review-overdue");

    /** Somebody was at a door, and a policy wants people to be told. */
    private static final Set<String> OF_POLICIES = Set.of("policy");

    /** Devices may tell codes of which the server has never heard. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    /** Stands for all codes that no row names. */
    private static final String ANY_OTHER = "";

    private OutcomeTopics() {}

    /**
     * What can be asked together.
     *
     * @param topics each a set of words
     * @param hasPerson whether somebody is known to whom it happened
     * @param hasDevice whether it happened at a device
     */
    record Shape(List<Set<String>> topics, boolean hasPerson, boolean hasDevice) {}

    /** The words for the kinds of notifications. */
    public static Set<String> notifications() {
        Set<String> all = new LinkedHashSet<>(OF_DEVICES);
        all.addAll(OF_PEOPLE);
        all.addAll(OF_NOBODY);
        all.addAll(OF_POLICIES);
        all.add(PASS);
        return all;
    }

    /** The words for the reasons of passes. */
    public static List<String> passes() {
        return Arrays.stream(ReasonCode.values())
                .filter(reason -> reason != ReasonCode.DEVICE_UNKNOWN)
                .map(WireName::of)
                .toList();
    }

    /** The code of an event as a word. */
    public static String ofEvent(String code) {
        return EventClasses.plain(code);
    }

    static boolean isKnown(OutcomeKind kind, String word) {
        return switch (kind) {
            case GUEST_LIMITS -> false;
            case NOTIFICATION_IMPORTANCE -> notifications().contains(word) || passes().contains(word);
            case EVENT_PRIORITY -> CODE.matcher(word).matches() && word.equals(ofEvent(word));
        };
    }

    /** Whether it says what somebody asks: of a pass its reason, and of events also one that no row names. */
    static boolean canBeAsked(OutcomeKind kind, String word) {
        return kind == OutcomeKind.EVENT_PRIORITY && word.equals(ANY_OTHER)
                || !word.equals(PASS) && isKnown(kind, word);
    }

    /** All that a row may name of what somebody asks. */
    static Set<String> asked(OutcomeKind kind, String word) {
        return kind == OutcomeKind.NOTIFICATION_IMPORTANCE && passes().contains(word)
                ? Set.of(PASS, word)
                : Set.of(word);
    }

    /** Of a pass its reason. */
    static String word(Set<String> asked) {
        return asked.stream().filter(word -> !word.equals(PASS)).findFirst().orElse(PASS);
    }

    static List<Shape> shapes(OutcomeTable table) {
        return switch (table.kind()) {
            case GUEST_LIMITS -> List.of();
            case NOTIFICATION_IMPORTANCE ->
                List.of(
                        new Shape(each(OF_DEVICES), false, true),
                        new Shape(each(OF_PEOPLE), true, false),
                        new Shape(each(OF_NOBODY), false, false),
                        new Shape(each(OF_POLICIES), true, true),
                        new Shape(each(OF_POLICIES), false, true),
                        new Shape(ofPasses(), true, true),
                        new Shape(ofPasses(), false, true));
            case EVENT_PRIORITY -> List.of(new Shape(codes(table), false, true));
        };
    }

    private static List<Set<String>> each(Set<String> words) {
        return words.stream().map(Set::of).toList();
    }

    private static List<Set<String>> ofPasses() {
        return passes().stream().map(reason -> Set.of(PASS, reason)).toList();
    }

    private static List<Set<String>> codes(OutcomeTable table) {
        Set<String> codes = new LinkedHashSet<>(EventClasses.known());
        table.rows().forEach(row -> codes.addAll(row.topics()));
        List<Set<String>> all = new ArrayList<>(each(codes));
        all.add(Set.of(ANY_OTHER));
        return all;
    }
}
