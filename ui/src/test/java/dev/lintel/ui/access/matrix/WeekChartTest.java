package dev.lintel.ui.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.matrix.AccessMatrix.Door;
import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorWeek;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.ui.i18n.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bars stand where their times are, and say them. */
@Tag("RU-7")
class WeekChartTest {
    private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2026, 10, 25);

    @Test
    void everyBarIsAsLongAsItsTimeAndEveryDayAsLongAsItIs() {
        Element chart = chart(CLOCKS_GO_BACK, TimeFormat.H24, "2026-10-25T00:00:00Z", "2026-10-25T01:30:00Z");
        List<Element> tracks = chart.select(".track");
        assertThat(tracks).hasSize(7);
        assertThat(tracks.getFirst().attr("style")).isEqualTo("inline-size: 100.00000%");
        assertThat(tracks.getLast().attr("style")).isEqualTo("inline-size: 96.00000%");
        assertThat(chart.select(".day-length").eachText()).containsExactly("25 h");
        assertThat(tracks.getFirst().select(".bar").eachAttr("style"))
                .containsExactly("inline-size: 4.00000%", "inline-size: 6.00000%", "inline-size: 90.00000%");
        assertThat(tracks.getFirst().select(".bar").eachAttr("class"))
                .containsExactly("bar closed", "bar opens", "bar closed");
        assertThat(tracks.getFirst().select(".tick").getFirst().attr("style"))
                .as("three o'clock is four hours after midnight")
                .isEqualTo("inset-inline-start: 16.00000%");
    }

    @Test
    void everyBarSaysItsTimeAndWhy() {
        Element chart = chart(CLOCKS_GO_BACK, TimeFormat.H24, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z");
        assertThat(chart.select(".track").getFirst().select(".bar").eachAttr("aria-label"))
                .containsExactly(
                        "Sun 25 Oct, 00:00–01:30 (+01:00): does not open: outside the schedule",
                        "Sun 25 Oct, 01:30 (+01:00)–01:30 (+00:00): opens, by Front <door>",
                        "Sun 25 Oct, 01:30 (+00:00)–24:00: does not open: outside the schedule");
        assertThat(chart.outerHtml()).doesNotContain("<door>");
        assertThat(chart.select(".track").get(1).select(".bar").eachAttr("title"))
                .containsExactly("Mon 26 Oct, all day: does not open: outside the schedule");
        Element twelve = chart(CLOCKS_GO_BACK, TimeFormat.H12, "2026-10-26T09:00:00Z", "2026-10-26T17:30:15Z");
        assertThat(twelve.select(".track").get(1).select(".bar.opens").attr("title"))
                .isEqualTo("Mon 26 Oct, 9:00 am–5:30:15 pm: opens, by Front <door>");
    }

    @Test
    void whatIsNotWorkedOutIsSaidToBe() {
        Instant from = Instant.parse("2026-11-30T00:00:00Z");
        DoorWeek week =
                week(LocalDate.of(2026, 11, 30), List.of(span(from, from.plusSeconds(6 * 3600), ReasonCode.GRANTED)));
        WeekChart chart = new WeekChart(week, words(week, TimeFormat.H24));
        assertThat(chart.chart().select(".bar.unknown").eachAttr("style"))
                .hasSize(7)
                .startsWith("inline-size: 75.00000%", "inline-size: 100.00000%");
        assertThat(chart.list().select("section").getFirst().select("li").eachText())
                .containsExactly("00:00–06:00 ✓ opens, by Front <door>", "06:00–24:00 ? not worked out");
    }

    private static Element chart(LocalDate first, TimeFormat format, String opens, String closes) {
        ZoneId zone = ZoneId.of("Europe/London");
        Instant end = first.plusDays(7).atStartOfDay(zone).toInstant();
        DoorWeek week = week(
                first,
                List.of(
                        span(first.atStartOfDay(zone).toInstant(), Instant.parse(opens), ReasonCode.OUTSIDE_SCHEDULE),
                        span(Instant.parse(opens), Instant.parse(closes), ReasonCode.GRANTED),
                        span(Instant.parse(closes), end, ReasonCode.OUTSIDE_SCHEDULE)));
        return new WeekChart(week, words(week, format)).chart();
    }

    private static WeekWords words(DoorWeek week, TimeFormat format) {
        return new WeekWords(new Messages(), Locale.ENGLISH, format, week);
    }

    private static DoorWeek week(LocalDate first, List<DoorSpan> spans) {
        return new DoorWeek(
                new DoorWeekQuery(1, "anna", null, "door", null, null, first),
                "Anna",
                new Door(new Device("door", "g1", DeviceType.PANEL, "Door", "AA-12", "SN1", 1), "Door", List.of()),
                List.of(),
                first,
                ZoneId.of("Europe/London"),
                spans,
                Map.of("r1", "Front <door>"));
    }

    private static DoorSpan span(Instant from, Instant until, ReasonCode reason) {
        boolean opens = reason == ReasonCode.GRANTED;
        return new DoorSpan(from, until, opens, reason, List.of(), opens ? List.of("r1") : List.of(), List.of("card"));
    }
}
