package dev.lintel.domain.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.rulebook.RulebookPlans.Due;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.wire.FieldProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts planned drafts in force when their moment has come, in the name of whoever planned it. Everything is asked again then:
 * what is no longer allowed, or fails by now, is not put in force, and people are told.
 */
@Service
public class DueReleases {
    private static final Logger LOG = LoggerFactory.getLogger(DueReleases.class);

    private final RulebookPlans plans;
    private final Releases releases;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DueReleases(
            RulebookPlans plans,
            Releases releases,
            Accounts accounts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.plans = plans;
        this.releases = releases;
        this.accounts = accounts;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts in force what is due, each by one node and once. To be called every few seconds. */
    @Unguarded("whoever planned it was asked, and is asked again now")
    public void publishDue() {
        for (Due due : plans.due(clock.instant())) {
            try {
                transaction.executeWithoutResult(status -> publish(due));
            } catch (DataAccessException | TransactionException unreachable) {
                LOG.warn("version {} of project {} waits for the database", due.number(), due.project(), unreachable);
            } catch (RulebookRefusedException refused) {
                failed(
                        due,
                        refused.problems().stream().map(DueReleases::problem).toList());
            } catch (PermissionDeniedException | NoSuchRulebookException notAllowed) {
                failed(due, List.of(new Problem("at", Reason.NO_LONGER_ALLOWED, "")));
            } catch (RuntimeException failure) {
                LOG.error("version {} of project {} cannot be put in force", due.number(), due.project(), failure);
                failed(due, List.of(new Problem("at", Reason.DOES_NOT_COMPILE, "")));
            }
        }
    }

    private void publish(Due due) {
        if (plans.claim(due)) {
            releases.publish(planner(due.account()), due.project(), due.edition(), due.wish());
        }
    }

    /** With what they may do at this moment. */
    private Actor planner(long account) {
        return account == RulebookStore.SERVER
                ? Actor.server()
                : accounts.byId(account)
                        .map(accounts::actor)
                        .orElseThrow(() -> new PermissionDeniedException(Permission.RULE_PUBLISH));
    }

    private static Problem problem(FieldProblem problem) {
        return new Problem(problem.fieldName(), (Reason) problem.reason(), problem.value());
    }

    private void failed(Due due, List<Problem> problems) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transaction.executeWithoutResult(status -> {
            // another node may have come to the same, and has told it then
            if (plans.claim(due)) {
                plans.fail(due, now, problems);
                Problem first = problems.getFirst();
                events.publishEvent(new RulebookNews(
                        due.project(),
                        RulebookNews.Kind.PLAN_FAILED,
                        due.number(),
                        first.reason().name() + " " + first.value()));
            }
        });
    }
}
