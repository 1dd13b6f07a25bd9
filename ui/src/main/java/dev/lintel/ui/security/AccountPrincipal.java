package dev.lintel.ui.security;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person who logs in, or has logged in. Permissions are asked of the actor, so there are no authorities. */
final class AccountPrincipal implements UserDetails, CredentialsContainer, ActingPrincipal {
    private static final long serialVersionUID = 1L;

    private final long id;
    private final String login;
    private final boolean oneTimePassword;
    private final boolean suspended;
    private final transient Actor actor;
    private @Nullable String passwordHash;

    AccountPrincipal(Account account, Actor actor, boolean suspended) {
        this.id = account.id();
        this.login = account.login();
        this.oneTimePassword = account.mustChangePassword();
        this.suspended = suspended;
        this.actor = actor;
        this.passwordHash = account.passwordHash();
    }

    /** Number of the account. */
    long id() {
        return id;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    /** Whether the login was made with a password that is good for nothing but choosing another. */
    boolean cameWithOneTimePassword() {
        return oneTimePassword;
    }

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public boolean isEnabled() {
        return !suspended;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountPrincipal account && id == account.id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
