package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

/** What auditors take along of a closed review: made once, and the same bytes for ever. */
@Service
public class ReviewEvidence {
    private final AccessDirectory directory;
    private final EvidencePaper paper;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final JdbcTemplate jdbc;

    ReviewEvidence(
            AccessDirectory directory,
            EvidencePaper paper,
            Accounts accounts,
            ApplicationEventPublisher events,
            JdbcTemplate jdbc) {
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
        SiteSnapshot site = Objects.requireNonNull(directory.site(review.project()));
        Evidence evidence = new Evidence(site.project(), review, rights);
        byte[] csv = EvidenceTable.csv(evidence);
        String csvHash = hash(csv);
        Locale language =
                accounts.byId(Accounts.own(closing)).map(Account::locale).orElse(Locale.ENGLISH);
        byte[] pdf = paper.pdf(evidence, csvHash, language);
        Hashes hashes = new Hashes(csvHash, hash(pdf));
        jdbc.update(
                "insert into access_review_evidence values (?, ?, ?, ?, ?, ?)",
                review.project(),
                review.id(),
                csv,
                hashes.csv(),
                pdf,
                hashes.pdf());
        return hashes;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
