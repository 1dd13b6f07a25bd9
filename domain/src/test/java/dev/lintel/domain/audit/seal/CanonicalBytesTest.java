package dev.lintel.domain.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CanonicalBytesTest {
    @Test
    void theOrderAndSpacesOfJsonDoNotMatter() {
        assertThat(json("{\"a\": 1, \"b\": [true, null, {\"d\": \"x\", \"c\": 2}]}"))
                .isEqualTo(json("{\"b\":[true,null,{\"c\":2,\"d\":\"x\"}],\"a\":1}"));
    }

    @Test
    void oneNumberHasOneSpelling() {
        assertThat(json("[1.50, 100, 0.0]")).isEqualTo(json("[1.5, 1e2, 0]"));
    }

    @Test
    void oneTextHasOneSpelling() {
        assertThat(json("\"\\u0041\\/\"")).isEqualTo(json("\"A/\""));
    }

    @Test
    void whatDiffersHasOtherBytes() {
        List<String> all = Stream.of(
                        "null",
                        "\"\"",
                        "[]",
                        "{}",
                        "0",
                        "\"0\"",
                        "true",
                        "\"true\"",
                        "[1,2]",
                        "[2,1]",
                        "[[1],2]",
                        "[1,[2]]",
                        "{\"a\":1}",
                        "{\"a\":\"1\"}",
                        "{\"a\":null}",
                        "[\"a\",1]",
                        "[\"ab\",\"c\"]",
                        "[\"a\",\"bc\"]",
                        "1e400")
                .map(CanonicalBytesTest::json)
                .toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void neighboursDoNotRunIntoEachOther() {
        assertThat(hex(new CanonicalBytes().text("ab").text("c")))
                .isNotEqualTo(hex(new CanonicalBytes().text("a").text("bc")));
        assertThat(hex(new CanonicalBytes().text(null).text("")))
                .isNotEqualTo(hex(new CanonicalBytes().text("").text(null)));
    }

    /** Whoever changes these bytes breaks every chain there is. */
    @Test
    void versionOneStaysAsItIs() {
        CanonicalBytes bytes = new CanonicalBytes()
                .text("Olena Коваль")
                .text(null)
                .number(-7)
                .instant(Instant.parse("2026-11-22T08:30:00.123456Z"))
                .list(List.of(1, "two"))
                .json("{\"b\":[1.50,true,null],\"a\":{\"z\":\"\",\"y\":12345678901234567890}}");

        assertThat(hex(bytes)).isEqualTo("2a6c393bd385f93509a4f7e15501d379f4efb8d5952242503c69e662b9ff236f");
    }

    private static String json(String text) {
        return hex(new CanonicalBytes().json(text));
    }

    private static String hex(CanonicalBytes bytes) {
        return HexFormat.of().formatHex(bytes.digest());
    }
}
