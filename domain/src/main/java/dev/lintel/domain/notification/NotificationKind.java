package dev.lintel.domain.notification;

import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.RulebookNews;
import org.jspecify.annotations.Nullable;

/** What people are told of, and who: those who may do with the record what the permission says. */
public enum NotificationKind {
    DEVICE_OFFLINE(Permission.DEVICE_VIEW, true),
    DEVICE_ONLINE(Permission.DEVICE_VIEW, false),
    /** Only who started it is told. */
    IMPORT_DONE(null, false),
    MAIL_FAILED(Permission.SETTINGS_VIEW, true),
    USER_REGISTERED(Permission.USER_VIEW, false),
    /** Rules were to come into force at a moment, and could not. */
    RULES_NOT_IN_FORCE(RulebookNews.NEEDED, true),
    /** The server took rules back, since denials rose. */
    RULES_TAKEN_BACK(RulebookNews.NEEDED, true),
    /** A server still decides by rules that are not in force any more. */
    RULES_NOT_EVERYWHERE(RulebookNews.NEEDED, true),
    /** Rights of a review wait for a decision of theirs; only who is to decide is told. */
    REVIEW_TO_DECIDE(null, false),
    /** A review waits to be verified; only who is to verify it is told. */
    REVIEW_TO_VERIFY(null, false),
    /** A review should be closed by now; only whose turn it is is told. */
    REVIEW_OVERDUE(null, true),
    /** Somebody was at a door, and a policy wants people to be told. */
    POLICY(Permission.ACS_LOG_VIEW, false),
    /** Somebody was at a door, and a rule speaks of it. */
    PASS(Permission.ACS_LOG_VIEW, false);

    private final @Nullable Permission needed;
    private final boolean important;

    NotificationKind(@Nullable Permission needed, boolean important) {
        this.needed = needed;
        this.important = important;
    }

    /** Null when it is for one account alone. */
    @Nullable
    Permission needed() {
        return needed;
    }

    boolean isImportant() {
        return important;
    }
}
