package dev.lintel.routes.basip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.routes.basip.PanelLogCodec.Push;
import dev.lintel.routes.wire.Refusal;
import dev.lintel.routes.wire.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PanelLogCodecTest {
    private static final String CARD = """
            {"created_at":1763800000123,"category":"access","code":"access_denied_by_unknown_card","priority":"medium",
             "info":{"card":"AA:BB:CC:DD","lock":1}}""";

    @Test
    void readsAnEvent() {
        DeviceEvent event = only(push(CARD));
        assertThat(event.serial()).isEqualTo("SN");
        assertThat(event.category()).isEqualTo("access");
        assertThat(event.code()).isEqualTo("access_denied_by_unknown_card");
        assertThat(event.deviceTime()).isEqualTo(Instant.ofEpochMilli(1763800000123L));
        assertThat(event.details())
                .containsEntry("card", "AA:BB:CC:DD")
                .containsEntry("lock", 1)
                .containsEntry("priority", "medium");
    }

    @Test
    void theSameEventHasTheSameKeyHoweverItIsWritten() {
        String other = """
                {"info":{"lock":1,"card":"AA:BB:CC:DD"},"code":"access_denied_by_unknown_card","created_at":1763800000123}""";
        assertThat(only(push(other)).key()).isEqualTo(only(push(CARD)).key());
    }

    @Test
    void anotherTimeCodeOrInfoIsAnotherEvent() {
        assertThat(new String[] {
                    CARD.replace("123,", "124,"), CARD.replace("unknown_card", "x"), CARD.replace("DD", "DE")
                })
                .extracting(other -> only(push(other)).key())
                .doesNotHaveDuplicates()
                .doesNotContain(only(push(CARD)).key());
    }

    @Test
    void keepsCodesItHasNeverHeardOf() {
        assertThat(only(push("{\"created_at\":1,\"code\":\"panel_dreamt\"}")).code())
                .isEqualTo("panel_dreamt");
    }

    @Test
    void passesOverAWrongEventAndTakesTheOthers() {
        Push push = push("{\"created_at\":\"now\",\"code\":\"x\"}", CARD, "7");
        assertThat(push.events()).hasSize(1);
        assertThat(push.refused())
                .containsExactly(
                        new Refusal("events[0].created_at", "must be a whole number, but is a text"),
                        new Refusal("events[2]", "must be an object, but is a whole number"));
    }

    @Test
    void refusesWhatIsNoPush() {
        assertThatThrownBy(() -> PanelLogCodec.read("SN", "{\"event\":[]}".getBytes(UTF_8)))
                .isInstanceOf(RefusedException.class)
                .hasMessage("events: must be a list");
    }

    private static Push push(String... events) {
        return PanelLogCodec.read("SN", ("{\"events\":[" + String.join(",", events) + "]}").getBytes(UTF_8));
    }

    private static DeviceEvent only(Push push) {
        assertThat(push.refused()).isEmpty();
        assertThat(push.events()).hasSize(1);
        return push.events().getFirst();
    }
}
