package dev.lintel.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierIndexTest {
    /** A Mifare card with the UID 1E A6 86 71, stored as its decimal number. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "514229873",
                "0514229873",
                "1EA68671",
                "1ea68671",
                "0x1EA68671",
                "1E:A6:86:71",
                "1E-A6-86-71",
                "1E A6 86 71",
                "7186A61E",
                "71:86:A6:1E",
                "1904649758",
                "00-00-00-1E-A6-86-71",
                "71-86-A6-1E-00-00-00",
                "166,34417",
                "166+34417",
                "166/34417",
                "166-34417",
                "134,42526"
            })
    void findsTheSameCardInEveryNotation(String presented) {
        IdentifierIndex index = IdentifierIndex.EMPTY.with(card("i1", "514229873"));

        assertThat(index.find(IdentifierType.CARD, presented)).isEqualTo("i1");
    }

    /** An EM-Marin card whose chip holds 01 02 B0 A5 FD: the label shows ten digits of four bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"0102B0A5FD", "0004340098557", "0045131261", "00688,42493", "176,42493"})
    void findsAnEmCardByItsLabel(String presented) {
        IdentifierIndex index = IdentifierIndex.EMPTY.with(card("i1", "01:02:B0:A5:FD"));

        assertThat(index.find(IdentifierType.CARD, presented)).isEqualTo("i1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11576829", "45131261", "02B0A5FD", "FDA5B002", "176,42493", "B0:A5:FD"})
    void findsACardOfWhichOnlyTheThreeAndFiveFormIsKnown(String presented) {
        IdentifierIndex index = IdentifierIndex.EMPTY.with(card("i1", "176,42493"));

        assertThat(index.find(IdentifierType.CARD, presented)).isEqualTo("i1");
    }

    @Test
    void findsNobodyWhenTheThreeAndFiveFormCouldMeanTwoCards() {
        IdentifierIndex index =
                IdentifierIndex.EMPTY.with(card("i1", "01B0A5FD")).with(card("i2", "02B0A5FD"));

        assertThat(index.find(IdentifierType.CARD, "176,42493")).isNull();
        assertThat(index.without(card("i2", "02B0A5FD")).find(IdentifierType.CARD, "176,42493"))
                .isEqualTo("i1");
    }

    /** Among many cards there are always two whose bytes are each other's, turned round. */
    @Test
    void tellsTwoCardsApartThatAreEachOthersBytesTurnedRound() {
        IdentifierIndex index =
                IdentifierIndex.EMPTY.with(card("i1", "1EA68671")).with(card("i2", "7186A61E"));

        assertThat(index.find(IdentifierType.CARD, "514229873")).isEqualTo("i1");
        assertThat(index.find(IdentifierType.CARD, "1904649758")).isEqualTo("i2");
    }

    @ParameterizedTest
    @CsvSource({
        "LICENCE_PLATE, ab 12-cde, AB12CDE",
        "LICENCE_PLATE, AB12 CDE, ab–12–cde",
        "UKEY, 00:1a:2b:3c:4d:5e:6f, 001A2B3C4D5E6F",
        "QR, 0F8FAD5B-D9CB-469F-A165-70867728950E, 0f8fad5b-d9cb-469f-a165-70867728950e"
    })
    void ignoresWhatOnlyLooksDifferent(IdentifierType type, String stored, String presented) {
        IdentifierIndex index = IdentifierIndex.EMPTY.with(identifier("i1", type, stored));

        assertThat(index.find(type, presented)).isEqualTo("i1");
    }

    @Test
    void keepsTypesApartAndLeadingZerosOfCodes() {
        IdentifierIndex index = IdentifierIndex.EMPTY
                .with(card("i1", "1234"))
                .with(identifier("i2", IdentifierType.ACCESS_CODE, "0123"));

        assertThat(index.find(IdentifierType.ACCESS_CODE, "1234")).isNull();
        assertThat(index.find(IdentifierType.ACCESS_CODE, "123")).isNull();
        assertThat(index.find(IdentifierType.ACCESS_CODE, "0123")).isEqualTo("i2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "zebra", "99999999999999999999999", "1,2,3", "300,99999", "-1", "1e5.0"})
    void findsNothingForWhatIsNoCardNumber(String presented) {
        assertThat(IdentifierIndex.EMPTY.with(card("i1", "1")).find(IdentifierType.CARD, presented))
                .isNull();
    }

    @Test
    void aValueMayMoveFromOneIdentifierToAnotherInOneChange() {
        IdentifierIndex index = IdentifierIndex.EMPTY.with(card("i1", "77"));

        IdentifierIndex moved = index.with(card("i2", "77")).without(card("i1", "77"));

        assertThat(moved.find(IdentifierType.CARD, "77")).isEqualTo("i2");
    }

    private static Identifier card(String id, String value) {
        return identifier(id, IdentifierType.CARD, value);
    }

    private static Identifier identifier(String id, IdentifierType type, String value) {
        return new Identifier(id, "u1", type, value, null, null, null, 0, false, false, null);
    }
}
