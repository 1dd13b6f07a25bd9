package dev.lintel.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cards whose labels and readings are known: an EM-Marin fob, and a Mifare card that two readers read differently. */
@Tag("ID-1")
class CardFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"0045131261", "45131261", "02:B0:A5:FD", "0x02B0A5FD", "02-b0-a5-fd", "00688,42493"})
    void writesAnEmFobInEveryForm(String entered) {
        assertThat(forms(entered))
                .containsEntry(CardForm.DECIMAL, "0045131261")
                .containsEntry(CardForm.HEXADECIMAL, "02B0A5FD")
                .containsEntry(CardForm.PAIRS, "02:B0:A5:FD")
                .containsEntry(CardForm.REVERSED_HEXADECIMAL, "FDA5B002")
                .containsEntry(CardForm.WIEGAND_26, "176,42493")
                .containsEntry(CardForm.WIEGAND_34, "00688,42493")
                .hasSize(8);
    }

    @Test
    void writesAMifareCardInBothByteOrders() {
        assertThat(forms("1E:A6:86:71"))
                .containsEntry(CardForm.DECIMAL, "0514229873")
                .containsEntry(CardForm.REVERSED_DECIMAL, "1904649758")
                .containsEntry(CardForm.REVERSED_HEXADECIMAL, "7186A61E");
        assertThat(CardNumber.parse("1E:A6:86:71").orElseThrow().turned()).isEqualTo("71:86:A6:1E");
    }

    @Test
    void claimsNothingOfACardOfWhichThreeBytesAreKnown() {
        assertThat(forms("176,42493")).containsExactly(Map.entry(CardForm.WIEGAND_26, "176,42493"));
    }

    @Test
    void leavesOutWhatHasTooFewBitsForTheCard() {
        assertThat(forms("0004340098557"))
                .doesNotContainKey(CardForm.WIEGAND_34)
                .containsKey(CardForm.WIEGAND_37);
        assertThat(forms("04:A2:24:5A:1B:5E:80")).doesNotContainKey(CardForm.WIEGAND_37);
    }

    @ParameterizedTest
    @CsvSource({
        "H10301, 176, 42493, '176,42493', 11576829",
        "H10301, 256, 1, , ",
        "H10301, 1, 65536, , ",
        "H10306, 688, 42493, 45131261, 45131261",
        "H10306, 65536, 1, , ",
        "H10302, 0, 34359738367, 34359738367, 34359738367",
        "H10302, 1, 1, , ",
        "H10304, 65535, 524287, 34359738367, 34359738367",
        "H10304, 2, 7, 1048583, 1048583",
    })
    void putsFacilityAndNumberTogetherAsTheReaderWould(
            WiegandFormat format, long facility, long number, String value, Long whole) {
        assertThat(format.value(facility, number).orElse(null)).isEqualTo(value);
        if (value != null) {
            assertThat(CardNumber.parse(value).orElseThrow().value()).isEqualTo(whole);
            assertThat(format.holds(whole)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"45131261", "0045131261", "02b0a5fd", "02:b0:a5:fd", "176,42493"})
    void findsACardByWhateverIsWrittenOnIt(String sought) {
        List.of("45131261", "02:B0:A5:FD", "02B0A5FD")
                .forEach(entered -> assertThat(IdentifierValue.words(IdentifierType.CARD, entered))
                        .contains(sought));
    }

    @Test
    void letsNobodyLookForWhatOpensDoors() {
        assertThat(IdentifierValue.words(IdentifierType.ACCESS_CODE, "4711")).isEmpty();
        assertThat(IdentifierValue.words(IdentifierType.QR, "secret")).isEmpty();
        assertThat(IdentifierValue.words(IdentifierType.LICENCE_PLATE, "ab 12 cde"))
                .isEqualTo("ab 12 cde\nab12cde");
    }

    private static Map<CardForm, String> forms(String entered) {
        CardNumber card = CardNumber.parse(entered).orElseThrow();
        Map<CardForm, String> forms = new EnumMap<>(CardForm.class);
        Arrays.stream(CardForm.values()).forEach(form -> form.of(card).ifPresent(written -> forms.put(form, written)));
        return forms;
    }
}
