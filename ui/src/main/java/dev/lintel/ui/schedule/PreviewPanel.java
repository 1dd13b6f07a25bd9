package dev.lintel.ui.schedule;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.schedule.OpenSpan;
import dev.lintel.domain.schedule.SchedulePreview;
import dev.lintel.domain.schedule.SchedulePreview.Upcoming;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a schedule comes to: a sentence, a year of days, and what is next. */
final class PreviewPanel extends Section {
    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final transient YearMap map;
    private final transient DateTimeFormatter day;
    private final transient Runnable again;
    private final Paragraph sentence = new Paragraph();
    private final Span shownYear = new Span();
    private final Div mapPlace = new Div();
    private final OrderedList next = new OrderedList();
    private final Paragraph nothing = new Paragraph(getTranslation("schedule.nothingNext"));
    private final LocalDate today;
    private int year;

    /** @param again asked for when another year is to be shown */
    PreviewPanel(Messages messages, LocalDate today, Runnable again) {
        this.map = new YearMap(messages, getLocale());
        this.day = DateTimeFormatter.ofPattern(
                "EEE d MMM yyyy", Language.nearest(getLocale()).formats());
        this.again = again;
        this.today = today;
        this.year = today.getYear();
        addClassName("schedule-preview");
        sentence.addClassName("sentence");
        sentence.getElement().setAttribute("aria-live", "polite");
        shownYear.addClassName("strong");
        Div years = new Div(
                turn(VaadinIcon.ANGLE_LEFT, "schedule.yearBefore", -1),
                shownYear,
                turn(VaadinIcon.ANGLE_RIGHT, "schedule.yearAfter", 1),
                legend());
        years.addClassName("years");
        next.addClassName("next-times");
        nothing.addClassName("about");
        add(sentence, years, mapPlace, new H2(getTranslation("schedule.next")), nothing, next);
    }

    int year() {
        return year;
    }

    void show(String text, SchedulePreview preview) {
        sentence.setText(text.substring(0, 1).toUpperCase(getLocale()) + text.substring(1) + ".");
        removeClassName("stale");
        shownYear.setText(Integer.toString(year));
        mapPlace.removeAll();
        mapPlace.add(map.of(year, preview.days(), today));
        nothing.setVisible(preview.next().isEmpty());
        next.removeAll();
        preview.next().forEach(upcoming -> next.add(item(upcoming)));
    }

    /** What is shown does no longer hold, and something is missing to show what does. */
    void stale() {
        addClassName("stale");
        sentence.setText(getTranslation("schedule.incomplete"));
    }

    private Button turn(VaadinIcon icon, String label, int years) {
        Button button = new Button(icon.create(), click -> {
            year += years;
            again.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(label));
        return button;
    }

    private Div legend() {
        Span open = new Span(getTranslation("schedule.legendOpen"));
        open.addClassName("legend-open");
        Span holiday = new Span(getTranslation("schedule.legendHoliday"));
        holiday.addClassName("legend-holiday");
        Div both = new Div(open, holiday);
        both.addClassName("legend");
        return both;
    }

    private ListItem item(Upcoming upcoming) {
        Span when = new Span(text(new OpenSpan(upcoming.start(), upcoming.end())));
        ListItem item = new ListItem(when);
        if (upcoming.holiday() != null) {
            Span holiday = new Span(upcoming.holiday().name());
            holiday.addClassName("holiday-name");
            item.add(holiday);
        }
        if (upcoming.open().isEmpty()) {
            item.addClassName("closed");
            item.add(new Span(getTranslation("schedule.closedThen")));
        } else if (!upcoming.isWhole()) {
            item.add(new Span(getTranslation(
                    "schedule.onlyThen",
                    upcoming.open().stream().map(this::text).collect(Collectors.joining(", ")))));
        }
        return item;
    }

    private String text(OpenSpan span) {
        boolean wholeDays = isMidnight(span.from()) && isMidnight(span.until());
        LocalDate first = span.from().toLocalDate();
        LocalDate last = span.until().minusSeconds(1).toLocalDate();
        if (wholeDays) {
            return first.equals(last) ? day.format(first) : day.format(first) + " – " + day.format(last);
        }
        String until = isMidnight(span.until()) ? "24:00" : TIME.format(span.until());
        String end = first.equals(last) ? until : day.format(last) + ", " + until;
        return day.format(first) + ", " + TIME.format(span.from()) + (first.equals(last) ? "–" : " – ") + end;
    }

    private static boolean isMidnight(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
