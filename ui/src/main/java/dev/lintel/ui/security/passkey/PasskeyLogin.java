package dev.lintel.ui.security.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsChecker;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.stereotype.Component;

/**
 * Makes Spring Security's filters for logging in with a passkey. Its filters for adding and removing passkeys are left out:
 * they would not ask for the password.
 */
@Component
public class PasskeyLogin {
    private final RelyingParty party;
    private final UserDetailsService logins;

    PasskeyLogin(RelyingParty party, UserDetailsService logins) {
        this.party = party;
        this.logins = logins;
    }

    /** Answers {@code POST /webauthn/authenticate/options} with a challenge. */
    public PublicKeyCredentialRequestOptionsFilter challenge() {
        return new PublicKeyCredentialRequestOptionsFilter(party);
    }

    /** Takes the answer to the challenge at {@code POST /login/webauthn}. */
    public WebAuthnAuthenticationFilter answer(UserDetailsChecker checks) {
        WebAuthnAuthenticationFilter filter = new WebAuthnAuthenticationFilter();
        filter.setAuthenticationManager(shown -> authenticate((WebAuthnAuthenticationRequestToken) shown, checks));
        return filter;
    }

    private Authentication authenticate(WebAuthnAuthenticationRequestToken shown, UserDetailsChecker checks) {
        UserDetails owner = logins.loadUserByUsername(owner(shown).getName());
        checks.check(owner);
        var token = UsernamePasswordAuthenticationToken.authenticated(owner, null, owner.getAuthorities());
        token.setDetails(new WebAuthenticationDetails(RelyingParty.request()));
        return token;
    }

    private PublicKeyCredentialUserEntity owner(WebAuthnAuthenticationRequestToken shown) {
        try {
            @Nullable PublicKeyCredentialUserEntity owner = party.authenticate(shown.getWebAuthnRequest());
            if (owner != null) {
                return owner;
            }
        } catch (RuntimeException refused) {
            // the verifier says no in some thirty ways, and none of them is for strangers to know
            throw new BadCredentialsException("the passkey cannot be verified", refused);
        }
        throw new BadCredentialsException("the passkey is nobody's");
    }
}
