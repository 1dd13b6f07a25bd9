package dev.lintel.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.identifier.IdentifierType;
import org.junit.jupiter.api.Test;

class PresentedTest {
    @Test
    void hidesACodeWithItsLength() {
        assertThat(Presented.masked(IdentifierType.ACCESS_CODE, "1"))
                .isEqualTo(Presented.masked(IdentifierType.ACCESS_CODE, "123456789"))
                .isEqualTo("••••");
    }

    @Test
    void showsTheBeginningOfAQrText() {
        assertThat(Presented.masked(IdentifierType.QR, "5f2b1c9e-0000-4000-8000-000000000000"))
                .isEqualTo("5f2b1c9e…");
    }

    @Test
    void showsHalfOfAShortQrTextAtMost() {
        assertThat(Presented.masked(IdentifierType.QR, "12345678")).isEqualTo("1234…");
        assertThat(Presented.masked(IdentifierType.QR, "1")).isEqualTo("…");
    }

    @Test
    void showsCardsAndPlatesWhole() {
        assertThat(Presented.masked(IdentifierType.CARD, "02:B0:A5:FD")).isEqualTo("02:B0:A5:FD");
        assertThat(Presented.masked(IdentifierType.LICENCE_PLATE, "АА 1234 ВВ")).isEqualTo("АА 1234 ВВ");
    }

    @Test
    void cutsBetweenCharactersAndReplacesWhatCannotBeSeen() {
        assertThat(Presented.masked(IdentifierType.UKEY, "🔑".repeat(70))).isEqualTo("🔑".repeat(64));
        assertThat(Presented.masked(IdentifierType.CARD, "1\r\n2\u202E3\uD8004"))
                .isEqualTo("1\uFFFD\uFFFD2\uFFFD3\uFFFD4");
    }
}
