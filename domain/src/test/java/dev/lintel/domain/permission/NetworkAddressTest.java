package dev.lintel.domain.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTest {
    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "::1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0DB8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "::ffff:192.0.2.1, 192.0.2.1",
        "0:0:0:0:0:ffff:c000:201, 192.0.2.1",
        "192.0.2.1, 192.0.2.1",
        "command line, command line",
        "1:2:3, 1:2:3",
    })
    void isShownAsPeopleKnowIt(String address, String shown) {
        assertThat(NetworkAddress.shortest(address)).isEqualTo(shown);
    }

    @Test
    void anActorComesFromTheShortForm() {
        assertThat(new Actor("anna", 1L, Set.of(), null, "0:0:0:0:0:0:0:1").from())
                .isEqualTo("::1");
    }
}
