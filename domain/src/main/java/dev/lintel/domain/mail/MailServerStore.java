package dev.lintel.domain.mail;

import dev.lintel.domain.permission.SealedSecrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the way to the mail server, its password sealed. */
@Repository
class MailServerStore {
    /** What is kept. */
    record Found(MailServer server, @Nullable String password, int version) {}

    private final JdbcTemplate jdbc;
    private final SealedSecrets secrets;

    MailServerStore(JdbcTemplate jdbc, SealedSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    Optional<Found> find() {
        return jdbc
                .query("select * from mail_server", (row, number) -> {
                    byte[] sealed = row.getBytes("password");
                    MailServer server = new MailServer(
                            row.getString("host"),
                            row.getInt("port"),
                            MailEncryption.valueOf(row.getString("encryption")),
                            row.getString("login"),
                            row.getString("sender_address"),
                            row.getString("sender_name"),
                            row.getString("reply_to"),
                            row.getBoolean("plain_password"));
                    return new Found(server, sealed == null ? null : secrets.open(sealed), row.getInt("version"));
                })
                .stream()
                .findFirst();
    }

    /** @return false when what is kept has another version than the one given; 0 is that of nothing */
    boolean save(MailServer server, @Nullable String password, int version) {
        return jdbc.update(
                        """
                        insert into mail_server (host, port, encryption, login, password, sender_address, sender_name,
                            reply_to, plain_password, version)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, 1 where ? = 0 or exists (select from mail_server)
                        on conflict (only_one) do update set host = excluded.host, port = excluded.port,
                            encryption = excluded.encryption, login = excluded.login, password = excluded.password,
                            sender_address = excluded.sender_address, sender_name = excluded.sender_name,
                            reply_to = excluded.reply_to, plain_password = excluded.plain_password,
                            version = mail_server.version + 1
                        where mail_server.version = ?""",
                        server.host(),
                        server.port(),
                        server.encryption().name(),
                        server.user(),
                        password == null ? null : secrets.seal(password),
                        server.senderAddress(),
                        server.senderName(),
                        server.replyTo(),
                        server.plainPassword(),
                        version,
                        version)
                > 0;
    }

    void delete() {
        jdbc.update("delete from mail_server");
    }
}
