package dev.lintel.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Open and closed by the clock on the wall. */
class OccurrencesTest {
    private static final String LONDON = "Europe/London";

    @Test
    void isOpenFromItsStartUpToButNotAtItsEnd() {
        Occurrences once = occurrences(LONDON, "2026-01-05T09:00", "2026-01-05T19:00", null);
        assertThat(once.isOpen(Instant.parse("2026-01-05T08:59:59.999Z"))).isFalse();
        assertThat(once.isOpen(Instant.parse("2026-01-05T09:00:00Z"))).isTrue();
        assertThat(once.isOpen(Instant.parse("2026-01-05T18:59:59.999Z"))).isTrue();
        assertThat(once.isOpen(Instant.parse("2026-01-05T19:00:00Z"))).isFalse();
        assertThat(changes(once, "2020-01-01T00:00:00Z", 5))
                .containsExactly("2026-01-05T09:00:00Z", "2026-01-05T19:00:00Z");
    }

    @Test
    void neverOpensAtATimeThatIsMissingInSpring() {
        // at 01:00 GMT on 2026-03-29 clocks go from 01:00 to 02:00
        Occurrences night = occurrences(LONDON, "2026-03-28T01:15", "2026-03-28T01:45", "FREQ=DAILY");
        assertThat(changes(night, "2026-03-28T00:00:00Z", 3))
                .containsExactly("2026-03-28T01:15:00Z", "2026-03-28T01:45:00Z", "2026-03-30T00:15:00Z");
        Occurrences early = occurrences(LONDON, "2026-03-28T01:30", "2026-03-28T03:00", "FREQ=DAILY");
        assertThat(changes(early, "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z");
    }

    @Test
    void isOpenBothTimesInADoubledHour() {
        // at 02:00 BST (01:00 GMT) on 2026-10-25 clocks go back to 01:00
        Occurrences night = occurrences(LONDON, "2026-10-25T01:15", "2026-10-25T01:45", null);
        assertThat(changes(night, "2026-10-25T00:00:00Z", 9))
                .containsExactly(
                        "2026-10-25T00:15:00Z", "2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z", "2026-10-25T01:45:00Z");
    }

    @Test
    void opensAndClosesAtTheClockChangeItself() {
        Occurrences untilTwo = occurrences("America/New_York", "2026-11-01T01:30", "2026-11-01T02:00", null);
        // 02:00 EDT becomes 01:00 EST at 06:00Z
        assertThat(changes(untilTwo, "2026-11-01T00:00:00Z", 9))
                .containsExactly(
                        "2026-11-01T05:30:00Z", "2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z", "2026-11-01T07:00:00Z");
        Occurrences fromThree = occurrences("America/New_York", "2026-03-07T02:30", "2026-03-07T03:30", "FREQ=DAILY");
        assertThat(changes(fromThree, "2026-03-08T00:00:00Z", 2))
                .containsExactly("2026-03-08T07:00:00Z", "2026-03-08T07:30:00Z");
    }

    @Test
    void knowsClockChangesOfHalfAnHour() {
        // Lord Howe: 02:00 at +11 becomes 01:30 at +10:30 on 2026-04-05 (15:00Z the day before)
        Occurrences half = occurrences("Australia/Lord_Howe", "2026-04-05T01:40", "2026-04-05T01:50", null);
        assertThat(changes(half, "2026-04-04T00:00:00Z", 9))
                .containsExactly(
                        "2026-04-04T14:40:00Z", "2026-04-04T14:50:00Z", "2026-04-04T15:10:00Z", "2026-04-04T15:20:00Z");
    }

    @Test
    void followsZonesThatChangedTheirRules() {
        // Moscow: +03 and summer time until 2011, then +04, from 2014-10-26 +03 for good
        Occurrences noon = occurrences("Europe/Moscow", "2010-01-01T12:00", "2010-01-01T13:00", "FREQ=DAILY");
        assertThat(noon.isOpen(Instant.parse("2010-07-01T08:00:00Z"))).isTrue();
        assertThat(noon.isOpen(Instant.parse("2010-12-01T09:00:00Z"))).isTrue();
        assertThat(noon.isOpen(Instant.parse("2013-01-01T08:00:00Z"))).isTrue();
        assertThat(noon.isOpen(Instant.parse("2015-07-01T09:00:00Z"))).isTrue();
        assertThat(changes(noon, "2014-10-25T09:30:00Z", 1)).containsExactly("2014-10-26T09:00:00Z");
        // Apia had no 30 December 2011
        Occurrences days = occurrences("Pacific/Apia", "2011-12-30T00:00", "2011-12-31T00:00", null);
        assertThat(changes(days, "2011-12-01T00:00:00Z", 1)).isEmpty();
    }

    @Test
    void staysOpenAcrossMidnightAndAcrossDays() {
        Occurrences nights = occurrences(LONDON, "2026-01-02T22:00", "2026-01-03T06:00", "FREQ=WEEKLY;BYDAY=FR,SA");
        assertThat(changes(nights, "2026-01-08T00:00:00Z", 4))
                .containsExactly(
                        "2026-01-09T22:00:00Z", "2026-01-10T06:00:00Z", "2026-01-10T22:00:00Z", "2026-01-11T06:00:00Z");
        Occurrences weekends = occurrences(LONDON, "2026-12-25T18:00", "2026-12-28T06:00", "FREQ=WEEKLY");
        assertThat(changes(weekends, "2027-01-01T00:00:00Z", 2))
                .containsExactly("2027-01-01T18:00:00Z", "2027-01-04T06:00:00Z");
    }

    @Test
    void countsOnlyTheDatesOfWholeDays() {
        Occurrences days = Occurrences.of(
                schedule("2026-03-28T17:00", "2026-03-29T09:00", true, "FREQ=YEARLY", null), ZoneId.of(LONDON));
        assertThat(changes(days, "2026-03-01T00:00:00Z", 3))
                .containsExactly("2026-03-28T00:00:00Z", "2026-03-29T23:00:00Z", "2027-03-28T00:00:00Z");
    }

    @Test
    void joinsOccurrencesThatOverlapOrTouch() {
        Occurrences always = Occurrences.of(
                schedule("2026-01-01T00:00", "2026-01-01T00:00", true, "FREQ=DAILY", null), ZoneId.of("UTC"));
        assertThat(always.isOpen(Instant.parse("2030-06-01T12:00:00Z"))).isTrue();
        assertThat(always.nextChange(Instant.parse("2030-06-01T12:00:00Z")))
                .isAfter(Instant.parse("2034-01-01T00:00:00Z"));
        Occurrences overlapping = occurrences("UTC", "2026-01-01T00:00", "2026-01-03T12:00", "FREQ=DAILY;COUNT=4");
        assertThat(changes(overlapping, "2025-01-01T00:00:00Z", 3))
                .containsExactly("2026-01-01T00:00:00Z", "2026-01-06T12:00:00Z");
    }

    @Test
    void opensOnLeapDaysOnly() {
        Occurrences leap = occurrences(LONDON, "2024-02-29T08:00", "2024-02-29T09:00", "FREQ=YEARLY");
        assertThat(changes(leap, "2024-03-01T00:00:00Z", 2))
                .containsExactly("2028-02-29T08:00:00Z", "2028-02-29T09:00:00Z");
        assertThat(changes(leap, "2097-01-01T00:00:00Z", 1)).containsExactly("2104-02-29T08:00:00Z");
    }

    @Test
    void usesItsOwnZoneBeforeThatOfTheSite() {
        Schedule tokyo = schedule("2026-01-05T09:00", "2026-01-05T10:00", false, null, ZoneId.of("Asia/Tokyo"));
        assertThat(Occurrences.of(tokyo, ZoneId.of(LONDON)).isOpen(Instant.parse("2026-01-05T00:30:00Z")))
                .isTrue();
    }

    @Test
    void looksAheadNoFurtherThanItCan() {
        Occurrences never =
                occurrences(LONDON, "2026-01-05T09:00", "2026-01-05T10:00", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31");
        assertThat(never.isOpen(Instant.parse("2027-03-03T09:30:00Z"))).isFalse();
        assertThat(never.nextChange(Instant.parse("2027-03-03T09:30:00Z")))
                .isAfter(Instant.parse("2035-01-01T00:00:00Z"));
        assertThat(never.nextChange(Instant.MAX)).isNull();
        assertThat(never.nextChange(Instant.MIN)).isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
        assertThat(never.isOpen(Instant.MAX)).isFalse();
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        assertThatThrownBy(() -> occurrences(LONDON, "2026-01-05T09:00", "2026-01-05T09:00", null))
                .isInstanceOf(InvalidRecurrenceException.class)
                .hasMessage("end \"2026-01-05T09:00\" is not after start \"2026-01-05T09:00\"");
    }

    @Test
    void refusesTimesOfTheDayForWholeDays() {
        Schedule wholeDays = schedule("2026-01-05T00:00", "2026-01-05T00:00", true, "FREQ=DAILY;BYHOUR=9", null);
        assertThatThrownBy(() -> Occurrences.of(wholeDays, ZoneId.of(LONDON)))
                .hasMessage("BYHOUR, BYMINUTE and BYSECOND do not go with whole days");
    }

    private static Occurrences occurrences(String zone, String start, String end, @Nullable String rule) {
        return Occurrences.of(schedule(start, end, false, rule, null), ZoneId.of(zone));
    }

    private static Schedule schedule(
            String start, String end, boolean allDay, @Nullable String rule, @Nullable ZoneId zone) {
        return new Schedule("s", "s", LocalDateTime.parse(start), LocalDateTime.parse(end), allDay, rule, zone);
    }

    /** The changes from an instant on, at each of which the state must really differ from before. */
    private static List<String> changes(Occurrences occurrences, String from, int most) {
        List<String> changes = new ArrayList<>();
        Instant at = occurrences.nextChange(Instant.parse(from));
        while (at != null && changes.size() < most) {
            assertThat(occurrences.isOpen(at)).as("state at %s", at).isNotEqualTo(occurrences.isOpen(at.minusNanos(1)));
            changes.add(at.toString());
            at = occurrences.nextChange(at);
        }
        return changes;
    }
}
