package dev.lintel.domain.review;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.review.Review.State;
import dev.lintel.domain.review.ReviewRefusedException.Field;
import dev.lintel.domain.review.ReviewRefusedException.Reason;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A review on its way: the reviewer decides and hands it in, the verifier sends it back or closes it. Nobody is both. What is
 * closed stays as it is for ever.
 */
@Service
public class Reviews {
    /** So many rights are decided at once. */
    public static final int MOST_AT_ONCE = ReviewStart.MOST_RIGHTS;

    public static final int LONGEST_TEXT = ReviewCheck.LONGEST_TEXT;

    private final ReviewStore store;
    private final ReviewClosing closing;
    private final ReviewEvidence evidence;
    private final ReviewNews news;
    private final InstantSource clock;

    Reviews(ReviewStore store, ReviewClosing closing, ReviewEvidence evidence, ReviewNews news, InstantSource clock) {
        this.store = store;
        this.closing = closing;
        this.evidence = evidence;
        this.news = news;
        this.clock = clock;
    }

    /** Whether there can be reviews for the actor at all, so that views need not offer them in vain. */
    public static boolean isFor(Actor actor) {
        return ReviewReach.isFor(actor);
    }

    /** @throws NoSuchReviewException when the actor sees none of that number */
    @Transactional(readOnly = true)
    public Review get(Actor actor, long project, long id) {
        ReviewReach.require(actor, project);
        return store.get(project, id).orElseThrow(() -> new NoSuchReviewException(id));
    }

    /** Whether it is for the actor to decide at this moment. */
    @Unguarded("it tells actors of themselves")
    public boolean mayDecide(Actor actor, Review review) {
        return review.state() == State.OPEN && isOne(actor, review.reviewer());
    }

    /** Whether it is for the actor to send it back or to close it at this moment. */
    @Unguarded("it tells actors of themselves")
    public boolean mayVerify(Actor actor, Review review) {
        return review.state() == State.HANDED_IN && isOne(actor, review.verifier());
    }

    private static boolean isOne(Actor actor, ReviewParty party) {
        Long account = actor.account();
        return account != null && account == party.account();
    }

    /**
     * Decides rights; what was decided of them before is forgotten.
     *
     * @param numbers of rights of the review, up to {@value #MOST_AT_ONCE}
     * @param decision null takes decisions back
     * @param comment up to {@value #LONGEST_TEXT} characters
     * @throws ReviewRefusedException when it is not the actor's to decide, or cannot be decided so
     */
    @Transactional
    public Review decide(
            Actor actor,
            long project,
            long id,
            Collection<Integer> numbers,
            @Nullable ReviewDecision decision,
            String comment) {
        Review before = locked(actor, project, id);
        requireOpen(before);
        requireReviewer(actor, before);
        Set<Integer> chosen = new TreeSet<>(numbers);
        if (chosen.isEmpty() || chosen.size() > MOST_AT_ONCE) {
            throw new ReviewRefusedException(Field.NUMBERS, chosen.isEmpty() ? Reason.MISSING : Reason.TOO_MANY, "");
        }
        List<ReviewRight> rights = store.rights(project, id, chosen);
        if (rights.size() < chosen.size()) {
            Set<Integer> unknown = new HashSet<>(chosen);
            rights.forEach(right -> unknown.remove(right.number()));
            throw new ReviewRefusedException(
                    Field.NUMBERS, Reason.UNKNOWN, unknown.iterator().next().toString());
        }
        if (decision == ReviewDecision.LEAVE_GROUP) {
            closing.requireFromOwnGroups(actor, project, rights);
        }
        String said = ReviewCheck.text(Field.COMMENT, comment);
        store.decide(before, chosen, decision, said, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Review after = known(project, id);
        news.decided(actor, before, after, decision, chosen.size());
        return after;
    }

    /**
     * Hands it to the verifier.
     *
     * @throws ReviewRefusedException when it is not the actor's to hand in, or not all is decided
     */
    @Transactional
    public Review handIn(Actor actor, long project, long id) {
        Review before = locked(actor, project, id);
        requireOpen(before);
        requireReviewer(actor, before);
        int undecided = before.progress().undecided();
        if (undecided > 0) {
            throw new ReviewRefusedException(Field.STATE, Reason.UNDECIDED, Integer.toString(undecided));
        }
        ReviewClosing.requireNoContradiction(store.rights(project, id));
        store.handIn(project, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return told(actor, before);
    }

    /**
     * Gives it back to the reviewer.
     *
     * @param reason 1 to {@value #LONGEST_TEXT} characters
     * @throws ReviewRefusedException when it is not the actor's to send back
     */
    @Transactional
    public Review sendBack(Actor actor, long project, long id, String reason) {
        Review before = handedIn(actor, project, id);
        String said = ReviewCheck.text(Field.REASON, reason);
        if (said.isEmpty()) {
            throw new ReviewRefusedException(Field.REASON, Reason.MISSING, "");
        }
        store.sendBack(project, id, said);
        return told(actor, before);
    }

    /**
     * Carries out what was decided, and makes the evidence: all of it, or nothing. It takes the permissions that it takes to do
     * each of it by hand.
     *
     * @throws ReviewRefusedException when it is not the actor's to close
     */
    @Transactional
    public Review close(Actor actor, long project, long id) {
        Review before = handedIn(actor, project, id);
        List<ReviewRight> rights = store.rights(project, id);
        closing.requirePermissions(actor, project, rights);
        store.note(before, closing.carryOut(actor, project, rights));
        store.close(project, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        Review after = known(project, id);
        news.closed(actor, before, after, evidence.make(actor, after, store.rights(project, id)));
        return after;
    }

    /** The rights that a closed review wanted to go and that are there by their groups at this moment. */
    @Transactional(readOnly = true)
    public List<ReviewRight> leftOpen(Actor actor, long project, long id) {
        Review review = get(actor, project, id);
        return review.state() == State.CLOSED ? closing.stillHeld(project, store.rights(project, id)) : List.of();
    }

    private Review handedIn(Actor actor, long project, long id) {
        Review review = locked(actor, project, id);
        if (review.state() != State.HANDED_IN) {
            throw new ReviewRefusedException(
                    Field.STATE, review.state() == State.CLOSED ? Reason.CLOSED : Reason.NOT_HANDED_IN, "");
        }
        if (!isOne(actor, review.verifier())) {
            throw new ReviewRefusedException(
                    Field.VERIFIER, Reason.NOT_VERIFIER, review.verifier().told());
        }
        return review;
    }

    private static void requireOpen(Review review) {
        if (review.state() != State.OPEN) {
            throw new ReviewRefusedException(
                    Field.STATE, review.state() == State.CLOSED ? Reason.CLOSED : Reason.HANDED_IN, "");
        }
    }

    private static void requireReviewer(Actor actor, Review review) {
        if (!isOne(actor, review.reviewer())) {
            throw new ReviewRefusedException(
                    Field.REVIEWER, Reason.NOT_REVIEWER, review.reviewer().told());
        }
    }

    private Review locked(Actor actor, long project, long id) {
        ReviewReach.require(actor, project);
        store.lock(project, id);
        return known(project, id);
    }

    private Review told(Actor actor, Review before) {
        Review after = known(before.project(), before.id());
        news.changed(actor, before, after);
        return after;
    }

    private Review known(long project, long id) {
        Optional<Review> found = store.get(project, id);
        return found.orElseThrow(() -> new NoSuchReviewException(id));
    }
}
