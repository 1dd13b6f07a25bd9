package dev.lintel.routes.basip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.routes.basip.ValidationCodec.Presented;
import dev.lintel.routes.wire.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of developers.bas-ip.com, and one captured from an AV-04SD. */
class ValidationCodecTest {
    @ParameterizedTest
    @CsvSource({
        "card, CARD",
        "input_code, ACCESS_CODE",
        "inputCode, ACCESS_CODE",
        "qr, QR",
        "ukey, UKEY",
        "face_id, FACE",
        "license_plate, LICENCE_PLATE"
    })
    void readsWhatIsPresented(String word, IdentifierType type) {
        assertThat(read("{\"identifier_number\":\"AA:BB:CC:DD\",\"identifier_type\":\"" + word + "\"}"))
                .isEqualTo(new Presented(Optional.of(type), "AA:BB:CC:DD"));
    }

    @Test
    void aTypeOfTheFutureIsReadAsUnknown() {
        assertThat(read("{\"identifier_number\":\"1\",\"identifier_type\":\"palm\"}")
                        .type())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | identifier_type: is missing",
                "{\"identifier_type\":\"card\"} | identifier_number: is missing",
                "{\"identifier_type\":1} | identifier_type: must be a text, but is a whole number",
                "[] | : must be an object, but is a list",
            })
    void saysWhatIsWrong(String body, String reason) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(RefusedException.class)
                .hasMessage(reason.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1", // its only lock
        "1, 2, 1",
        "2, 2, 2",
        "1 2, 2, 0", // both
        "1 2, 8, 1", // several, but not all: none that was not granted
        "2 3, 8, 2",
        "1 2 3 4 5 6 7 8, 8, 0",
    })
    void choosesTheLockNumber(String granted, int locksOfDevice, int expected) {
        List<Integer> locks =
                List.of(granted.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(ValidationCodec.lockNumber(locks, locksOfDevice)).isEqualTo(expected);
    }

    @Test
    void answersAsDocumented() {
        DeviceFact panel = new DeviceFact("d1", "SN", DeviceType.PANEL, "g1", 2);
        assertThat(ValidationCodec.answer(decision(Verdict.GRANT, 1), panel))
                .asString(UTF_8)
                .isEqualTo("{\"handled\":true,\"access\":{\"granted\":true,\"lock_number\":1}}");
        assertThat(ValidationCodec.answer(decision(Verdict.DENY), panel))
                .asString(UTF_8)
                .isEqualTo("{\"handled\":true,\"access\":{\"granted\":false}}");
        assertThat(ValidationCodec.answer(decision(Verdict.GRANT), panel)).isEqualTo(ValidationCodec.denied());
        assertThat(ValidationCodec.notHandled()).asString(UTF_8).isEqualTo("{\"handled\":false}");
    }

    private static Decision decision(Verdict verdict, Integer... locks) {
        ReasonCode reason = verdict == Verdict.GRANT ? ReasonCode.GRANTED : ReasonCode.EXPIRED;
        return new Decision(verdict, reason, List.of(locks), List.of(), List.of(), List.of(), List.of(), "test", null);
    }

    private static Presented read(String body) {
        return ValidationCodec.read(body.getBytes(UTF_8));
    }
}
