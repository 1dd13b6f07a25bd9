package dev.lintel.domain.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.access.matrix.DoorTimes.Key;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers are followed from each to the next, whatever the rules say of how long they stand. */
@Tag("RU-7")
class DoorTimesTest {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(7));

    private int decisions;

    @Test
    void asksWhenAnAnswerMayBeAnotherAndAtNoOtherTime() {
        AccessDecisionPoint byDay = rules(facts -> {
            Instant noon = facts.at().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
            return facts.at().isBefore(noon)
                    ? answer(ReasonCode.OUTSIDE_SCHEDULE, noon)
                    : answer(ReasonCode.GRANTED, noon.plus(Duration.ofHours(12)));
        });
        List<DoorSpan> spans = new DoorTimes(byDay, 100).follow(List.of(key("card")), START, END);
        assertThat(spans).hasSize(14);
        assertThat(decisions).isEqualTo(14);
        assertThat(spans.getFirst())
                .isEqualTo(new DoorSpan(
                        START,
                        START.plus(Duration.ofHours(12)),
                        false,
                        ReasonCode.OUTSIDE_SCHEDULE,
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(spans.get(1).identifiers()).containsExactly("card");
        assertThat(spans.getLast().until()).isEqualTo(END);
    }

    @Test
    void neighboursThatAreTheSameAreOne() {
        AccessDecisionPoint hourly =
                rules(facts -> answer(ReasonCode.GRANTED, facts.at().plusSeconds(3600)));
        assertThat(new DoorTimes(hourly, 200).follow(List.of(key("card")), START, END))
                .hasSize(1)
                .allMatch(span -> span.until().equals(END));
        assertThat(decisions).isEqualTo(7 * 24);
    }

    @Test
    void anAnswerForEverIsAskedForOnce() {
        assertThat(new DoorTimes(rules(facts -> answer(ReasonCode.REVOKED, null)), 1)
                        .follow(List.of(key("card")), START, END))
                .extracting(DoorSpan::reason)
                .containsExactly(ReasonCode.REVOKED);
        assertThat(decisions).isEqualTo(1);
    }

    @Test
    void rulesThatPromiseNothingEndItEarlyAndHonestly() {
        AccessDecisionPoint hasty = rules(facts -> answer(ReasonCode.GRANTED, facts.at()));
        List<DoorSpan> spans = new DoorTimes(hasty, 50).follow(List.of(key("card")), START, END);
        assertThat(decisions).isEqualTo(50);
        assertThat(spans).hasSize(1);
        assertThat(spans.getFirst().from()).isEqualTo(START);
        assertThat(spans.getFirst().until()).isEqualTo(START.plusNanos(50));
        assertThat(new DoorTimes(hasty, 1).follow(List.of(key("one"), key("other")), START, END))
                .isEmpty();
    }

    @Test
    void severalIdentifiersOpenWhereAnyDoes() {
        Instant wednesday = START.plus(Duration.ofDays(2));
        AccessDecisionPoint each = rules(facts -> {
            boolean card = facts.type() == IdentifierType.CARD;
            if (!card) {
                return answer(ReasonCode.REVOKED, null);
            }
            return facts.at().isBefore(wednesday)
                    ? answer(ReasonCode.NOT_YET_VALID, wednesday)
                    : answer(ReasonCode.GRANTED, null);
        });
        List<Key> keys = List.of(key("card"), new Key("code", at -> facts(IdentifierType.ACCESS_CODE, at)));
        List<DoorSpan> spans = new DoorTimes(each, 10).follow(keys, START, END);
        assertThat(spans).extracting(DoorSpan::reason).containsExactly(ReasonCode.NOT_YET_VALID, ReasonCode.GRANTED);
        assertThat(spans.getLast().identifiers()).containsExactly("card");
        assertThat(spans.getLast().from()).isEqualTo(wednesday);
        assertThat(decisions).as("the code is asked for once").isEqualTo(3);
    }

    @Test
    void nobodyWithoutAnIdentifierGetsIn() {
        assertThat(new DoorTimes(rules(facts -> answer(ReasonCode.GRANTED, null)), 10).follow(List.of(), START, END))
                .extracting(DoorSpan::reason)
                .containsExactly(ReasonCode.UNKNOWN_IDENTIFIER);
    }

    private static Key key(String identifier) {
        return new Key(identifier, at -> facts(IdentifierType.CARD, at));
    }

    private static AccessFacts facts(IdentifierType type, Instant at) {
        return new AccessFacts(at, null, null, type, null, null, null, List.of(), 0, null, null);
    }

    private AccessDecisionPoint rules(Function<AccessFacts, Decision> answers) {
        return new AccessDecisionPoint() {
            @Override
            public Decision decide(AccessFacts facts) {
                decisions++;
                return answers.apply(facts);
            }

            @Override
            public String ruleVersion() {
                return "test";
            }
        };
    }

    private static Decision answer(ReasonCode reason, @Nullable Instant until) {
        boolean granted = reason == ReasonCode.GRANTED;
        return new Decision(
                granted ? Verdict.GRANT : Verdict.DENY,
                reason,
                granted ? List.of(1) : List.of(),
                granted ? List.of("r1") : List.of(),
                List.of(),
                List.of(),
                List.of(),
                "test",
                until);
    }
}
