package dev.lintel.ui.security;

import org.springframework.security.core.AuthenticationException;

/** The password was right, but the account wants more than a password: nobody is logged in yet. */
final class SecondFactorNeededException extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final long account;

    SecondFactorNeededException(long account) {
        super("a second factor is needed");
        this.account = account;
    }

    long account() {
        return account;
    }
}
