package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.rulebook.report.ReportMail.Every;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who wants reports by mail, and when they go out next. */
@Repository
class ReportMailStore {
    private final JdbcTemplate jdbc;

    ReportMailStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A report whose time has come. */
    record Due(long project, long account, ReportMail mail) {}

    Optional<ReportMail> get(long project, long account) {
        return jdbc
                .query(
                        "select * from rule_report_mail where project_id = ? and account_id = ?",
                        (row, n) -> mail(row),
                        project,
                        account)
                .stream()
                .findFirst();
    }

    void put(long project, long account, @Nullable ReportMail mail) {
        jdbc.update("delete from rule_report_mail where project_id = ? and account_id = ?", project, account);
        if (mail != null) {
            jdbc.update(
                    "insert into rule_report_mail (project_id, account_id, every, next) values (?, ?, ?, ?)",
                    project,
                    account,
                    mail.every().name(),
                    time(mail.next()));
        }
    }

    List<Due> due(Instant now) {
        return jdbc.query(
                "select * from rule_report_mail where next <= ? order by next",
                (row, n) -> new Due(row.getLong("project_id"), row.getLong("account_id"), mail(row)),
                time(now));
    }

    /** @return false when another node was quicker */
    boolean claim(Due due, Instant next) {
        return jdbc.update(
                        "update rule_report_mail set next = ? where project_id = ? and account_id = ? and next = ?",
                        time(next),
                        due.project(),
                        due.account(),
                        time(due.mail().next()))
                == 1;
    }

    private static ReportMail mail(ResultSet row) throws SQLException {
        return new ReportMail(
                Every.valueOf(row.getString("every")),
                row.getObject("next", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
