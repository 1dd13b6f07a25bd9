package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The accounts that log in to the web application. */
@Service
public class Accounts {
    /** Makes the one administrator of a new server. Empty when there is an account already; else the one-time password. */
    public Optional<String> createFirstAdministrator() {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> byLogin(String login) {
        throw new UnsupportedOperationException();
    }

    /** What the account may do. */
    public Actor actor(Account account) {
        throw new UnsupportedOperationException();
    }

    /** @throws PasswordRefusedException when the current password is wrong or the new one too weak */
    public void changePassword(String login, String current, String chosen) {
        throw new UnsupportedOperationException();
    }

    public void changeLocale(String login, Locale locale) {
        throw new UnsupportedOperationException();
    }
}
