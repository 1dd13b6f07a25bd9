package dev.lintel.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.listing.Listing.Sort;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("US-6")
class QueryTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:has:anna",
                "name:is:a, b: c\\d & é % _ ' \" ; --",
                "name:empty",
                "size:is:1,-2,3",
                "size:at-most:9223372036854775807",
                "made:between:2026-01-01T00:00:00Z,2026-02-01T00:00:00.000001Z",
                "made:last:90m",
                "made:last:7d",
                "broken:is:true",
                "colour:is-not:dark-blue,red",
                "owner:is:a\\,b,c\\\\d,e:f",
                "tag:is:new",
            })
    void readsWhatItWrites(String filter) {
        ListQuery<Thing> query = read(Map.of("filter", List.of(filter), "match", List.of("any")));
        assertThat(query.filter().match()).isEqualTo(Filter.Match.ANY);
        assertThat(QueryText.write(Thing.LISTING, query))
                .isEqualTo(Map.of("filter", List.of(filter), "match", List.of("any")));
    }

    @Test
    void aBackslashKeepsACommaInAValue() {
        ListQuery<Thing> query = read(Map.of("filter", List.of("owner:is:a\\,b,c\\\\")));
        assertThat(query.filter().conditions().getFirst().values()).containsExactly("a,b", "c\\");
    }

    @Test
    void aParameterNamedLikeAFieldNarrows() {
        ListQuery<Thing> query = read(Map.of("name", List.of("bell"), "colour", List.of("red"), "page", List.of("7")));
        assertThat(query.filter().conditions()).isEmpty();
        assertThat(query.narrowing().stream().map(QueryText::write)).containsExactly("name:has:bell", "colour:is:red");
        assertThat(QueryText.write(Thing.LISTING, query))
                .isEqualTo(Map.of("name", List.of("bell"), "colour", List.of("red")));
    }

    @Test
    void saysNothingOfWhatGoesWithoutSaying() {
        assertThat(QueryText.write(Thing.LISTING, read(Map.of("sort", List.of("name"), "match", List.of("all")))))
                .isEmpty();
        assertThat(read(Map.of("sort", List.of("-size"))).sort()).isEqualTo(Sort.downBy("size"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filter|nme:has:x|\"nme\" is no field of this list; it must be one of name, size, made",
                "filter|name:like:x|name cannot be compared by \"like\"; it must be one of has, has-not, is, is-not",
                "filter|name|name cannot be compared by \"\"",
                "filter|name:has:|name: the value is missing",
                "filter|size:less:big|size: \"big\" is no whole number",
                "filter|size:is:99999999999999999999|is no whole number",
                "filter|made:at-least:yesterday|made: \"yesterday\" is no instant",
                "filter|made:less:+99999-01-01T00:00:00Z|is no instant",
                "filter|made:between:2026-01-01T00:00:00Z|takes two values",
                "filter|made:last:1y|\"1y\" is no time",
                "filter|broken:is:maybe|neither true nor false",
                "filter|broken:empty|broken cannot be compared by \"empty\"; it must be one of is",
                "filter|colour:is:pink|\"pink\" is unknown; it must be one of red, dark-blue, green",
                "filter|name:empty:x|takes no value",
                "match|some|\"some\" is unknown; it must be one of all, any",
                "sort|owner|\"owner\" is nothing to sort by; it must be one of name, size, made, broken, colour, id",
                "colour|pink|must be one of red, dark-blue, green",
            })
    void refusesWithThePossibleAnswers(String parameter, String value, String reason) {
        assertThatThrownBy(() -> read(Map.of(parameter, List.of(value))))
                .isInstanceOfSatisfying(ListingRefusedException.class, refusal -> {
                    assertThat(refusal.parameter()).isEqualTo(parameter);
                    assertThat(refusal.reason()).contains(reason);
                });
    }

    @Test
    void takesNoMoreThanAnybodyNeeds() {
        assertThatThrownBy(() -> read(Map.of("filter", Collections.nCopies(21, "name:has:x"))))
                .hasMessageContaining("more than 20");
        assertThatThrownBy(() -> read(Map.of("filter", List.of("owner:is:" + "x,".repeat(100) + "x"))))
                .hasMessageContaining("1 to 100 values");
        assertThatThrownBy(() -> read(Map.of("name", List.of("x".repeat(201)))))
                .hasMessageContaining("longer than 200");
        assertThatThrownBy(() -> read(Map.of("name", List.of("a\0b")))).hasMessageContaining("character");
    }

    private static ListQuery<Thing> read(Map<String, List<String>> parameters) {
        return QueryText.read(Thing.LISTING, parameters);
    }
}
