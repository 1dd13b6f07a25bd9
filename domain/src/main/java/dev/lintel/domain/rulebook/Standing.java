package dev.lintel.domain.rulebook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a version decides or did, and why it no longer does where the server found that.
 *
 * @param everywhere since when it decided at all doors; null where it never did
 * @param group id of the group in which alone it decides, or did at first; null where there is none
 * @param groupName what people called the group then
 * @param takenBack null unless the server took it back by itself
 */
public record Standing(
        @Nullable Instant everywhere,
        @Nullable String group,
        @Nullable String groupName,
        @Nullable TakenBack takenBack) {
    /** Nowhere yet. */
    static final Standing NOWHERE = new Standing(null, null, null, null);

    /**
     * The figures for which the server took a version back.
     *
     * @param denials since it came into force
     * @param minutes how long that was
     * @param usual denials that an hour like that has
     * @param weeks over how many weeks that was counted; 0 is the hour before
     * @param factor so many times the usual were too many
     */
    public record TakenBack(long denials, long minutes, double usual, int weeks, double factor) {}
}
