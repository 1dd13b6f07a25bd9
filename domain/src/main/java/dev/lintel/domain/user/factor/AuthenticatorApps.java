package dev.lintel.domain.user.factor;

import dev.lintel.domain.permission.SealedSecrets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The authenticator apps of accounts, one each. The secret is sealed, since the server must read it to check a code. */
@Component
class AuthenticatorApps {
    private final JdbcTemplate jdbc;
    private final SealedSecrets seal;

    AuthenticatorApps(JdbcTemplate jdbc, SealedSecrets seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /** Since when the account has one; null when it has none. */
    @Nullable
    Instant since(long account) {
        return jdbc
                .queryForList("select since from authenticator_app where account_id = ?", OffsetDateTime.class, account)
                .stream()
                .findFirst()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** @return false when the code is wrong */
    boolean use(long account, AuthenticatorSecret secret, String code, Instant now) {
        OptionalLong step = secret.stepOf(plain(code), now);
        if (step.isEmpty()) {
            return false;
        }
        jdbc.update("""
                insert into authenticator_app (account_id, secret, last_step, since) values (?, ?, ?, ?)
                on conflict (account_id) do update
                set secret = excluded.secret, last_step = excluded.last_step, since = excluded.since""", account, seal.seal(secret.base32()), step.getAsLong(), now.atOffset(ZoneOffset.UTC));
        return true;
    }

    /** @return false when there was none */
    boolean remove(long account) {
        return jdbc.update("delete from authenticator_app where account_id = ?", account) == 1;
    }

    /** A code is good once, and none is good after a later one: the row remembers, whoever asks at the same time. */
    boolean accepts(long account, String code, Instant now) {
        return jdbc
                .queryForList("select secret from authenticator_app where account_id = ?", byte[].class, account)
                .stream()
                .map(stored -> new AuthenticatorSecret(seal.open(stored)).stepOf(plain(code), now))
                .anyMatch(step -> step.isPresent()
                        && jdbc.update(
                                        "update authenticator_app set last_step = ? where account_id = ? and last_step < ?",
                                        step.getAsLong(),
                                        account,
                                        step.getAsLong())
                                == 1);
    }

    /** Apps show a code in two halves. */
    private static String plain(String code) {
        return code.replace(" ", "");
    }
}
