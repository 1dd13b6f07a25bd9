package dev.lintel.domain.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is told.
 *
 * @param id ascending number, unique on the server; that of the last one where several are told as one
 * @param project null for what belongs to the server as a whole
 * @param count how many records it is about, such as devices that came online together; the rest is of the last of them
 * @param recordId id of the record that it is about
 * @param recordName what people called it at that moment
 * @param detail more about it, such as the reason of a failure; null when there is nothing more to say
 * @param person name of whom it is about, where that is not the record; null when nobody is known
 * @param ruled the row of a table that says whether it is important; null when none does
 * @param look how a rule says that it looks; null when no rule speaks of it
 * @param read whether the account that asks has read it
 */
public record Notification(
        long id,
        @Nullable Long project,
        Instant at,
        NotificationKind kind,
        boolean important,
        int count,
        String recordId,
        String recordName,
        @Nullable String detail,
        @Nullable String person,
        @Nullable Ruled ruled,
        @Nullable Look look,
        boolean read) {
    /**
     * How a notification looks because of a rule.
     *
     * @param rule what people call the rule
     */
    public record Look(String rule, NoticeColour colour, NoticeIcon icon) {}

    /**
     * A row of a table of the project's rules.
     *
     * @param table what people call the table
     * @param row its number, from 1
     */
    public record Ruled(String table, int row) {}

    /** Published on every node when somebody has something new to read, or has read something; who it is must be looked up. */
    public record Changed() {}
}
