package dev.lintel.domain.user.invitation;

import dev.lintel.domain.permission.SealedSecrets;
import dev.lintel.domain.permission.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Keeps invitations: one for each person at most, without anything by which a thief of the database could use them. */
@Repository
class InvitationStore {
    /** After so many wrong codes only the link is good. */
    private static final int MOST_WRONG_CODES = 10;

    private static final RowMapper<Invitation> INVITATION = (row, number) -> new Invitation(
            row.getLong("project_id"),
            row.getString("person_id"),
            row.getString("email"),
            row.getObject("created", OffsetDateTime.class).toInstant(),
            row.getObject("expires", OffsetDateTime.class).toInstant(),
            row.getLong("mail"));

    /** Somebody of another project may have come in by the same address meanwhile. */
    private static final String FREE =
            " and not exists (select from account where lower(login) = lower(invitation.email)"
                    + " or lower(account.email) = lower(invitation.email)) for update";

    private final JdbcTemplate jdbc;
    private final SealedSecrets sealed;
    private final InstantSource clock;

    InvitationStore(JdbcTemplate jdbc, SealedSecrets sealed, InstantSource clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** Keeps it in place of an earlier one, which is good for nothing from now on. */
    void put(Invitation invitation, String link, String code) {
        jdbc.update(
                """
                insert into invitation (project_id, person_id, email, created, expires, mail, link_hash, code)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (project_id, person_id) do update set
                    email = excluded.email, created = excluded.created, expires = excluded.expires,
                    mail = excluded.mail, link_hash = excluded.link_hash, code = excluded.code, wrong_codes = 0""",
                invitation.project(),
                invitation.person(),
                invitation.email(),
                time(invitation.created()),
                time(invitation.expires()),
                invitation.mail(),
                Secrets.hash(link),
                sealed.seal(code));
    }

    Optional<Invitation> of(long project, String person) {
        return jdbc
                .query("select * from invitation where project_id = ? and person_id = ?", INVITATION, project, person)
                .stream()
                .findFirst();
    }

    /** The invitation that this proves, while it is good. Keeps others from using it until the transaction ends. */
    Optional<Invitation> proven(Proof proof) {
        return switch (proof) {
            case Proof.Link link ->
                jdbc
                        .query(
                                "select * from invitation where link_hash = ? and expires > ?" + FREE,
                                INVITATION,
                                Secrets.hash(link.secret()),
                                time(clock.instant()))
                        .stream()
                        .findFirst();
            case Proof.Code code -> byCode(code);
        };
    }

    private Optional<Invitation> byCode(Proof.Code typed) {
        List<Invitation> found = jdbc.query(
                "select * from invitation where lower(email) = lower(?) and expires > ? and wrong_codes < ?" + FREE,
                INVITATION,
                typed.email(),
                time(clock.instant()),
                MOST_WRONG_CODES);
        for (Invitation invitation : found) {
            if (isCode(invitation, typed.code())) {
                return Optional.of(invitation);
            }
            jdbc.update(
                    "update invitation set wrong_codes = wrong_codes + 1 where project_id = ? and person_id = ?",
                    invitation.project(),
                    invitation.person());
        }
        return Optional.empty();
    }

    private boolean isCode(Invitation invitation, String typed) {
        return jdbc
                .queryForList(
                        "select code from invitation where project_id = ? and person_id = ?",
                        byte[].class,
                        invitation.project(),
                        invitation.person())
                .stream()
                .map(sealed::open)
                .anyMatch(code -> MessageDigest.isEqual(bytes(code), bytes(typed)));
    }

    void delete(long project, String person) {
        jdbc.update("delete from invitation where project_id = ? and person_id = ?", project, person);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
