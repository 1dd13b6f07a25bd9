package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.mail.MailAddress;
import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes reports to accounts, each in its own language. */
@Component
class ReportPost {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Accounts accounts;
    private final Mails mails;
    private final ReportWording wording;
    private final JdbcTemplate jdbc;

    ReportPost(Accounts accounts, Mails mails, ReportWording wording, JdbcTemplate jdbc) {
        this.accounts = accounts;
        this.mails = mails;
        this.wording = wording;
        this.jdbc = jdbc;
    }

    /** Where mail reaches an account: its own address, that of its person, or its login. */
    Optional<String> address(long account) {
        return jdbc
                .query(
                        """
                        select a.email, p.email as person_email, a.login from account a
                        left join person p on p.project_id = a.project_id and p.id = a.person_id where a.id = ?""",
                        (row, n) -> Stream.of(
                                        Optional.ofNullable(row.getString("email")),
                                        Optional.ofNullable(row.getString("person_email")),
                                        Optional.ofNullable(row.getString("login")))
                                .flatMap(Optional::stream)
                                .filter(MailAddress::isValid)
                                .findFirst(),
                        account)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whoever reads it, with what they may do at this moment. */
    Actor reader(long account) {
        return accounts.actor(accounts.byId(account).orElseThrow());
    }

    void send(long account, RuleReport report) {
        Account reader = accounts.byId(account).orElseThrow();
        address(account)
                .ifPresent(address -> mails.queue(
                        MailType.RULE_REPORT,
                        report.project().id(),
                        reader.locale(),
                        address,
                        Map.of(
                                "site",
                                report.project().name(),
                                "from",
                                day(report, report.from()),
                                "until",
                                day(report, report.until()),
                                "report",
                                wording.text(accounts.actor(reader), report, reader.locale()))));
    }

    private static String day(RuleReport report, Instant instant) {
        return DAY.format(instant.atZone(report.project().timeZone()));
    }
}
