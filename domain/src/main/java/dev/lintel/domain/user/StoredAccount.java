package dev.lintel.domain.user;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An account as it is kept. */
@Entity
@Table(name = "account")
class StoredAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String login;
    private String passwordHash;
    private boolean mustChangePassword;
    private String locale;
    private @Nullable Long projectId;
    private @Nullable String personId;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected StoredAccount() {}

    long id() {
        return id;
    }

    String passwordHash() {
        return passwordHash;
    }

    /** The person has chosen a password of their own. */
    void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
    }

    void speak(Locale language) {
        locale = language.toLanguageTag();
    }

    Account account() {
        return new Account(
                id, login, passwordHash, mustChangePassword, Locale.forLanguageTag(locale), projectId, personId);
    }
}
