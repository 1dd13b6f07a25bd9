package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.rulebook.report.ReportMail.Every;
import dev.lintel.domain.rulebook.report.ReportRefusedException.Reason;
import dev.lintel.domain.user.Accounts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends reports on rules by mail to whoever wants them, as long as they may see what is in them. */
@Service
public class ReportMails {
    /** Of so many days it is told what was not used. */
    public static final int DAYS = 90;

    private static final Logger LOG = LoggerFactory.getLogger(ReportMails.class);

    private final ReportMailStore store;
    private final RuleReports reports;
    private final ReportPost post;
    private final AccessDirectory directory;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ReportMails(
            ReportMailStore store,
            RuleReports reports,
            ReportPost post,
            AccessDirectory directory,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.reports = reports;
        this.post = post;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What goes to the actor themselves; empty when nothing does. */
    @Transactional(readOnly = true)
    public Optional<ReportMail> own(Actor actor, long project) {
        return reports.mayHaveWhole(actor, project) && actor.account() != null
                ? store.get(project, Accounts.own(actor))
                : Optional.empty();
    }

    /**
     * Says how often a report goes to the actor.
     *
     * @param every null is never
     * @throws ReportRefusedException when the account has no mail address
     */
    @Transactional
    public Optional<ReportMail> want(Actor actor, long project, @Nullable Every every) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // asks for all that a report needs
        reports.whole(actor, project, now.minusSeconds(1), now, 1);
        if (actor.account() == null
                || every != null && post.address(Accounts.own(actor)).isEmpty()) {
            throw new ReportRefusedException("every", Reason.NO_ADDRESS, "");
        }
        long account = Accounts.own(actor);
        SiteSnapshot site = Objects.requireNonNull(directory.site(project));
        store.put(
                project,
                account,
                every == null
                        ? null
                        : new ReportMail(every, every.after(now, site.project().timeZone())));
        return store.get(project, account);
    }

    /** Sends what is due, each report by one node and once. To be called every few minutes. */
    @Unguarded("whoever wants one was asked, and is asked again when it is written")
    public void sendDue() {
        Instant now = clock.instant();
        for (ReportMailStore.Due due : store.due(now)) {
            try {
                transaction.executeWithoutResult(status -> send(due, now));
            } catch (RuntimeException failure) {
                LOG.warn("a report on the rules of project {} could not be written", due.project(), failure);
            }
        }
    }

    private void send(ReportMailStore.Due due, Instant now) {
        SiteSnapshot site = directory.site(due.project());
        if (site == null) {
            return;
        }
        Every every = due.mail().every();
        Instant next = every.after(now, site.project().timeZone());
        // who claims it writes it, in one transaction with the mail
        if (store.claim(due, next)) {
            Instant until = due.mail().next();
            Actor reader = post.reader(due.account());
            if (!reports.mayHaveWhole(reader, due.project())) {
                LOG.info(
                        "a report on the rules of project {} is no longer for account {}",
                        due.project(),
                        due.account());
                return;
            }
            Instant from = every.before(until, site.project().timeZone());
            post.send(due.account(), reports.whole(reader, due.project(), from, until, DAYS));
        }
    }
}
