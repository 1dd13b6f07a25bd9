package dev.lintel.ui.security.passkey;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.factor.PasskeyRecord;
import dev.lintel.domain.user.factor.SecondFactors;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Adds a passkey to the account of somebody who is logged in and has shown the password again. */
@Component
public class PasskeyRegistration {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final RelyingParty party;
    private final SecondFactors factors;

    PasskeyRegistration(RelyingParty party, SecondFactors factors) {
        this.party = party;
        this.factors = factors;
    }

    /** What the browser did with the wish was not what was wished for. */
    public static final class PasskeyRefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        PasskeyRefusedException(Throwable cause) {
            super("the passkey cannot be verified", cause);
        }
    }

    /** A wish for a passkey of the actor, good for one answer. */
    public PublicKeyCredentialCreationOptions wish(Actor actor) {
        return party.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                UsernamePasswordAuthenticationToken.authenticated(actor.name(), null, List.of())));
    }

    /** The wish as browsers take it. */
    public String json(PublicKeyCredentialCreationOptions wish) {
        return json.writeValueAsString(wish);
    }

    /**
     * Verifies the answer of the browser and adds the passkey.
     *
     * @return recovery codes to be shown once; empty when there are some already
     */
    public List<String> add(Actor actor, PublicKeyCredentialCreationOptions wish, String answer, String name)
            throws PasskeyRefusedException {
        return factors.addPasskey(actor, verified(wish, answer, name));
    }

    private PasskeyRecord verified(PublicKeyCredentialCreationOptions wish, String answer, String name)
            throws PasskeyRefusedException {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.readValue(answer, new TypeReference<>() {});
            CredentialRecord record = party.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(wish, new RelyingPartyPublicKey(credential, name)));
            return new PasskeyRecord(
                    record.getUserEntityUserId().getBytes(),
                    record.getCredentialId().getBytes(),
                    name,
                    record.getPublicKey().getBytes(),
                    Objects.requireNonNull(record.getAttestationObject()).getBytes(),
                    record.getSignatureCount(),
                    record.isBackupState());
        } catch (JacksonException
                | IllegalArgumentException
                | com.webauthn4j.verifier.exception.VerificationException bad) {
            throw new PasskeyRefusedException(bad);
        }
    }
}
