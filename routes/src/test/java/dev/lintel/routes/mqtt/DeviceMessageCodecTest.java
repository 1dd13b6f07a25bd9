package dev.lintel.routes.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.routes.mqtt.Decoded.Refused;
import dev.lintel.routes.mqtt.Decoded.Understood;
import dev.lintel.routes.wire.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceMessageCodecTest {
    private static final String REQUEST = """
            {"id":"7f-1","accessPoint":"in","lock":1,"identifier":{"type":"card","value":"0012345678"},
             "at":"2026-11-22T08:30:00+01:00","lang":"uk","firmware":"3.1"}""";

    @Test
    void readsARequestAndPassesOverWhatItDoesNotKnow() {
        assertThat(request(REQUEST))
                .isEqualTo(new Understood<>(new DoorRequest(
                        "7f-1",
                        "in",
                        1,
                        IdentifierType.CARD,
                        "0012345678",
                        Instant.parse("2026-11-22T07:30:00Z"),
                        Locale.of("uk"))));
    }

    @Test
    void aRequestNeedsNeitherAccessPointNorLockNorLanguage() {
        var least = request("""
                {"id":"1","identifier":{"type":"licence-plate","value":"AB12 CDE"},"at":"2026-11-22T08:30:00Z"}""");
        assertThat(least)
                .isEqualTo(new Understood<>(new DoorRequest(
                        "1",
                        null,
                        null,
                        IdentifierType.LICENCE_PLATE,
                        "AB12 CDE",
                        Instant.parse("2026-11-22T08:30:00Z"),
                        null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"lock\":1 | \"lock\":\"one\" | lock | must be a whole number or \"all\", but is a text",
                "\"lock\":1 | \"lock\":0 | lock | must be from 1 to 1000",
                "\"lock\":1 | \"lock\":1.5 | lock | must be a whole number or \"all\", but is a fraction",
                "\"card\" | \"crad\" | identifier.type | \"crad\" is unknown; it must be one of card, ukey, access-code, face, qr, licence-plate",
                "\"0012345678\" | 12345678 | identifier.value | must be a text, but is a whole number",
                "\"0012345678\" | \"\" | identifier.value | must not be empty",
                "\"in\" | \"a\\u0000b\" | accessPoint | has a character that is no text",
                "+01:00 |  | at | \"2026-11-22T08:30:00\" is no instant; write it in ISO 8601 with an offset, as 2026-11-22T08:30:00Z",
                "\"uk\" | \"no such language\" | lang | must be a language tag as en, ru or uk",
            })
    void namesTheWrongFieldAndWhy(String right, String wrong, String field, String reason) {
        var refused = request(REQUEST.replace(right, wrong == null ? "" : wrong));
        assertThat(refused).isEqualTo(new Refused<DoorRequest>("7f-1", new Refusal(field, reason)));
    }

    @Test
    void anIdOutsideItsAlphabetIsNotRepeated() {
        assertThat(request(REQUEST.replace("7f-1", "<b>")))
                .isEqualTo(new Refused<DoorRequest>(
                        null,
                        new Refusal("id", "must be 1 to 64 letters, digits, dots, dashes, colons or underscores")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | must be an object, but is a list",
                "12 | must be an object, but is a whole number",
                "{\"id\":\"1\" | not well-formed JSON at line 1, column 10",
                "{} {} | not well-formed JSON at line 1, column 4",
                "{\"id\":\"1\",\"id\":\"2\"} | not well-formed JSON at line 1, column 15",
            })
    void saysWhenItIsNoRequestAtAll(String text, String reason) {
        assertThat(request(text)).isEqualTo(new Refused<DoorRequest>(null, new Refusal("", reason)));
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeepWithoutReadingIt() {
        assertThat(DeviceMessageCodec.request(new byte[64 * 1024 + 1]))
                .isEqualTo(new Refused<DoorRequest>(
                        null, new Refusal("", "the message must have at most 65536 bytes, but has 65537")));
        assertThat(request("[".repeat(30_000))).isInstanceOf(Refused.class);
    }

    @Test
    void readsOneEventOrSeveral() {
        String event = """
                {"seq":41,"at":"2026-11-22T08:30:00Z","category":"access","code":"door-opened","info":{"lock":1,"by":null}}""";
        var understood = new Understood<>(new DeviceEvent(
                "SN1", "41", "access", "door-opened", Instant.parse("2026-11-22T08:30:00Z"), Map.of("lock", 1)));
        assertThat(events(event)).containsExactly(understood);
        assertThat(events("[" + event + "," + event.replace("41", "-1") + "," + event.replace("\"code\"", "\"kode\"")
                        + "]"))
                .containsExactly(
                        understood,
                        new Refused<>(null, new Refusal("[1].seq", "must be from 0 to 9223372036854775807")),
                        new Refused<>(41L, new Refusal("[2].code", "is missing")));
    }

    @Test
    void aListOfEventsHasItsBounds() {
        assertThat(events("[]"))
                .containsExactly(new Refused<>(null, new Refusal("", "must have 1 to 100 events, but has 0")));
        assertThat(events("[" + "1,".repeat(100) + "1]"))
                .containsExactly(new Refused<>(null, new Refusal("", "must have 1 to 100 events, but has 101")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"online\":true}|true", "offline|false", "{\"online\":false,\"x\":1}|false", "maybe|", "{}|"})
    void readsTheStatus(String payload, Boolean online) {
        assertThat(DeviceMessageCodec.online(payload.getBytes(UTF_8)).orElse(null))
                .isEqualTo(online);
    }

    @Test
    void whateverTheBytesThereIsAnAnswer() {
        long seed = Long.getLong("fuzz.seed", 20261122);
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = mutation(random, i);
            assertThatCode(() -> {
                        DeviceMessageCodec.request(bytes);
                        DeviceMessageCodec.events("SN1", bytes);
                        DeviceMessageCodec.online(bytes);
                    })
                    .describedAs("seed %d, message %d: %s", seed, i, new String(bytes, UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] mutation(Random random, int i) {
        if (i % 4 == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = REQUEST.getBytes(UTF_8);
        for (int n = random.nextInt(8); n >= 0; n--) {
            byte[] tokens = "{}[]\",:0123456789-eE.tfn\\u\u0000\u00ff".getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = tokens[random.nextInt(tokens.length)];
        }
        return bytes;
    }

    private static Decoded<DoorRequest> request(String text) {
        return DeviceMessageCodec.request(text.getBytes(UTF_8));
    }

    private static List<Decoded<DeviceEvent>> events(String text) {
        return DeviceMessageCodec.events("SN1", text.getBytes(UTF_8));
    }
}
