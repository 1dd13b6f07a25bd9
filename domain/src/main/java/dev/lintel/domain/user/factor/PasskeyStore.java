package dev.lintel.domain.user.factor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The passkeys that are kept, and by which handles authenticators know their owners. */
@Repository
class PasskeyStore {
    private static final String RECORD = """
            select o.handle, p.credential_id, p.name, p.public_key, p.attestation, p.signature_count, p.backed_up
            from passkey p join passkey_owner o using (account_id) where\s""";

    private static final RowMapper<PasskeyRecord> RECORDS = (row, number) -> new PasskeyRecord(
            row.getBytes("handle"),
            row.getBytes("credential_id"),
            row.getString("name"),
            row.getBytes("public_key"),
            row.getBytes("attestation"),
            row.getLong("signature_count"),
            row.getBoolean("backed_up"));

    private final JdbcTemplate jdbc;

    PasskeyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The account's handle, which is the one suggested if it has none yet. */
    byte[] handle(long account, byte[] suggested) {
        jdbc.update(
                "insert into passkey_owner (account_id, handle) values (?, ?) on conflict (account_id) do nothing",
                account,
                suggested);
        return DataAccessUtils.requiredSingleResult(
                jdbc.queryForList("select handle from passkey_owner where account_id = ?", byte[].class, account));
    }

    Optional<Long> ownerOf(byte[] handle) {
        return jdbc
                .queryForList("select account_id from passkey_owner where handle = ?", Long.class, (Object) handle)
                .stream()
                .findFirst();
    }

    void add(long account, PasskeyRecord passkey, Instant created) {
        jdbc.update(
                """
                insert into passkey (account_id, credential_id, name, public_key, attestation, signature_count,
                    backed_up, created)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                account,
                passkey.credential(),
                passkey.name(),
                passkey.publicKey(),
                passkey.attestation(),
                passkey.signatureCount(),
                passkey.backedUp(),
                time(created));
    }

    /** @return the name that it had; empty when the account has no such passkey */
    Optional<String> delete(long account, long id) {
        return jdbc
                .queryForList(
                        "delete from passkey where account_id = ? and id = ? returning name", String.class, account, id)
                .stream()
                .findFirst();
    }

    void used(byte[] credential, long signatureCount, Instant at) {
        jdbc.update(
                "update passkey set signature_count = ?, last_used = ? where credential_id = ?",
                signatureCount,
                time(at),
                credential);
    }

    List<Passkey> of(long account) {
        return jdbc.query(
                "select id, name, backed_up, created, last_used from passkey where account_id = ? order by id",
                (row, number) -> {
                    OffsetDateTime lastUsed = row.getObject("last_used", OffsetDateTime.class);
                    return new Passkey(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getBoolean("backed_up"),
                            row.getObject("created", OffsetDateTime.class).toInstant(),
                            lastUsed == null ? null : lastUsed.toInstant());
                },
                account);
    }

    List<PasskeyRecord> records(byte[] handle) {
        return jdbc.query(RECORD + "o.handle = ? order by p.id", RECORDS, (Object) handle);
    }

    Optional<PasskeyRecord> record(byte[] credential) {
        return jdbc.query(RECORD + "p.credential_id = ?", RECORDS, (Object) credential).stream()
                .findFirst();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
