package dev.lintel.domain.notification;

import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.BesideSealing;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.notification.ImportanceRows.Judged;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes notifications of the passes that rules speak of. It does so where the entries are sealed: each entry comes by there
 * once, on one node, after its commit and after a crash as well, and no door waits.
 */
@Component
class PassNotifier {
    /** What comes so soon after the last one is told with it. */
    private static final long TOGETHER_SECONDS = 1;

    private static final String PASSES = """
            select e.id, e.at, e.verdict, e.reason, e.owner_id, e.owner_name, e.device_id, d.group_id,
                coalesce(e.device_name, e.device_serial) as place
            from acs_log e join device d on d.project_id = e.project_id and d.id = e.device_id
            where e.id = any (?) and e.reason = any (?) order by e.id""";

    private final RuleStore rules;
    private final ImportanceRows importance;
    private final Bursts bursts;
    private final NotificationNews news;
    private final JdbcTemplate jdbc;

    PassNotifier(RuleStore rules, ImportanceRows importance, Bursts bursts, NotificationNews news, JdbcTemplate jdbc) {
        this.rules = rules;
        this.importance = importance;
        this.bursts = bursts;
        this.news = news;
        this.jdbc = jdbc;
    }

    /** A pass as far as a notification tells of it. */
    private record Pass(
            long id,
            Instant at,
            ReasonCode reason,
            String outcome,
            @Nullable String owner,
            @Nullable String ownerName,
            String device,
            String group,
            String place) {}

    /** What is told as one: whoever may see one of them may see all, and all are as important. */
    private record Told(NotificationRule rule, String group, Judged judged) {}

    /** The last of several, and how many there were. */
    private record Several(Pass last, int times) {
        Several and(Several later) {
            return new Several(later.last, times + later.times);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(AcsLogEntry.Settled settled) {
        BesideSealing.attempt(jdbc, "nobody was told of some passes that rules speak of", () -> {
            List<NotificationRule> inForce = rules.inForce(settled.project()).stream()
                    .filter(rule -> !rule.draft().reasons().isEmpty())
                    .toList();
            if (!inForce.isEmpty()) {
                tell(settled, inForce);
            }
        });
    }

    private void tell(AcsLogEntry.Settled settled, List<NotificationRule> inForce) {
        Map<Told, Several> told = new LinkedHashMap<>();
        for (Pass pass : passes(settled, inForce)) {
            Predicate<NotificationRule> fits = rule -> rule.fits(pass.reason(), pass.owner(), pass.device());
            Optional<NotificationRule> rule = inForce.stream().filter(fits).findFirst();
            rule.ifPresent(first ->
                    told.merge(new Told(first, pass.group(), judged(pass, first)), new Several(pass, 1), Several::and));
        }
        told.forEach(this::store);
        if (!told.isEmpty()) {
            news.tell();
        }
    }

    private Judged judged(Pass pass, NotificationRule rule) {
        return importance.ofPass(
                rule.project(),
                pass.reason(),
                pass.owner(),
                pass.device(),
                pass.at(),
                rule.draft().important());
    }

    private List<Pass> passes(AcsLogEntry.Settled settled, List<NotificationRule> inForce) {
        String[] reasons = inForce.stream()
                .flatMap(rule -> rule.draft().reasons().stream())
                .map(Enum::name)
                .distinct()
                .toArray(String[]::new);
        return jdbc.query(
                PASSES,
                (row, number) -> new Pass(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        ReasonCode.valueOf(row.getString("reason")),
                        row.getString("verdict") + " " + row.getString("reason"),
                        row.getString("owner_id"),
                        row.getString("owner_name"),
                        Objects.requireNonNull(row.getString("device_id")),
                        row.getString("group_id"),
                        row.getString("place")),
                settled.entries().toArray(Long[]::new),
                reasons);
    }

    private void store(Told told, Several passes) {
        NotificationRule rule = told.rule();
        Pass last = passes.last();
        OffsetDateTime at = last.at().atOffset(ZoneOffset.UTC);
        OffsetDateTime burst = bursts.begin(rule.project(), NotificationKind.PASS, rule.id(), last.at())
                .atOffset(ZoneOffset.UTC);
        int added = jdbc.update(
                """
                update notification set times = times + ?, at = ?, record_id = ?, record_name = ?, detail = ?,
                    person_id = ?, person_name = ?
                where id = (select id from notification where kind = 'PASS' and project_id = ? and rule_id = ?
                                and burst = ? and group_id = ? and at >= ? and important = ?
                                and (ruled_by, ruled_row) is not distinct from (?, ?::integer) order by id desc limit 1)""",
                passes.times(),
                at,
                Long.toString(last.id()),
                last.place(),
                last.outcome(),
                last.owner(),
                last.ownerName(),
                rule.project(),
                rule.id(),
                burst,
                told.group(),
                at.minusSeconds(TOGETHER_SECONDS),
                told.judged().important(),
                told.judged().table(),
                told.judged().row());
        if (added == 0) {
            jdbc.update(
                    """
                    insert into notification (project_id, group_id, at, burst, kind, important, record_id, record_name,
                        detail, person_id, person_name, rule_id, rule_name, colour, icon, times, ruled_by, ruled_row)
                    values (?, ?, ?, ?, 'PASS', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    rule.project(),
                    told.group(),
                    at,
                    burst,
                    told.judged().important(),
                    Long.toString(last.id()),
                    last.place(),
                    last.outcome(),
                    last.owner(),
                    last.ownerName(),
                    rule.id(),
                    rule.name(),
                    rule.draft().colour().name(),
                    rule.draft().icon().name(),
                    passes.times(),
                    told.judged().table(),
                    told.judged().row());
        }
    }
}
