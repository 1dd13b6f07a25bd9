package dev.lintel.domain.review;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.review.Evidence.Earlier;
import dev.lintel.domain.review.ReviewEvidence.Form;
import dev.lintel.domain.review.ReviewEvidence.Hashes;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.people.Deletions;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is left in reviews of people who are erased: what was decided, under a pseudonym. */
@Tag("SE-1")
class ReviewErasureIT extends DatabaseIT {
    private static final String MORE = """
            {"kind":"restriction","id":"r2","name":"Garage","lines":[{"device":"d1"}]}
            {"kind":"grant","restriction":"r2","to":{"user":"u1"}}
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
    ReviewEvidence evidence;

    @Autowired
    ReviewStore store;

    @Autowired
    Deletions deletions;

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
    void theEvidenceIsMadeAnewAndWhatItWasIsKnownByItsHashes() throws Exception {
        Review review = closed();
        Hashes before = evidence.hashes(pete, project, review.id()).orElseThrow();
        assertThat(text(review)).contains("Olena Коваль").contains("Olena Коваль is fine");

        deletions.erase(Actor.server(), project, List.of("u1"));

        Hashes after = evidence.hashes(pete, project, review.id()).orElseThrow();
        byte[] csv = evidence.file(pete, project, review.id(), Form.CSV);
        byte[] pdf = evidence.file(pete, project, review.id(), Form.PDF);
        assertThat(after).isNotEqualTo(before).isEqualTo(new Hashes(sha256(csv), sha256(pdf)));
        List<Earlier> earlier = evidence.earlier(pete, project, review.id());
        assertThat(earlier).hasSize(1);
        String person = earlier.getFirst().person();
        assertThat(earlier.getFirst()).isEqualTo(new Earlier(clock.instant(), person, before.csv(), before.pdf()));
        assertThat(person).startsWith("former person ");
        assertThat(text(review))
                .doesNotContain("Olena", "Коваль", "u1")
                .contains(person)
                .contains(person + " is fine");
        // what was decided stays, and so does what the audit said of the files
        assertThat(store.rights(project, review.id())).allMatch(right -> right.decision() == ReviewDecision.KEEP);
        assertThat(audited("after")).contains(before.csv(), after.csv());
        assertThat(audited("before")).contains(before.csv());
        assertThat(Tables.rows(jdbc)).noneMatch(row -> row.contains(house) && row.contains("Коваль"));
    }

    @Test
    void whoReviewedAndWhoIsReviewedWhileItIsOpenAreTakenOutAsWell() {
        Review open = start.start(mary, project, draft());
        reviews.decide(mary, project, open.id(), List.of(1), ReviewDecision.KEEP, "");
        Review closed = closed();

        deletions.erase(Actor.server(), project, List.of("u1"));
        assertThat(store.rights(project, open.id()))
                .isNotEmpty()
                .allMatch(right -> right.holder().personName().startsWith("former person "));
        assertThat(evidence.earlier(pete, project, open.id())).isEmpty();
        clock.set(clock.instant().plusSeconds(60));
        deletions.erase(Actor.server(), project, List.of("boss"));

        Review after = reviews.get(pete, project, closed.id());
        assertThat(after.reviewer().login()).startsWith("former person ");
        assertThat(after.reviewer().told()).startsWith("former person ");
        assertThat(after.startedBy()).startsWith("former person ");
        assertThat(text(closed)).doesNotContain("Mary", login("mary"));
        assertThat(evidence.earlier(pete, project, closed.id())).hasSize(2);
        assertThat(evidence.earlier(pete, project, closed.id()).getFirst().until())
                .isBefore(clock.instant());
    }

    private Review closed() {
        Review review = start.start(mary, project, draft());
        int rights = review.progress().rights();
        reviews.decide(
                mary,
                project,
                review.id(),
                IntStream.rangeClosed(1, rights).boxed().toList(),
                ReviewDecision.KEEP,
                "Olena Коваль is fine");
        reviews.handIn(mary, project, review.id());
        return reviews.close(pete, project, review.id());
    }

    private ReviewDraft draft() {
        return new ReviewDraft(
                "Spring",
                new ReviewScope(ReviewScope.Kind.GROUP, "g2"),
                mary.name(),
                pete.name(),
                LocalDate.of(2026, 6, 1));
    }

    private String text(Review review) {
        return new String(evidence.file(pete, project, review.id(), Form.CSV), UTF_8);
    }

    private List<String> audited(String side) {
        return jdbc.queryForList(
                "select " + side
                        + " ->> 'csvSha256' from audit_entry where project_id = ? and kind = 'access-review' and "
                        + side + " ->> 'csvSha256' is not null order by id",
                String.class,
                project);
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

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
