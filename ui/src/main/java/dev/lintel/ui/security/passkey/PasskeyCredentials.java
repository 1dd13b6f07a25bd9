package dev.lintel.ui.security.passkey;

import dev.lintel.domain.user.factor.PasskeyRecord;
import dev.lintel.domain.user.factor.Passkeys;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys as Spring Security knows them. */
@Component
class PasskeyCredentials implements UserCredentialRepository {
    private final Passkeys passkeys;

    PasskeyCredentials(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return passkeys.byCredential(credential.getBytes())
                .map(PasskeyCredentials::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys.of(handle.getBytes()).stream()
                .map(PasskeyCredentials::record)
                .toList();
    }

    /** A use is noted here. A new passkey is added by {@link PasskeyRegistration}, together with what belongs to it. */
    @Override
    public void save(CredentialRecord used) {
        passkeys.used(used.getCredentialId().getBytes(), used.getSignatureCount());
    }

    /** Never asked for: removing one asks for the password. */
    @Override
    public void delete(Bytes credential) {
        throw new UnsupportedOperationException();
    }

    private static CredentialRecord record(PasskeyRecord passkey) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(passkey.credential()))
                .userEntityUserId(new Bytes(passkey.owner()))
                .publicKey(new ImmutablePublicKeyCose(passkey.publicKey()))
                .attestationObject(new Bytes(passkey.attestation()))
                .signatureCount(passkey.signatureCount())
                .uvInitialized(true)
                .transports(Set.of())
                .backupEligible(passkey.backedUp())
                .backupState(passkey.backedUp())
                .label(passkey.name())
                .build();
    }
}
