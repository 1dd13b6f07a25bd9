package dev.lintel.domain.user;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.user.PasswordRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {
    @ParameterizedTest
    @CsvSource({
        "elevenchars, TOO_SHORT",
        "Administrator, TOO_COMMON",
        "PASSWORD123456, TOO_COMMON",
        "abababababab, TOO_COMMON",
        "66aounxknui6m, TOO_COMMON",
        "Xv0hn9tdnper2, TOO_COMMON",
        "caretaker@example.org, SAME_AS_LOGIN",
        "Caretaker@Example.ORG, SAME_AS_LOGIN"
    })
    void refuses(String password, Reason reason) {
        assertThatThrownBy(() -> PasswordRules.check("caretaker@example.org", password))
                .hasMessage(reason.name());
    }

    @Test
    void refusesWhatBcryptWouldCut() {
        assertThatThrownBy(() -> PasswordRules.check("admin", "пароль".repeat(7)))
                .hasMessage("TOO_LONG");
    }

    @ParameterizedTest
    @CsvSource({"twelve chars", "чотири чаплі", "0987 5640 1234"})
    void takesAnythingElseThatIsLong(String password) {
        assertThatCode(() -> PasswordRules.check("admin", password)).doesNotThrowAnyException();
    }
}
