package dev.lintel.domain.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileTest {
    private static final String HOUSE = """
            {"kind":"grant","restriction":"r1","to":{"group":"g1"}}
            {"kind":"site","version":1,"name":"Heathfield House","timeZone":"Europe/London"}
            {"kind":"group","id":"g1","parent":null,"type":"custom","name":"House"}
            {"kind":"group","id":"g2","parent":"g1","type":"apartment","name":"Flat 1","logicalAddress":1}
            {"kind":"schedule","id":"s1","name":"Days","start":"2026-01-05T09:00","end":"2026-01-05T19:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"d1","group":"g1","type":"panel","model":"AA-12","serial":"A1","locks":2}
            {"kind":"restriction","id":"r1","name":"All","guestUsable":true,"lines":[{"device":"d1","accessPoint":null,"lock":"all"}],"schedules":["s1"]}
            {"kind":"user","id":"u1","name":"Clark","groups":["g2"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"card","value":"1E:A6:86:71","validFrom":"2026-01-01T00:00:00Z"}
            """;

    @Test
    void readsAFileInAnyOrderWithTheObviousDefaults() throws IOException {
        Site site = read(HOUSE);

        assertThat(site.name()).isEqualTo("Heathfield House");
        assertThat(site.users()).singleElement().satisfies(user -> {
            assertThat(user.profile()).isEqualTo("user");
            assertThat(user.suspended()).isFalse();
        });
        assertThat(site.identifiers()).singleElement().satisfies(card -> {
            assertThat(card.maxPasses()).isNull();
            assertThat(card.guest()).isNull();
        });
    }

    @Test
    void whatIsWrittenIsReadAsTheSameAndWrittenAsTheSameBytes() throws IOException {
        Site site = read(HOUSE);

        String written = write(site);

        assertThat(SiteDiff.between(site, read(written), true))
                .isEqualTo(SiteDiff.between(site, site, true))
                .satisfies(change -> assertThat(change.groups().isEmpty()).isTrue());
        assertThat(write(read(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind":"ghost","id":"x"} | kind | is unknown: "ghost"
                    {"id":"x"} | kind | is missing
                    {"kind":"user","id":"u2","nick":"Z"} | nick | is not a field
                    {"kind":"user","id":"u1"} | id | "u1" is already on line 8
                    {"kind":"user","id":"u2","groups":["nowhere"]} | groups | "nowhere", which is not in the file
                    {"kind":"user","id":"u2","groups":"g1"} | groups | must be a list of ids
                    {"kind":"user","id":"u2","suspended":"yes"} | suspended | must be true or false
                    {"kind":"user","id":"u 2"} | id | must have no blanks
                    {"kind":"group","id":"g3","parent":"g3"} | parent | makes a cycle: g3 -> g3
                    {"kind":"group","id":"g3"} | parent | exactly one group has none
                    {"kind":"group","id":"g3","parent":"g1","type":"castle"} | type | must be one of custom, building
                    {"kind":"group","id":"g3","parent":"g1","logicalAddress":1.5} | logicalAddress | must be a whole number
                    {"kind":"device","id":"d2","group":"g1","serial":"A1"} | serial | "A1" is already on line 6
                    {"kind":"device","id":"d2","group":"g9","serial":"A2"} | group | "g9", which is not in the file
                    {"kind":"device","id":"d2","group":"g1","serial":"A2","locks":9} | locks | from 0 to 8
                    {"kind":"restriction","id":"r2","lines":[{"device":"d9"}]} | lines[0].device | "d9"
                    {"kind":"restriction","id":"r2","lines":[{"device":"d1","lock":"third"}]} | lines[0].lock | first, second, all
                    {"kind":"restriction","id":"r2","lines":[{"device":"d1","door":1}]} | lines[0].door | is not a field
                    {"kind":"restriction","id":"r2","schedules":["s9"]} | schedules | "s9"
                    {"kind":"grant","restriction":"r9","to":{"user":"u1"}} | restriction | "r9"
                    {"kind":"grant","restriction":"r1","to":{"user":"u1","group":"g1"}} | to | one group, one user or one
                    {"kind":"grant","restriction":"r1","to":{"identifier":"i9"}} | to.identifier | "i9"
                    {"kind":"identifier","id":"i2","user":"u1","type":"card","value":"514229873"} | value | same card as the value on line 9
                    {"kind":"identifier","id":"i2","user":"u1","type":"card","value":"zebra"} | value | must be a card number
                    {"kind":"identifier","id":"i2","user":"u1","type":"ring","value":"1"} | type | must be one of card
                    {"kind":"identifier","id":"i2","user":"u1","type":"qr","value":"1","validFrom":"today"} | validFrom | must be an instant
                    {"kind":"identifier","id":"i2","user":"u1","type":"qr","value":"1","maxPasses":-1} | maxPasses | whole number
                    {"kind":"schedule","id":"s2","start":"2026-01-05T09:00","end":"2026-01-05T09:00"} | end | must be after the start
                    {"kind":"schedule","id":"s2","start":"soon","end":"2026-01-05T09:00"} | start | must be a local time
                    {"kind":"schedule","id":"s2","start":"2026-01-05T09:00"} | end | is missing
                    {"kind":"schedule","id":"s2","start":"2026-01-05","allDay":true,"rrule":"FREQ=SOMETIMES"} | rrule | SOMETIMES
                    {"kind":"schedule","id":"s2","start":"2026-01-05","allDay":true,"timeZone":"Mars/Olympus"} | timeZone | must be a time zone
                    {"kind":"site","name":"Second"} | kind | the site is already on line 2
                    {"kind":"site" | json | is not valid
                    {"kind":"user","id":"u2","id":"u3"} | json | is not valid
                    [] | json | must be a record
                    """)
    void namesLineFieldAndReason(String line, String field, String reason) {
        SiteFileException refused = catchThrowableOfType(SiteFileException.class, () -> read(HOUSE + line + "\n"));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(10);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void namesAllProblemsNotOnlyTheFirst() {
        String wrong = HOUSE.replace("\"groups\":[\"g2\"]", "\"groups\":[\"g7\",\"g8\"],\"nick\":1")
                .replace("Europe/London", "Europe/Atlantis");

        SiteFileException refused = catchThrowableOfType(SiteFileException.class, () -> read(wrong));

        assertThat(refused.problems())
                .extracting(SiteProblem::field)
                .containsExactlyInAnyOrder("timeZone", "groups", "groups", "nick");
        assertThat(refused.problems()).extracting(SiteProblem::line).isSorted();
    }

    @Test
    void wantsASiteAndARoot() {
        SiteFileException refused = catchThrowableOfType(SiteFileException.class, () -> read("\n"));

        assertThat(refused.problems()).extracting(SiteProblem::field).containsExactly("site", "group");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin =
                "{\"kind\":\"site\",\"name\":\"Stra\u00dfe\"}\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        SiteFileException refused =
                catchThrowableOfType(SiteFileException.class, () -> SiteFile.read(new ByteArrayInputStream(latin)));

        assertThat(refused.problems()).extracting(SiteProblem::field).containsExactly("encoding");
    }

    @Test
    void readsTheSameInEveryLanguage() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(read(HOUSE).identifiers()).hasSize(1);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void removesOnlyWhenAskedTo() throws IOException {
        Site stored = read(HOUSE);
        Site fewer = read(
                HOUSE.lines().filter(line -> !line.contains("\"identifier\"")).reduce("", (a, b) -> a + b + "\n"));

        assertThat(SiteDiff.between(stored, fewer, false).identifiers().isEmpty())
                .isTrue();
        assertThat(SiteDiff.between(stored, fewer, true).identifiers().removed())
                .isEqualTo(List.of("i1"));
    }

    private static Site read(String text) throws IOException {
        return SiteFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String write(Site site) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SiteFile.write(site, out);
        return out.toString(UTF_8);
    }
}
