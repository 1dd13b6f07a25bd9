package dev.lintel.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lintel.domain.mail.MailRefusedException.Problem;
import dev.lintel.domain.mail.MailRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {
    @Test
    void namesEverythingThatIsWrongAtOnce() {
        MailRefusedException refused = catchThrowableOfType(
                MailRefusedException.class,
                () -> new MailServer(
                        "mail host",
                        0,
                        MailEncryption.TLS,
                        "a\nb",
                        "nobody",
                        "Door\r\nBcc: all@example.org",
                        "x@",
                        false));

        assertThat(refused.problems())
                .containsExactly(
                        new Problem("host", Reason.HOST_MALFORMED, "mail host"),
                        new Problem("port", Reason.PORT_OUT_OF_RANGE, "0"),
                        new Problem("user", Reason.CONTROL_CHARACTER, "a\nb"),
                        new Problem("senderAddress", Reason.ADDRESS_MALFORMED, "nobody"),
                        new Problem("senderName", Reason.CONTROL_CHARACTER, "Door\r\nBcc: all@example.org"),
                        new Problem("replyTo", Reason.ADDRESS_MALFORMED, "x@"));
    }

    @Test
    void sendsAPasswordInTheClearToThisMachineOnlyOrWhereSomebodyAllowedIt() {
        assertThat(catchThrowableOfType(
                                MailRefusedException.class,
                                () -> server("mail.example.org", MailEncryption.NONE, "door", false))
                        .problems())
                .containsExactly(new Problem("encryption", Reason.PASSWORD_UNPROTECTED, "mail.example.org"));
        assertThat(server("mail.example.org", MailEncryption.NONE, "door", true).plainPassword())
                .isTrue();
        assertThat(server("127.0.0.1", MailEncryption.NONE, "door", false).user())
                .isEqualTo("door");
        assertThat(server("mail.example.org", MailEncryption.NONE, " ", false).user())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.org", "o'neil+doors@mail.example.co.uk", "x@localhost", "ольга@example.org"})
    void takesAddressesThatMailServersTake(String address) {
        assertThat(MailAddress.isValid(address)).isEqualTo(address.charAt(0) != 'о');
    }

    @ParameterizedTest
    @CsvSource({
        "anna",
        "@example.org",
        "anna@",
        "anna@-example.org",
        "anna@example..org",
        ".anna@example.org",
        "an na@example.org",
        "'a@b.org,c@d.org'",
        "<a@b.org>",
        "'Anna <a@b.org>'"
    })
    void takesNothingElseForAnAddress(String text) {
        assertThat(MailAddress.isValid(text)).isFalse();
    }

    @Test
    void takesNoLineBreakInAnAddress() {
        assertThat(MailAddress.isValid("anna@example.org\r\nBcc: all@example.org"))
                .isFalse();
        assertThat(MailAddress.isValid("anna\n@example.org")).isFalse();
    }

    private static MailServer server(String host, MailEncryption encryption, String user, boolean plain) {
        return new MailServer(host, 25, encryption, user, "door@example.org", "", null, plain);
    }
}
