package dev.lintel.domain.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.domain.wallet.WalletRefusedException.Problem;
import dev.lintel.domain.wallet.WalletRefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GA-3")
class AppleCertificateTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:30:00Z");
    private static final TestAuthority APPLE = new TestAuthority();

    @Test
    void tellsPassTypeAndTeam() throws Exception {
        AppleCertificate read =
                AppleCertificate.read(TestAuthority.file(APPLE.forPasses()), TestAuthority.PASSWORD, pem(APPLE), NOW);

        assertThat(read.passType()).isEqualTo("pass.org.example.doors");
        assertThat(read.team()).isEqualTo("A1B2C3D4E5");
        assertThat(read.intermediate()).isEqualTo(APPLE.certificate());
    }

    @Test
    void refusesByFieldAndReason() throws Exception {
        byte[] good = TestAuthority.file(APPLE.forPasses());
        byte[] old = TestAuthority.file(APPLE.issued("UID=pass.x,OU=T,CN=Old", NOW.minusSeconds(1)));
        byte[] other = TestAuthority.file(APPLE.issued("CN=www.example.org,OU=T", NOW.plusSeconds(60)));

        refused(good, "wrong", pem(APPLE), Field.PASSWORD, Reason.WRONG_PASSWORD, "");
        refused(new byte[] {1, 2, 3}, "", pem(APPLE), Field.CERTIFICATE, Reason.UNREADABLE, "");
        refused(old, TestAuthority.PASSWORD, pem(APPLE), Field.CERTIFICATE, Reason.EXPIRED, "2026-01-05T09:29:59Z");
        refused(other, TestAuthority.PASSWORD, pem(APPLE), Field.CERTIFICATE, Reason.NOT_FOR_PASSES, "www.example.org");
        refused(good, TestAuthority.PASSWORD, null, Field.INTERMEDIATE, Reason.MISSING, "");
        refused(good, TestAuthority.PASSWORD, new byte[] {1}, Field.INTERMEDIATE, Reason.UNREADABLE, "");
        refused(
                good,
                TestAuthority.PASSWORD,
                pem(new TestAuthority()),
                Field.INTERMEDIATE,
                Reason.NOT_ITS_ISSUER,
                "Test Relations Certification Authority");
    }

    private static void refused(
            byte[] file, String password, byte @Nullable [] intermediate, Field field, Reason reason, String value) {
        WalletRefusedException refused = catchThrowableOfType(
                WalletRefusedException.class, () -> AppleCertificate.read(file, password, intermediate, NOW));
        assertThat(refused.problems()).containsExactly(new Problem(field, reason, value));
    }

    private static byte[] pem(TestAuthority authority) throws Exception {
        return TestAuthority.pem(authority.certificate()).getBytes(StandardCharsets.UTF_8);
    }
}
