package dev.lintel.domain.wallet;

import dev.lintel.domain.permission.SealedSecrets;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.wire.NewId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The passes that may be in wallets, and when each of them changed. */
@Repository
class WalletPassStore {
    /** What of an {@code identifier i} stands on a pass, in one text. */
    private static final String FACTS = """
            concat_ws('|', extract(epoch from i.valid_from), extract(epoch from i.valid_until), i.max_passes,
                i.passes_used, i.revoked, i.suspended, i.name)""";

    private final JdbcTemplate jdbc;
    private final SealedSecrets secrets;
    private final InstantSource clock;

    WalletPassStore(JdbcTemplate jdbc, SealedSecrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The pass as wallets know it, made now if there was none. */
    StoredPass of(long project, String identifier) {
        jdbc.update(
                "insert into wallet_pass (project_id, identifier_id, serial, token, facts, changed) select"
                        + " i.project_id, i.id, ?, ?, " + FACTS
                        + ", ? from identifier i where i.project_id = ? and i.id = ?"
                        + " on conflict do nothing",
                NewId.next(),
                secrets.seal(Secrets.token()),
                now(),
                project,
                identifier);
        return jdbc.query(
                        "select * from wallet_pass where project_id = ? and identifier_id = ?",
                        (row, number) -> pass(row, secrets),
                        project,
                        identifier)
                .getFirst();
    }

    Optional<StoredPass> bySerial(String serial) {
        return jdbc
                .query("select * from wallet_pass where serial = ?", (row, number) -> pass(row, secrets), serial)
                .stream()
                .findFirst();
    }

    /** Notes which passes have become others since somebody looked. */
    List<StoredPass> changed() {
        return jdbc.query(
                "update wallet_pass w set facts = " + FACTS + ", changed = ? from identifier i"
                        + " where i.project_id = w.project_id and i.id = w.identifier_id and w.facts <> " + FACTS
                        + " and exists (select from wallet_device d where d.serial = w.serial) returning w.*",
                (row, number) -> pass(row, secrets),
                now());
    }

    /** The same for one pass, whether or not anybody wants to be told. */
    List<StoredPass> changed(String serial) {
        return jdbc.query(
                "update wallet_pass w set facts = " + FACTS + ", changed = ? from identifier i"
                        + " where i.project_id = w.project_id and i.id = w.identifier_id and w.facts <> " + FACTS
                        + " and w.serial = ? returning w.*",
                (row, number) -> pass(row, secrets),
                now(),
                serial);
    }

    /** Notes which guest passes have been deleted since somebody looked. */
    List<StoredPass> ended() {
        return jdbc.query(
                "update wallet_pass set ended = ?, changed = ? where project_id is null and ended is null returning *",
                (row, number) -> pass(row, secrets),
                now(),
                now());
    }

    /** Lets go of what ended before that. */
    void forget(Instant before) {
        jdbc.update("delete from wallet_pass where project_id is null and ended < ?", time(before));
    }

    static StoredPass pass(ResultSet row, SealedSecrets secrets) throws SQLException {
        String identifier = row.getString("identifier_id");
        return new StoredPass(
                identifier == null ? null : new StoredPass.Shown(row.getLong("project_id"), identifier),
                row.getString("serial"),
                secrets.open(row.getBytes("token")),
                row.getObject("changed", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return time(clock.instant());
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
