package dev.lintel.domain.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteDiff;
import dev.lintel.domain.site.SiteFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered, and when it is asked again. */
class AccessDecisionsTest {
    private static final String HOUSE = """
            {"kind":"site","name":"House","timeZone":"Europe/London"}
            {"kind":"group","id":"g1","type":"custom"}
            {"kind":"group","id":"g2","parent":"g1","type":"apartment"}
            {"kind":"schedule","id":"s1","start":"2026-01-05T09:00","end":"2026-01-05T19:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"d1","group":"g1","serial":"A1","locks":2}
            {"kind":"restriction","id":"r1","lines":[{"device":"d1"}],"schedules":["s1"]}
            {"kind":"restriction","id":"r2","lines":[]}
            {"kind":"grant","restriction":"r1","to":{"group":"g1"}}
            {"kind":"grant","restriction":"r2","to":{"user":"u1"}}
            {"kind":"user","id":"u1","groups":["g2"]}
            {"kind":"user","id":"u2","groups":["g2"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"card","value":"1E:A6:86:71"}
            {"kind":"identifier","id":"i2","user":"u2","type":"access-code","value":"4711"}
            """;
    private static final Instant TEN = Instant.parse("2026-02-03T10:00:00Z");
    private static final Instant SEVEN_PM = Instant.parse("2026-02-03T19:00:00Z");

    private final AccessDirectory directory = new AccessDirectory();
    private final AtomicInteger asked = new AtomicInteger();
    private final AccessDecisions decisions = new AccessDecisions(directory, new Counting());

    /** Grants whenever a schedule is open, and counts how often it is asked. */
    private final class Counting implements AccessDecisionPoint {
        @Override
        public Decision decide(AccessFacts facts) {
            asked.incrementAndGet();
            boolean open = facts.grants().stream()
                    .anyMatch(grant -> grant.schedules().stream().anyMatch(AccessFacts.ScheduleFact::open));
            return new Decision(
                    open ? Verdict.GRANT : Verdict.DENY,
                    open ? ReasonCode.GRANTED : ReasonCode.OUTSIDE_SCHEDULE,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "v1",
                    null);
        }

        @Override
        public String ruleVersion() {
            return "v1";
        }
    }

    @BeforeEach
    void putInForce() {
        directory.replace(new Project(1, "House", site(HOUSE).timeZone()), site(HOUSE));
    }

    @Test
    void gathersWhatTheHolderHasByAllWays() {
        AccessFacts facts = directory.gather(card(TEN));

        assertThat(facts.holder())
                .isEqualTo(new AccessFacts.HolderFact(
                        "u1", "user", false, List.of("g2", "g1"), List.of(GroupType.APARTMENT), false, null));
        assertThat(facts.grants()).singleElement().satisfies(grant -> {
            assertThat(grant.via()).containsExactly(new AccessFacts.Via(AccessFacts.Via.Kind.GROUP, "g1"));
            assertThat(grant.lines()).containsExactly(new AccessFacts.LineFact(null, List.of(1, 2)));
            assertThat(grant.schedules()).containsExactly(new AccessFacts.ScheduleFact("s1", true, SEVEN_PM));
        });
        assertThat(facts.elsewhere()).isEqualTo(1);
    }

    @Test
    void remembersUntilTheFirstEdge() {
        assertThat(decisions.decide(card(TEN)).decision().isGranted()).isTrue();
        Instant later = SEVEN_PM.minusNanos(1);

        AccessDecisions.Decided again = decisions.decide(card(later));

        assertThat(asked).hasValue(1);
        assertThat(again.facts()).isEqualTo(directory.gather(card(later)));
        assertThat(decisions.decide(card(SEVEN_PM)).decision().isGranted()).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void isNotDisturbedByWhatConcernsOthers() {
        decisions.decide(card(TEN));
        change(HOUSE, HOUSE.replace("4711", "4712"));
        change(
                HOUSE.replace("4711", "4712"),
                HOUSE.replace("4711", "4712").replace("\"id\":\"u2\"", "\"id\":\"u2\",\"suspended\":true"));

        decisions.decide(card(TEN));

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainWhenAnythingItRestsOnChanges() {
        List<String> others = List.of(
                HOUSE.replace("\"user\":\"u1\",\"type\"", "\"user\":\"u1\",\"revoked\":true,\"type\""),
                HOUSE.replace("\"id\":\"u1\"", "\"id\":\"u1\",\"suspended\":true"),
                HOUSE.replace("\"locks\":2", "\"locks\":1"),
                HOUSE.replace("T19:00", "T18:00"),
                HOUSE.replace("\"lines\":[]", "\"lines\":[{\"device\":\"d1\"}]"),
                HOUSE.replace("{\"group\":\"g1\"}", "{\"user\":\"u1\"}"),
                HOUSE
                        + "{\"kind\":\"identifier\",\"id\":\"i3\",\"user\":\"u2\",\"type\":\"card\",\"value\":\"166,34417\"}\n");
        for (String other : others) {
            putInForce();
            decisions.decide(card(TEN));
            int before = asked.get();

            change(HOUSE, other);
            AccessDecisions.Decided now = decisions.decide(card(TEN));

            assertThat(now.facts()).isEqualTo(directory.gather(card(TEN)));
            if (other.contains("i3")) {
                continue; // another card does not take this one's number, so the answer may well be remembered
            }
            assertThat(asked).as(other).hasValueGreaterThan(before);
        }
    }

    @Test
    void knowsADeviceByItsNewSerialNumberOnly() {
        change(HOUSE, HOUSE.replace("\"A1\"", "\"B2\""));

        assertThat(directory.gather(card(TEN)).device()).isNull();
        assertThat(directory.siteOfSerial("B2")).isNotNull();
    }

    @Test
    void forgetsAProject() {
        decisions.decide(card(TEN));

        directory.remove(1);

        assertThat(decisions.decide(card(TEN)).facts().device()).isNull();
    }

    private void change(String from, String to) {
        directory.apply(1, SiteDiff.between(site(from), site(to), true), SiteTraits.NONE);
    }

    private static AccessRequest card(Instant at) {
        return new AccessRequest("A1", null, null, IdentifierType.CARD, "514229873", at);
    }

    private static Site site(String text) {
        try {
            return SiteFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
