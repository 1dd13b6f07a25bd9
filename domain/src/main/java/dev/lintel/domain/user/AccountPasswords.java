package dev.lintel.domain.user;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Opens accounts with a password that people chose, and replaces it; for services that know who they have before them. */
@Component
public class AccountPasswords {
    private final JdbcTemplate jdbc;
    private final PasswordEncoder passwords;
    private final InstantSource clock;

    AccountPasswords(JdbcTemplate jdbc, PasswordEncoder passwords, InstantSource clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Opens the account of a person, who has accepted the terms.
     *
     * @param email the login, kept in lower case
     * @return number of the account
     * @throws PasswordRefusedException when the password is too weak
     */
    public long open(long project, String person, String email, String password, Locale language) {
        String login = email.toLowerCase(Locale.ROOT);
        PasswordRules.check(login, password);
        Long account = jdbc.queryForObject(
                """
                insert into account (login, email, password_hash, must_change_password, locale, project_id, person_id,
                                     terms_accepted)
                values (?, ?, ?, false, ?, ?, ?, ?) returning id""",
                Long.class,
                login,
                login,
                passwords.encode(password),
                language.toLanguageTag(),
                project,
                person,
                clock.instant().atOffset(ZoneOffset.UTC));
        return Objects.requireNonNull(account);
    }

    /** @throws PasswordRefusedException when the password is too weak */
    public void replace(Account account, String password) {
        PasswordRules.check(account.login(), password);
        jdbc.update(
                "update account set password_hash = ?, must_change_password = false where id = ?",
                passwords.encode(password),
                account.id());
    }

    /** Whoever runs the server has another e-mail address now, and keeps the login. */
    public void readdress(long account, String email) {
        jdbc.update("update account set email = ? where id = ?", email, account);
    }

    /** The person has another e-mail address now, and logs in with that. */
    public void rename(long account, String email) {
        String login = email.toLowerCase(Locale.ROOT);
        jdbc.update("update account set login = ?, email = ? where id = ?", login, login, account);
    }
}
