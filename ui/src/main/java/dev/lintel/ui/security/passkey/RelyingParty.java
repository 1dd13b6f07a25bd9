package dev.lintel.ui.security.passkey;

import dev.lintel.domain.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whom passkeys are for: the host of the server's URL, or that of the request while nobody has set one. A passkey lets its
 * owner in by itself, so the authenticator has to verify who holds it (by finger, face or PIN).
 */
@Component
class RelyingParty implements WebAuthnRelyingPartyOperations {
    private static final AuthenticatorSelectionCriteria VERIFIED = AuthenticatorSelectionCriteria.builder()
            .residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED)
            .build();

    private final PasskeyOwners owners;
    private final PasskeyCredentials credentials;
    private final Settings settings;

    RelyingParty(PasskeyOwners owners, PasskeyCredentials credentials, Settings settings) {
        this.owners = owners;
        this.credentials = credentials;
        this.settings = settings;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return here().createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        return here().registerCredential(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return here().createCredentialRequestOptions(request);
    }

    @Override
    @SuppressWarnings("NullAway") // what it hands on may be null, whatever the interface says
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        return here().authenticate(request);
    }

    private Webauthn4JRelyingPartyOperations here() {
        @Nullable URI url = settings.inForce().serverUrl();
        HttpServletRequest request = request();
        String host = url == null ? request.getServerName() : url.getHost();
        var operations = new Webauthn4JRelyingPartyOperations(
                owners,
                credentials,
                PublicKeyCredentialRpEntity.builder().id(host).name("Lintel").build(),
                url == null ? origins(request) : Set.of(url.getScheme() + "://" + url.getRawAuthority()));
        operations.setCustomizeCreationOptions(options -> options.authenticatorSelection(VERIFIED));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** The request of this thread: the library does not hand it on. */
    static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** Behind a proxy the request does not know that it came over HTTPS; browsers offer passkeys on no other to strangers. */
    private static Set<String> origins(HttpServletRequest request) {
        @Nullable String host = request.getHeader("Host");
        return host == null ? Set.of() : Set.of("https://" + host, "http://" + host);
    }
}
