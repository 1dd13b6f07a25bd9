package dev.lintel.domain.review;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.notification.Feed;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.notification.Notifications;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.Accounts;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** Whose turn it is in a review is told to them, once, and to nobody else. */
@Tag("RU-7")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ReviewTurnsIT extends DatabaseIT {
    private static final String MORE = """
            {"kind":"user","id":"boss","name":"Mary Boss","email":"MARY","groups":["g1"],"profile":"company-administrator"}
            {"kind":"user","id":"second","name":"Pete Second","email":"PETE","groups":["g1"],"profile":"company-administrator"}
            """;

    @Autowired
    Sites sites;

    @Autowired
    Accounts accounts;

    @Autowired
    ReviewStart start;

    @Autowired
    Reviews reviews;

    @Autowired
    OverdueReviews overdue;

    @Autowired
    Notifications notifications;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private String house = "";
    private long project;
    private Actor mary = Actor.server();
    private Actor pete = Actor.server();

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        String more = MORE.replace("MARY", login("mary")).replace("PETE", login("pete"));
        sites.load(Actor.server(), file(house(house) + more), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        mary = account("mary", "boss");
        pete = account("pete", "second");
        clock.set(Instant.parse("2026-05-04T10:00:00Z"));
    }

    @Test
    void theReviewerIsToldThatItBeginsAndTheVerifierThatItWaits() {
        Review review = start.start(pete, project, draft());
        assertThat(told(mary)).containsExactly(NotificationKind.REVIEW_TO_DECIDE);
        assertThat(told(pete)).isEmpty();
        assertThat(told(Actor.server())).isEmpty();
        Notification first = notifications.list(mary, Feed.ALL, null, 10).getFirst();
        assertThat(first.recordName()).isEqualTo("Spring");
        assertThat(first.recordId()).isEqualTo(Long.toString(review.id()));
        assertThat(first.project()).isEqualTo(project);

        decideAll(review);
        assertThat(told(mary)).hasSize(1);
        reviews.handIn(mary, project, review.id());
        assertThat(told(pete)).containsExactly(NotificationKind.REVIEW_TO_VERIFY);
        reviews.sendBack(pete, project, review.id(), "look again");
        assertThat(told(mary)).containsExactly(NotificationKind.REVIEW_TO_DECIDE, NotificationKind.REVIEW_TO_DECIDE);
        // why it came back stands in the review alone
        assertThat(notifications.list(mary, Feed.ALL, null, 10).getFirst().detail())
                .isEqualTo("sent-back");
    }

    @Test
    void whoStartsOneForThemselvesKnowsOfIt() {
        start.start(mary, project, draft());
        assertThat(told(mary)).isEmpty();
        assertThat(told(pete)).isEmpty();
    }

    @Test
    void whoseTurnItIsIsToldOnceThatItIsOverdue() {
        Review open = start.start(mary, project, draft());
        Review waiting = start.start(mary, project, draft());
        decideAll(waiting);
        reviews.handIn(mary, project, waiting.id());
        Review closed = start.start(mary, project, draft());
        decideAll(closed);
        reviews.handIn(mary, project, closed.id());
        reviews.close(pete, project, closed.id());
        // by the clock of the house the first of June is not over yet
        clock.set(Instant.parse("2026-06-01T20:00:00Z"));
        overdue.tell();
        assertThat(told(mary)).isEmpty();

        clock.set(Instant.parse("2026-06-01T23:30:00Z"));
        overdue.tell();
        overdue.tell();
        assertThat(told(mary)).containsExactly(NotificationKind.REVIEW_OVERDUE);
        assertThat(notifications.list(mary, Feed.IMPORTANT, null, 10))
                .extracting(Notification::recordId)
                .containsExactly(Long.toString(open.id()));
        assertThat(notifications.list(pete, Feed.IMPORTANT, null, 10))
                .extracting(Notification::recordId)
                .containsExactly(Long.toString(waiting.id()));
    }

    private void decideAll(Review review) {
        reviews.decide(
                mary,
                project,
                review.id(),
                IntStream.rangeClosed(1, review.progress().rights()).boxed().toList(),
                ReviewDecision.KEEP,
                "");
    }

    private List<NotificationKind> told(Actor actor) {
        return notifications.list(actor, Feed.ALL, null, 50).stream()
                .filter(told -> Long.valueOf(project).equals(told.project()))
                .map(Notification::kind)
                .toList();
    }

    private ReviewDraft draft() {
        return new ReviewDraft(
                "Spring",
                new ReviewScope(ReviewScope.Kind.GROUP, "g2"),
                mary.name(),
                pete.name(),
                LocalDate.of(2026, 6, 1));
    }

    private Actor account(String name, String person) {
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id)
                values (?, '', false, 'uk', ?, ?)""", login(name), project, person);
        return accounts.actor(accounts.byLogin(login(name)).orElseThrow());
    }

    private String login(String name) {
        return name + "@" + house + ".example.org";
    }
}
