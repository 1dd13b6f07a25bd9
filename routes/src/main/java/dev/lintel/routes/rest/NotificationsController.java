package dev.lintel.routes.rest;

import dev.lintel.domain.notification.Feed;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.notification.Notifications;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The feed of the account whose token it is. */
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "Notifications", description = "What the account is told, within its reach.")
class NotificationsController {
    /** A notification as the API shows it. */
    record NotificationView(
            long id,
            @Nullable Long project,
            Instant at,
            @Schema(example = "device-offline") String kind,
            boolean important,

            @Schema(
                    description =
                            "The table of the project's rules that says whether it is important; null when none does.")
            @Nullable
            String importanceTable,

            @Schema(description = "The number of its row, from 1.") @Nullable
            Integer importanceRow,

            @Schema(description = "How many records it is about; the rest is of the last of them.")
            int count,

            String recordId,
            String recordName,
            @Nullable String detail,

            @Schema(description = "Name of whom a pass is about.") @Nullable
            String person,

            @Schema(description = "Name of the rule that decides how it looks.") @Nullable
            String rule,

            @Schema(description = "As the rule says.", example = "red") @Nullable
            String colour,

            @Schema(description = "As the rule says.", example = "warning") @Nullable
            String icon,

            boolean read) {
        static NotificationView of(Notification notification) {
            Notification.Look look = notification.look();
            Notification.Ruled ruled = notification.ruled();
            return new NotificationView(
                    notification.id(),
                    notification.project(),
                    notification.at(),
                    WireName.of(notification.kind()),
                    notification.important(),
                    ruled == null ? null : ruled.table(),
                    ruled == null ? null : Integer.valueOf(ruled.row()),
                    notification.count(),
                    notification.recordId(),
                    notification.recordName(),
                    notification.detail(),
                    notification.person(),
                    look == null ? null : look.rule(),
                    look == null ? null : WireName.of(look.colour()),
                    look == null ? null : WireName.of(look.icon()),
                    notification.read());
        }
    }

    /** A page of the feed. */
    record FeedView(
            List<NotificationView> notifications,

            @Schema(description = "How many are not read, up to 100.")
            int unread,

            @Schema(description = "Pass it as `before` to get the next page; null on the last one.") @Nullable
            Long next) {}

    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    @Operation(summary = "Read the feed, newest first")
    FeedView list(
            Actor actor,
            @Parameter(schema = @Schema(allowableValues = {"all", "normal", "important", "acs"}))
                    @RequestParam(defaultValue = "all")
                    String feed,
            @Parameter(description = "Only those with a smaller id.") @RequestParam(required = false) @Nullable
                    Long before,
            @Parameter(description = "1 to 200.") @RequestParam(defaultValue = "50") int limit) {
        int size = Words.within("limit", limit, 1, Notifications.MOST_ROWS);
        Feed wanted = Objects.requireNonNull(Words.choice("feed", Feed.class, feed));
        List<Notification> page = notifications.list(actor, wanted, before, size);
        return new FeedView(
                page.stream().map(NotificationView::of).toList(),
                notifications.unread(actor),
                page.size() < size ? null : page.getLast().id());
    }

    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark one as read")
    void read(Actor actor, @PathVariable long id) {
        if (!notifications.read(actor, id)) {
            throw new Problems.NotFoundException("notification", Long.toString(id));
        }
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mark all as read")
    void readAll(Actor actor) {
        notifications.readAll(actor);
    }
}
