package dev.lintel.ui.schedule;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.holiday.StoredCalendar;
import dev.lintel.domain.schedule.holiday.Subscription;
import dev.lintel.domain.schedule.holiday.SubscriptionProblem;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what holiday calendars hold, and how their subscriptions go. */
@Component
final class HolidayWords {
    private static final int DAYS_AHEAD = 366;

    private final Messages messages;
    private final InstantSource clock;

    HolidayWords(Messages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** "12 holidays; next is Christmas on 25 December 2026". */
    String holds(StoredCalendar calendar, ZoneId zone) {
        Locale locale = UI.getCurrentOrThrow().getLocale();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Holidays holidays = Holidays.of(List.of(calendar.calendar()));
        Optional<LocalDate> next = today.datesUntil(today.plusDays(DAYS_AHEAD))
                .filter(day -> holidays.on(day).isPresent())
                .findFirst();
        String count = messages.getTranslation(
                "holidays.count", locale, calendar.calendar().holidays().size());
        return next.map(day -> messages.getTranslation(
                        "holidays.next",
                        locale,
                        count,
                        holidays.on(day).map(Holiday::name).orElse(""),
                        new Moments(messages, locale, ZoneOffset.UTC).date(day)))
                .orElse(count);
    }

    String days(Holiday holiday) {
        Locale locale = UI.getCurrentOrThrow().getLocale();
        Moments moments = new Moments(messages, locale, ZoneOffset.UTC);
        String first = moments.date(holiday.first());
        String days = holiday.first().equals(holiday.last())
                ? first
                : messages.getTranslation("holidays.fromTo", locale, first, moments.date(holiday.last()));
        return holiday.yearly() ? messages.getTranslation("holidays.andYearly", locale, days) : days;
    }

    /** How the last refresh went, and whose holidays are in force. */
    Paragraph state(Subscription subscription) {
        Locale locale = UI.getCurrentOrThrow().getLocale();
        SubscriptionProblem problem = subscription.problem();
        Instant refreshed = subscription.refreshed();
        String good = refreshed == null
                ? messages.getTranslation("holidays.notYet", locale)
                : messages.getTranslation(
                        "holidays.refreshed", locale, moments().inList(refreshed));
        if (problem == null) {
            return new Paragraph(good);
        }
        String why = messages.getTranslation(Messages.keyOf(problem), locale, subscription.about());
        Paragraph said = new Paragraph(why + " " + good);
        said.addClassName("problem");
        return said;
    }

    private Moments moments() {
        return BrowserZone.moments(UI.getCurrentOrThrow(), messages);
    }
}
