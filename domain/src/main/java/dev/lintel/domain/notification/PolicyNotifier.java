package dev.lintel.domain.notification;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.BesideSealing;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.notification.ImportanceRows.Judged;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what policies want them to be told: where the entries are sealed, as {@link PassNotifier} does, so that each
 * comes by once and no door waits. Of a policy that speaks of many passes at once, one notification tells, with their number.
 */
@Component
class PolicyNotifier {
    private static final String OBLIGED = """
            select e.id, e.at, e.owner_id, e.owner_name, e.device_id, d.group_id,
                coalesce(e.device_name, e.device_serial) as place, o ->> 'policy' as policy
            from acs_log e join device d on d.project_id = e.project_id and d.id = e.device_id
                cross join lateral jsonb_array_elements(e.decision -> 'obligations') o
            where e.id = any (?) and o ->> 'obligation' = 'notify' order by e.id""";

    private final AccessDirectory directory;
    private final RuleStore rules;
    private final ImportanceRows importance;
    private final NotificationNews news;
    private final JdbcTemplate jdbc;

    PolicyNotifier(
            AccessDirectory directory,
            RuleStore rules,
            ImportanceRows importance,
            NotificationNews news,
            JdbcTemplate jdbc) {
        this.directory = directory;
        this.rules = rules;
        this.importance = importance;
        this.news = news;
        this.jdbc = jdbc;
    }

    /** A pass that a policy wants people to be told of. */
    private record Pass(
            long id,
            Instant at,
            @Nullable String owner,
            @Nullable String ownerName,
            String device,
            String place) {}

    /** What is told as one: whoever may see one of them may see all. */
    private record Told(String policy, String group) {}

    /** The last of several, and how many there were. */
    private record Several(Pass last, int times) {
        Several and(Several later) {
            return new Several(later.last, times + later.times);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(AcsLogEntry.Settled settled) {
        SiteSnapshot site = directory.site(settled.project());
        if (site == null || !site.isRuled()) {
            return;
        }
        BesideSealing.attempt(jdbc, "nobody was told of some passes that policies speak of", () -> tell(settled));
    }

    private void tell(AcsLogEntry.Settled settled) {
        Map<Told, Several> told = new LinkedHashMap<>();
        jdbc.query(
                OBLIGED,
                row -> {
                    Pass pass = new Pass(
                            row.getLong("id"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("owner_id"),
                            row.getString("owner_name"),
                            Objects.requireNonNull(row.getString("device_id")),
                            row.getString("place"));
                    told.merge(
                            new Told(row.getString("policy"), row.getString("group_id")),
                            new Several(pass, 1),
                            Several::and);
                },
                (Object) settled.entries().toArray(Long[]::new));
        told.forEach((what, passes) -> store(settled.project(), what, passes));
        if (!told.isEmpty()) {
            news.tell();
        }
    }

    private void store(long project, Told told, Several passes) {
        Pass last = passes.last();
        @Nullable
        NotificationRule rule = rules.fitting(project, NotificationKind.POLICY, last.owner(), last.device())
                .orElse(null);
        boolean usual = rule == null
                ? NotificationKind.POLICY.isImportant()
                : rule.draft().important();
        Judged judged = importance.of(project, NotificationKind.POLICY, last.owner(), last.device(), last.at(), usual);
        jdbc.update(
                """
                insert into notification (project_id, group_id, at, kind, important, record_id, record_name, detail,
                    person_id, person_name, rule_id, rule_name, colour, icon, times, ruled_by, ruled_row)
                values (?, ?, ?, 'POLICY', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                project,
                told.group(),
                last.at().atOffset(ZoneOffset.UTC),
                judged.important(),
                Long.toString(last.id()),
                last.place(),
                told.policy(),
                last.owner(),
                last.ownerName(),
                rule == null ? null : rule.id(),
                rule == null ? null : rule.name(),
                rule == null ? null : rule.draft().colour().name(),
                rule == null ? null : rule.draft().icon().name(),
                passes.times(),
                judged.table(),
                judged.row());
    }
}
