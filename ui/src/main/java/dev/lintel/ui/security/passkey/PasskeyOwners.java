package dev.lintel.ui.security.passkey;

import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.factor.Passkeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as authenticators know them: by a handle, with their login to be shown. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final Accounts accounts;
    private final Passkeys passkeys;

    PasskeyOwners(Accounts accounts, Passkeys passkeys) {
        this.accounts = accounts;
        this.passkeys = passkeys;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return passkeys.ownerOf(handle.getBytes())
                .flatMap(accounts::byId)
                .map(account -> entity(account, handle))
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return accounts.byLogin(login)
                .map(account -> entity(account, new Bytes(passkeys.ownHandle(accounts.actor(account)))))
                .orElse(null);
    }

    private static PublicKeyCredentialUserEntity entity(Account account, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(account.login())
                .displayName(account.login())
                .build();
    }

    /** Never asked for: every account has a handle as soon as one is looked for. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException();
    }

    /** Never asked for: a handle goes with its account. */
    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException();
    }
}
