package dev.lintel.domain.user.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorSecretTest {
    /** The secret of RFC 6238, appendix B. */
    private static final AuthenticatorSecret SECRET =
            new AuthenticatorSecret(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    /** The last six digits of the eight there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(SECRET.code(second / 30)).isEqualTo(code);
    }

    @Test
    void forgivesOneStepAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        long step = now.getEpochSecond() / 30;

        assertThat(SECRET.stepOf(SECRET.code(step - 1), now)).hasValue(step - 1);
        assertThat(SECRET.stepOf(SECRET.code(step + 1), now)).hasValue(step + 1);
        assertThat(SECRET.stepOf(SECRET.code(step - 2), now)).isEmpty();
        assertThat(SECRET.stepOf(SECRET.code(step + 2), now)).isEmpty();
        assertThat(SECRET.stepOf("", now)).isEmpty();
    }

    @Test
    void tellsAppsWhatTheyNeed() {
        assertThat(SECRET.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(SECRET.uri("anna bell"))
                .isEqualTo("otpauth://totp/Lintel:anna%20bell?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lintel");
    }

    @Test
    void secretsAreRandomAndKeepQuiet() {
        AuthenticatorSecret one = AuthenticatorSecret.random();

        assertThat(one.base32())
                .matches("[A-Z2-7]{32}")
                .isNotEqualTo(AuthenticatorSecret.random().base32());
        assertThat(one).asString().doesNotContain(one.base32());
    }
}
