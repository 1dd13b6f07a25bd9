package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.review.Evidence.Earlier;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What auditors take along of a closed review: made once, and the same bytes from then on. Only when somebody is erased who is in
 * it, it is made anew without them; the hashes of what it was before stay.
 */
@Service
public class ReviewEvidence {
    private final AccessDirectory directory;
    private final EvidencePaper paper;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    ReviewEvidence(
            AccessDirectory directory,
            EvidencePaper paper,
            Accounts accounts,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc,
            InstantSource clock) {
        this.clock = clock;
        this.directory = directory;
        this.paper = paper;
        this.accounts = accounts;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** What there is to take along. */
    public enum Form {
        CSV,
        PDF;

        /** What file names end in, and the column of the bytes. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** SHA-256 of the files, in hexadecimal digits. */
    public record Hashes(String csv, String pdf) {}

    /** Those of files that were made anew. */
    record Remade(Hashes before, Hashes after) {}

    private record Made(byte[] csv, byte[] pdf, Hashes hashes) {}

    private record Stored(Hashes hashes, Locale language) {}

    /** The hashes by which the files can be checked; empty while the review is not closed.
     *
     * @throws NoSuchReviewException when there is no such project for the actor
     */
    @Transactional(readOnly = true)
    public Optional<Hashes> hashes(Actor actor, long project, long review) {
        ReviewReach.require(actor, project);
        return jdbc
                .query(
                        "select csv_sha256, pdf_sha256 from access_review_evidence where project_id = ? and review_id = ?",
                        (row, n) -> new Hashes(row.getString("csv_sha256"), row.getString("pdf_sha256")),
                        project,
                        review)
                .stream()
                .findFirst();
    }

    /**
     * What the files were before somebody was erased who is in them, the first of all first; usually none.
     *
     * @throws NoSuchReviewException when there is no such project for the actor
     */
    @Transactional(readOnly = true)
    public List<Earlier> earlier(Actor actor, long project, long review) {
        ReviewReach.require(actor, project);
        return earlier(project, review);
    }

    private List<Earlier> earlier(long project, long review) {
        return jdbc.query(
                "select * from access_review_erasure where project_id = ? and review_id = ? order by at, person",
                (row, n) -> new Earlier(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getString("csv_sha256"),
                        row.getString("pdf_sha256")),
                project,
                review);
    }

    /**
     * The bytes of a file; the audit notes who took them.
     *
     * @throws NoSuchReviewException when there is none
     */
    @Transactional
    public byte[] file(Actor actor, long project, long review, Form form) {
        ReviewReach.require(actor, project);
        byte[] bytes = jdbc
                .query(
                        "select " + form.ending()
                                + " from access_review_evidence where project_id = ? and review_id = ?",
                        (row, n) -> row.getBytes(1),
                        project,
                        review)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchReviewException(review));
        String number = Long.toString(review);
        events.publishEvent(new ActivityNoted(
                actor, project, Deed.EXPORTED, "access-review", number, number + "." + form.ending(), Map.of()));
        return bytes;
    }

    /** Makes it, in the language of whoever closes the review. */
    Hashes make(Actor closing, Review review, List<ReviewRight> rights) {
        Locale language =
                accounts.byId(Accounts.own(closing)).map(Account::locale).orElse(Locale.ENGLISH);
        Made made = made(review, rights, language);
        jdbc.update(
                """
                insert into access_review_evidence (project_id, review_id, csv, csv_sha256, pdf, pdf_sha256, language)
                values (?, ?, ?, ?, ?, ?, ?)""",
                review.project(),
                review.id(),
                made.csv(),
                made.hashes().csv(),
                made.pdf(),
                made.hashes().pdf(),
                language.getLanguage());
        return made.hashes();
    }

    /**
     * Makes it anew once somebody was taken out of the review.
     *
     * @param rights as they are now
     * @param person what the erased one is called from now on
     * @return empty when there is none
     */
    Optional<Remade> remake(Review review, List<ReviewRight> rights, String person) {
        Optional<Stored> stored = jdbc
                .query(
                        "select * from access_review_evidence where project_id = ? and review_id = ? for update",
                        (row, n) -> new Stored(
                                new Hashes(row.getString("csv_sha256"), row.getString("pdf_sha256")),
                                Locale.of(row.getString("language"))),
                        review.project(),
                        review.id())
                .stream()
                .findFirst();
        return stored.map(before -> {
            jdbc.update(
                    "insert into access_review_erasure values (?, ?, ?, ?, ?, ?)",
                    review.project(),
                    review.id(),
                    person,
                    ReviewStore.time(clock.instant()),
                    before.hashes().csv(),
                    before.hashes().pdf());
            Made made = made(review, rights, before.language());
            jdbc.update(
                    """
                    update access_review_evidence set csv = ?, csv_sha256 = ?, pdf = ?, pdf_sha256 = ?
                    where project_id = ? and review_id = ?""",
                    made.csv(),
                    made.hashes().csv(),
                    made.pdf(),
                    made.hashes().pdf(),
                    review.project(),
                    review.id());
            return new Remade(before.hashes(), made.hashes());
        });
    }

    private Made made(Review review, List<ReviewRight> rights, Locale language) {
        SiteSnapshot site = Objects.requireNonNull(directory.site(review.project()));
        Evidence evidence = new Evidence(site.project(), review, rights, earlier(review.project(), review.id()));
        byte[] csv = EvidenceTable.csv(evidence);
        String csvHash = hash(csv);
        byte[] pdf = paper.pdf(evidence, csvHash, language);
        return new Made(csv, pdf, new Hashes(csvHash, hash(pdf)));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
