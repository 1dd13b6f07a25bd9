package dev.lintel.ui.schedule;

import com.vaadin.flow.component.Html;
import dev.lintel.domain.schedule.SchedulePreview.Day;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Draws a year as twelve months, each day the deeper the longer it is open. Made as one piece, since it is made at each key. */
final class YearMap {
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int LEVELS = 4;

    private final Messages messages;
    private final Locale locale;
    private final Moments moments;

    YearMap(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = Language.nearest(locale).locale();
        this.moments = new Moments(messages, locale, ZoneOffset.UTC);
    }

    Html of(int year, List<Day> days, LocalDate today) {
        Map<LocalDate, Day> byDate = new HashMap<>();
        days.forEach(day -> byDate.put(day.date(), day));
        long open = days.stream().filter(day -> day.minutes() > 0).count();
        Element map = new Element("div")
                .addClass("year-map")
                .attr("role", "img")
                .attr("aria-label", messages.getTranslation("schedule.openDays", locale, open, Integer.toString(year)));
        for (Month month : Month.values()) {
            map.appendChild(month(YearMonth.of(year, month), byDate, today));
        }
        return new Html(map.outerHtml());
    }

    private Element month(YearMonth month, Map<LocalDate, Day> byDate, LocalDate today) {
        Element block = new Element("div").addClass("month");
        block.appendElement("div")
                .addClass("month-name")
                .text(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale));
        Element grid = block.appendElement("div").addClass("days");
        for (DayOfWeek day : DayOfWeek.values()) {
            grid.appendElement("span")
                    .addClass("weekday")
                    .text(day.getDisplayName(TextStyle.NARROW_STANDALONE, locale));
        }
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            LocalDate date = month.atDay(number);
            Element cell = day(date, byDate.get(date));
            if (number == 1) {
                cell.attr("style", "grid-column: " + date.getDayOfWeek().getValue());
            }
            if (date.equals(today)) {
                cell.addClass("is-today");
            }
            grid.appendChild(cell);
        }
        return block;
    }

    private Element day(LocalDate date, @Nullable Day day) {
        Element cell = new Element("span").addClass("day").text(Integer.toString(date.getDayOfMonth()));
        if (day == null) {
            return cell;
        }
        if (day.minutes() > 0) {
            cell.addClass("open-" + Math.min(LEVELS, 1 + day.minutes() * LEVELS / MINUTES_OF_A_DAY));
        }
        if (day.holiday() != null) {
            cell.addClass("holiday");
        }
        Map<String, Object> told = Map.of(
                "date",
                moments.date(date),
                "hours",
                day.minutes() / 60,
                "minutes",
                day.minutes() % 60,
                "holiday",
                day.holiday() == null ? "" : day.holiday().name(),
                "isHoliday",
                day.holiday() != null,
                "isOpen",
                day.minutes() > 0);
        return cell.attr("title", messages.say(locale, "schedule.day", told));
    }
}
