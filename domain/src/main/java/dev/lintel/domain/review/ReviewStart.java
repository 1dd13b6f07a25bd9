package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.review.ReviewRefusedException.Field;
import dev.lintel.domain.review.ReviewRefusedException.Reason;
import dev.lintel.domain.review.RightsFound.Right;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts reviews. What a right was then stays in its review, whatever becomes of the right. */
@Service
public class ReviewStart {
    /** More rights than this are no review any more: nobody goes through them. */
    public static final int MOST_RIGHTS = 20_000;

    private final AccessDirectory directory;
    private final ReviewCheck check;
    private final ReviewStore store;
    private final RightsStore snapshots;
    private final ReviewNews news;
    private final InstantSource clock;

    ReviewStart(
            AccessDirectory directory,
            ReviewCheck check,
            ReviewStore store,
            RightsStore snapshots,
            ReviewNews news,
            InstantSource clock) {
        this.directory = directory;
        this.check = check;
        this.store = store;
        this.snapshots = snapshots;
        this.news = news;
        this.clock = clock;
    }

    /** Whether the actor may start reviews of a project, so that views need not offer it in vain. */
    public boolean may(Actor actor, long project) {
        return ReviewReach.sees(actor, project)
                && actor.reach(Permission.RULE_DRAFT).hasProject(project)
                && directory.site(project) != null;
    }

    /** Who can review and verify, by name. */
    @Transactional(readOnly = true)
    public List<ReviewParty> parties(Actor actor, long project, String text, int most) {
        require(actor, project);
        return check.parties(actor, project, text, most);
    }

    /**
     * Starts one, with the rights as they are at this moment.
     *
     * @throws ReviewRefusedException with all that is wrong
     * @throws NoSuchReviewException when there is no such project for the actor
     */
    @Transactional
    public Review start(Actor actor, long project, ReviewDraft draft) {
        SiteSnapshot site = require(actor, project);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReviewCheck.Known known = check.require(
                actor, site, draft, LocalDate.ofInstant(now, site.project().timeZone()));
        RightsFound found = RightsFound.in(site, draft.scope(), now);
        List<Right> rights = found.all();
        if (rights.isEmpty() || rights.size() > MOST_RIGHTS) {
            Reason why = rights.isEmpty() ? Reason.NOTHING_THERE : Reason.TOO_MANY;
            throw new ReviewRefusedException(Field.SCOPE, why, Integer.toString(MOST_RIGHTS));
        }
        long id = store.add(new ReviewStore.New(
                project, draft, known.subject(), known.reviewer(), known.verifier(), actor.name(), now));
        snapshots.add(id, found, rights, draft.scope());
        Review review = store.get(project, id).orElseThrow(() -> new NoSuchReviewException(id));
        news.changed(actor, null, review);
        return review;
    }

    private SiteSnapshot require(Actor actor, long project) {
        ReviewReach.require(actor, project);
        actor.requireReach(Permission.RULE_DRAFT);
        SiteSnapshot site = directory.site(project);
        if (site == null || !may(actor, project)) {
            throw new NoSuchReviewException(project);
        }
        return site;
    }
}
