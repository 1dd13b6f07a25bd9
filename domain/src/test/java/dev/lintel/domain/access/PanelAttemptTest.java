package dev.lintel.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.SettableClock;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.identifier.IdentifierType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelAttemptTest {
    @Test
    void readsOurOwnProtocol() {
        Map<String, Object> details =
                Map.of("identifier", Map.of("type", "licence-plate", "value", "AA 1234 BB"), "lock", 2);

        PanelAttempt attempt = attempt("access_granted", details).orElseThrow();

        assertThat(attempt.verdict()).isEqualTo(Verdict.GRANT);
        assertThat(attempt.request().type()).isEqualTo(IdentifierType.LICENCE_PLATE);
        assertThat(attempt.request().value()).isEqualTo("AA 1234 BB");
        assertThat(attempt.opened()).isEqualTo(List.of(2));
    }

    @Test
    void readsBasIpLogs() {
        assertThat(type("access_denied_by_unknown_card", Map.of("card", "1A:2B")))
                .contains(IdentifierType.CARD);
        assertThat(type("access_denied_by_not_valid_input_code", Map.of("code", 4711)))
                .contains(IdentifierType.ACCESS_CODE);
        assertThat(type("access_granted_by_valid_face_identifier", Map.of("number", "7")))
                .contains(IdentifierType.FACE);
        assertThat(type("access_denied_by_unknown_qr", Map.of("type", "qr", "number", "abc")))
                .contains(IdentifierType.QR);
    }

    @Test
    void aDeniedAttemptOpensNothing() {
        assertThat(attempt("access_denied", Map.of("card", "1", "lock", 1))
                        .orElseThrow()
                        .opened())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access_granted_by_remote_server_api_call",
                "access_denied_by_remote_server_api_call",
                "door_was_opened",
                "lock_was_opened_by_exit_btn"
            })
    void isNoneWhereTheServerDecidedOrNobodyPresentedAnything(String code) {
        assertThat(attempt(code, Map.of("card", "1"))).isEmpty();
    }

    @Test
    void isNoneWhenNothingSaysWhatWasPresented() {
        assertThat(attempt("access_granted_by_call_host", Map.of("host", "sip:1")))
                .isEmpty();
        assertThat(attempt("access_granted", Map.of("identifier", Map.of("type", "ring", "value", "1"))))
                .isEmpty();
        assertThat(attempt("access_granted", Map.of("card", " "))).isEmpty();
        assertThat(attempt("access_granted", Map.of("card", List.of(1)))).isEmpty();
    }

    private static Optional<IdentifierType> type(String code, Map<String, Object> details) {
        return attempt(code, details).map(attempt -> attempt.request().type());
    }

    private static Optional<PanelAttempt> attempt(String code, Map<String, Object> details) {
        return PanelAttempt.of(new DeviceEvent("s", "1", "access", code, SettableClock.START, details));
    }
}
