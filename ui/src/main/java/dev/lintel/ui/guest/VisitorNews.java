package dev.lintel.ui.guest;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.VisitorDoors.Opening;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a visitor's wish, as it stands in the address of the page for a moment.
 *
 * @param code one of the words below, or the name of a {@link ReasonCode}
 * @param door its name
 */
record VisitorNews(String code, String door) {
    private static final String OPENED = "opened";
    private static final String UNREACHABLE = "unreachable";
    private static final String UNSURE = "unsure";
    private static final int LONGEST_NAME = 200;
    private static final Set<String> REASONS =
            Arrays.stream(ReasonCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    static VisitorNews of(Opening opening, String door) {
        return switch (opening) {
            case Opening.Opened opened -> new VisitorNews(OPENED, door);
            case Opening.Denied denied -> new VisitorNews(denied.reason().name(), door);
            case Opening.Unreachable unreachable -> new VisitorNews(UNREACHABLE, door);
            case Opening.Unsure unsure -> new VisitorNews(UNSURE, door);
        };
    }

    /** Null for a word that is none of ours. */
    static @Nullable VisitorNews of(String code, @Nullable String door) {
        String name = Objects.requireNonNullElse(door, "");
        boolean known = Set.of(OPENED, UNREACHABLE, UNSURE).contains(code) || REASONS.contains(code);
        return known && name.length() <= LONGEST_NAME ? new VisitorNews(code, name) : null;
    }

    boolean isGood() {
        return code.equals(OPENED);
    }

    /** Key of the sentence that says it. */
    String key() {
        return switch (code) {
            case OPENED, UNREACHABLE, UNSURE -> "visitor.said." + code;
            default -> reasonKey(ReasonCode.valueOf(code));
        };
    }

    /** Key of what is said of a door that does not open: what the visitor can do something about, and nothing of the house. */
    static String reasonKey(ReasonCode reason) {
        return switch (reason) {
            case NOT_YET_VALID -> "visitor.reason.notYet";
            case EXPIRED -> "visitor.reason.expired";
            case PASSES_USED_UP -> "visitor.reason.usedUp";
            case REVOKED, IDENTIFIER_SUSPENDED, HOLDER_SUSPENDED, UNKNOWN_IDENTIFIER -> "visitor.reason.revoked";
            case OUTSIDE_SCHEDULE -> "visitor.reason.outsideSchedule";
            default -> "visitor.reason.other";
        };
    }
}
