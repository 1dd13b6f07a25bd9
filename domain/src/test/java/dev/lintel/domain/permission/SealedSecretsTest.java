package dev.lintel.domain.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
    private final SealedSecrets secrets = new SealedSecrets(key());

    @Test
    void opensWhatItSealed() {
        assertThat(secrets.open(secrets.seal("пароль"))).isEqualTo("пароль");
        assertThat(secrets.open(secrets.seal(""))).isEmpty();
    }

    @Test
    void neverLooksTheSameTwice() {
        assertThat(secrets.seal("same")).isNotEqualTo(secrets.seal("same"));
    }

    @Test
    void refusesWhatWasChangedOrSealedElsewhere() {
        byte[] sealed = secrets.seal("secret");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> secrets.open(sealed)).isInstanceOf(IllegalStateException.class);
        byte[] foreign = new SealedSecrets(key()).seal("secret");
        assertThatThrownBy(() -> secrets.open(foreign)).isInstanceOf(IllegalStateException.class);
    }

    private static SecretKeySpec key() {
        return new SecretKeySpec(Secrets.random(32), "AES");
    }
}
