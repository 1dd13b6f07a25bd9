package dev.lintel.ui.access.matrix;

import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorWeek;
import dev.lintel.domain.access.matrix.DoorWeek.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Draws the week of a door: a row for each day, as long as the day is, and in it a bar for each time, exactly where it belongs.
 * The same follows in words.
 */
final class WeekChart {
    private static final Duration USUAL = Duration.ofDays(1);
    private static final int HOURS = 24;
    private static final int STEP = 3;

    private final DoorWeek week;
    private final WeekWords words;
    private final Duration longest;

    WeekChart(DoorWeek week, WeekWords words) {
        this.week = week;
        this.words = words;
        this.longest = week.days().stream()
                .map(Day::length)
                .reduce(USUAL, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    Element chart() {
        Element chart = new Element("div")
                .addClass("week-chart")
                .attr("role", "group")
                .attr("aria-label", words.text("week.chart"));
        List<Day> days = week.days();
        days.stream().filter(day -> !isChanged(day)).findFirst().ifPresent(usual -> chart.appendChild(hours(usual)));
        for (Day day : days) {
            Element row = chart.appendElement("div").addClass("week-day");
            Element name = row.appendElement("div").addClass("day-name").text(words.day(day.date()));
            if (isChanged(day)) {
                name.appendText(" ")
                        .appendElement("span")
                        .addClass("day-length")
                        .text(words.length(day));
            }
            row.appendChild(track(day));
            if (isChanged(day)) {
                chart.appendChild(hours(day));
            }
        }
        return chart;
    }

    Element list() {
        Element list = new Element("div").addClass("week-list");
        for (Day day : week.days()) {
            Element section = list.appendElement("section");
            section.appendElement("h3").text(words.wholeDay(day.date()));
            Element spans = section.appendElement("ul");
            for (DoorSpan span : day.spans()) {
                Element item = spans.appendElement("li").addClass(span.opens() ? "opens" : "closed");
                item.appendElement("span").addClass("times").text(words.times(day, span.from(), span.until()));
                item.appendText(" ").appendElement("span").text(sign(span) + " " + words.what(span));
            }
            Instant told = toldUntil(day);
            if (told.isBefore(day.end())) {
                Element item = spans.appendElement("li").addClass("unknown");
                item.appendElement("span").addClass("times").text(words.times(day, told, day.end()));
                item.appendText(" ").appendElement("span").text("? " + words.text("week.unknown"));
            }
        }
        return list;
    }

    private static boolean isChanged(Day day) {
        return !day.length().equals(USUAL);
    }

    private static String sign(DoorSpan span) {
        return span.opens() ? "✓" : "✕";
    }

    private static Instant toldUntil(Day day) {
        return day.spans().isEmpty() ? day.start() : day.spans().getLast().until();
    }

    private Element track(Day day) {
        Element track =
                new Element("div").addClass("track").attr("style", "inline-size: " + percent(day.length(), longest));
        for (DoorSpan span : day.spans()) {
            track.appendChild(bar(
                    day,
                    span.from(),
                    span.until(),
                    new Look(span.opens() ? "opens" : "closed", sign(span), words.what(span))));
        }
        Instant told = toldUntil(day);
        if (told.isBefore(day.end())) {
            track.appendChild(bar(day, told, day.end(), new Look("unknown", "?", words.text("week.unknown"))));
        }
        for (int hour = STEP; hour < HOURS; hour += STEP) {
            track.appendElement("i").addClass("tick").attr("style", at(day, hour));
        }
        return track;
    }

    private record Look(String style, String sign, String what) {}

    private Element bar(Day day, Instant from, Instant until, Look look) {
        String sentence = words.sentence(day, from, until, look.what());
        Element bar = new Element("span")
                .addClass("bar")
                .addClass(look.style())
                .attr("role", "img")
                .attr("tabindex", "0")
                .attr("title", sentence)
                .attr("aria-label", sentence)
                .attr("style", "inline-size: " + percent(Duration.between(from, until), day.length()));
        bar.appendElement("b").text(look.sign());
        bar.appendElement("span").text(words.times(day, from, until));
        return bar;
    }

    /** The hours on the wall over or under a day. */
    private Element hours(Day day) {
        Element row = new Element("div").addClass("week-day").addClass("hours").attr("aria-hidden", "true");
        row.appendElement("div").addClass("day-name");
        Element scale = row.appendElement("div")
                .addClass("scale")
                .attr("style", "inline-size: " + percent(day.length(), longest));
        for (int hour = 0; hour <= HOURS; hour += STEP) {
            scale.appendElement("span")
                    .addClass(hour % (2 * STEP) == 0 ? "even" : "odd")
                    .attr("style", at(day, hour))
                    .text(words.hour(hour));
        }
        return row;
    }

    private String at(Day day, int hour) {
        ZoneId zone = week.zone();
        Instant instant = hour == HOURS
                ? day.end()
                : day.date().atTime(hour, 0).atZone(zone).toInstant();
        return "inset-inline-start: " + percent(Duration.between(day.start(), instant), day.length());
    }

    private static String percent(Duration part, Duration whole) {
        double share = 100 * seconds(part) / seconds(whole);
        return String.format(Locale.ROOT, "%.5f%%", share);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
