package dev.lintel.domain.notification;

import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.mail.MailFailed;
import dev.lintel.domain.notification.ImportanceRows.Judged;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.review.ReviewTurn;
import dev.lintel.domain.rulebook.RulebookNews;
import dev.lintel.domain.wire.WireName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes notifications of what happens, and forgets them after a while. */
@Component
class Notifier {
    private static final Duration KEPT = Duration.ofDays(90);

    /** A device with a loose cable comes and goes all day; once in so many minutes is enough to be told. */
    private static final Duration ONCE_IN = Duration.ofMinutes(10);

    /** The detail of a review that came back. */
    private static final String SENT_BACK = "sent-back";

    private final JdbcTemplate jdbc;
    private final RuleStore rules;
    private final ImportanceRows importance;
    private final Bursts bursts;
    private final NotificationNews news;
    private final InstantSource clock;

    Notifier(
            JdbcTemplate jdbc,
            RuleStore rules,
            ImportanceRows importance,
            Bursts bursts,
            NotificationNews news,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.importance = importance;
        this.bursts = bursts;
        this.news = news;
        this.clock = clock;
    }

    /** Before anybody has heard of it, a device that comes is no news. */
    @EventListener
    @Transactional
    public void changed(DeviceStatus.Changed device) {
        NotificationKind kind = device.online() ? NotificationKind.DEVICE_ONLINE : NotificationKind.DEVICE_OFFLINE;
        @Nullable
        NotificationRule rule =
                rules.fitting(device.project(), kind, null, device.deviceId()).orElse(null);
        Judged judged =
                importance.of(device.project(), kind, null, device.deviceId(), device.at(), isImportant(kind, rule));
        int added = jdbc.update(
                """
                insert into notification (project_id, group_id, at, burst, kind, important, ruled_by, ruled_row, rule_id,
                    rule_name, colour, icon, record_id, record_name)
                select d.project_id, d.group_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, d.id,
                       coalesce(d.name, g.name || ' · ' || coalesce(nullif(trim(d.model), ''), d.serial))
                from device d join object_group g on g.project_id = d.project_id and g.id = d.group_id
                where d.project_id = ? and d.id = ? and not exists (
                    select from notification n where n.project_id = d.project_id and n.kind = ? and n.record_id = d.id
                                                 and n.at > ?)""",
                device.at().atOffset(ZoneOffset.UTC),
                bursts.begin(device.project(), kind, rule == null ? null : rule.id(), device.at())
                        .atOffset(ZoneOffset.UTC),
                kind.name(),
                judged.important(),
                judged.table(),
                judged.row(),
                rule == null ? null : rule.id(),
                rule == null ? null : rule.name(),
                rule == null ? null : rule.draft().colour().name(),
                rule == null ? null : rule.draft().icon().name(),
                device.project(),
                device.deviceId(),
                kind.name(),
                device.at().minus(ONCE_IN).atOffset(ZoneOffset.UTC));
        if (added > 0) {
            told();
        }
    }

    @EventListener
    @Transactional
    public void noted(ActivityNoted activity) {
        Long project = activity.project();
        if (activity.deed() == Deed.IMPORTED && activity.by().account() != null) {
            add(project, activity.by().account(), NotificationKind.IMPORT_DONE, activity.id(), activity.name(), null);
        }
        if (activity.deed() == Deed.REGISTERED) {
            add(project, null, NotificationKind.USER_REGISTERED, activity.id(), activity.name(), null);
        }
    }

    @EventListener
    @Transactional
    public void failed(MailFailed mail) {
        add(
                mail.project(),
                null,
                NotificationKind.MAIL_FAILED,
                Long.toString(mail.id()),
                mail.to(),
                WireName.of(mail.problem()));
    }

    /** It is called by the name of the project, for those who see several. */
    @EventListener
    @Transactional
    public void heard(RulebookNews rules) {
        NotificationKind kind =
                switch (rules.kind()) {
                    case PLAN_FAILED -> NotificationKind.RULES_NOT_IN_FORCE;
                    case TAKEN_BACK -> NotificationKind.RULES_TAKEN_BACK;
                    case NOT_EVERYWHERE -> NotificationKind.RULES_NOT_EVERYWHERE;
                };
        String name = jdbc.queryForObject("select name from project where id = ?", String.class, rules.project());
        String number = Integer.toString(rules.number());
        add(rules.project(), null, kind, number, Objects.requireNonNullElse(name, ""), rules.detail());
    }

    /** Nobody else is told: whose turn it is says the review. */
    @EventListener
    @Transactional
    public void turned(ReviewTurn turn) {
        NotificationKind kind =
                switch (turn.kind()) {
                    case DECIDE -> NotificationKind.REVIEW_TO_DECIDE;
                    case VERIFY -> NotificationKind.REVIEW_TO_VERIFY;
                    case OVERDUE -> NotificationKind.REVIEW_OVERDUE;
                };
        String id = Long.toString(turn.review());
        add(turn.project(), turn.account(), kind, id, turn.name(), turn.sentBack() ? SENT_BACK : null);
    }

    private void add(
            @Nullable Long project,
            @Nullable Long account,
            NotificationKind kind,
            String id,
            String name,
            @Nullable String detail) {
        Instant now = clock.instant();
        String person = kind == NotificationKind.USER_REGISTERED ? id : null;
        @Nullable
        NotificationRule rule = rules.fitting(project, kind, person, null).orElse(null);
        Judged judged = importance.of(project, kind, person, null, now, isImportant(kind, rule));
        jdbc.update(
                """
                insert into notification (project_id, account_id, at, kind, important, ruled_by, ruled_row, rule_id,
                    rule_name, colour, icon, record_id, record_name, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                project,
                account,
                now.atOffset(ZoneOffset.UTC),
                kind.name(),
                judged.important(),
                judged.table(),
                judged.row(),
                rule == null ? null : rule.id(),
                rule == null ? null : rule.name(),
                rule == null ? null : rule.draft().colour().name(),
                rule == null ? null : rule.draft().icon().name(),
                id,
                name,
                detail);
        told();
    }

    private static boolean isImportant(NotificationKind kind, @Nullable NotificationRule rule) {
        return rule == null ? kind.isImportant() : rule.draft().important();
    }

    private void told() {
        jdbc.update(
                "delete from notification where at < ?",
                clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
        news.tell();
    }
}
