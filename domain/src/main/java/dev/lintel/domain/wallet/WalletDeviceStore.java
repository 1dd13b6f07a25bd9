package dev.lintel.domain.wallet;

import dev.lintel.domain.permission.SealedSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The phones that want to be told of passes, and who is still to be told. */
@Repository
class WalletDeviceStore {
    private final JdbcTemplate jdbc;
    private final SealedSecrets secrets;
    private final InstantSource clock;

    WalletDeviceStore(JdbcTemplate jdbc, SealedSecrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @return false when the phone was registered already; its push token is the new one then */
    boolean add(StoredPass pass, String device, String pushToken) {
        boolean known = jdbc.update(
                        "update wallet_device set push_token = ? where serial = ? and device = ?",
                        pushToken,
                        pass.serial(),
                        device)
                > 0;
        return !known && jdbc.update("""
                                insert into wallet_device (serial, device, push_token, registered)
                                values (?, ?, ?, ?) on conflict do nothing""", pass.serial(), device, pushToken, now()) > 0;
    }

    void remove(StoredPass pass, String device) {
        jdbc.update("delete from wallet_device where serial = ? and device = ?", pass.serial(), device);
    }

    /** What has changed after that of the passes of a phone. */
    List<StoredPass> passes(String device, Instant after) {
        return jdbc.query(
                """
                select w.* from wallet_device d join wallet_pass w on w.serial = d.serial
                where d.device = ? and w.changed > ? order by w.changed""", (row, number) -> WalletPassStore.pass(row, secrets), device, WalletPassStore.time(after));
    }

    /** All phones with the pass are to be told at once. */
    void tell(StoredPass pass) {
        jdbc.update("update wallet_device set push_due = ?, attempts = 0 where serial = ?", now(), pass.serial());
    }

    /** Takes what is due, so that no other node does until the time is over. */
    List<DuePush> claim(int most, Duration time) {
        return jdbc.query(
                """
                update wallet_device d set push_due = ?, attempts = attempts + 1
                where (d.serial, d.device) in (
                    select serial, device from wallet_device where push_due <= ?
                    order by push_due limit ? for update skip locked)
                returning *""",
                (row, number) -> new DuePush(
                        row.getString("serial"),
                        row.getString("device"),
                        row.getString("push_token"),
                        row.getInt("attempts")),
                now().plus(time),
                now(),
                most);
    }

    /** @param next when to try again; null is never. A change in the meantime has the last word. */
    void done(DuePush push, @Nullable Instant next) {
        jdbc.update(
                """
                update wallet_device set push_due = ?::timestamptz
                where serial = ? and device = ? and attempts = ?""", next == null ? null : WalletPassStore.time(next), push.serial(), push.device(), push.attempt());
    }

    void gone(DuePush push) {
        jdbc.update(
                "delete from wallet_device where serial = ? and device = ? and push_token = ?",
                push.serial(),
                push.device(),
                push.pushToken());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
