package dev.lintel.ui.schedule;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.schedule.ScheduleWording;
import dev.lintel.domain.schedule.edit.ScheduleList;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How schedules are shown in a list. */
@Component
final class ScheduleColumns {
    private final ScheduleList schedules;
    private final ScheduleWording wording;
    private final Messages messages;

    ScheduleColumns(ScheduleList schedules, ScheduleWording wording, Messages messages) {
        this.schedules = schedules;
        this.wording = wording;
        this.messages = messages;
    }

    ListDescription<StoredSchedule> list(String path, Locale locale) {
        return ListDescription.of(path, "schedules", schedules, ScheduleColumns::key, columns(locale))
                .searching("name")
                .leadingTo(ScheduleColumns::address)
                .card(new ComponentRenderer<>(schedule -> card(schedule, locale)));
    }

    private static String key(StoredSchedule schedule) {
        return schedule.project() + "/" + schedule.id();
    }

    static String address(StoredSchedule schedule) {
        return SchedulesView.path(schedule.project(), schedule.id());
    }

    private List<ListColumn<StoredSchedule>> columns(Locale locale) {
        return List.of(
                ListColumn.of("name", StoredSchedule::name).grow(3),
                ListColumn.<StoredSchedule>of("when", schedule -> wording.sentence(schedule.schedule(), locale))
                        .grow(6),
                ListColumn.<StoredSchedule>of(
                                "description", schedule -> schedule.schedule().description())
                        .hidden(),
                ListColumn.<StoredSchedule>of("from", schedule -> schedule.schedule()
                                .start()
                                .toLocalDate()
                                .toString())
                        .width("8rem"),
                ListColumn.<StoredSchedule>of("until", ScheduleColumns::until).width("8rem"),
                ListColumn.<StoredSchedule>of(
                                "holidays",
                                schedule -> messages.nameOf(
                                        locale, schedule.schedule().holidays()))
                        .hidden(),
                ListColumn.<StoredSchedule>of("uses", schedule -> (long) schedule.uses())
                        .width("9rem")
                        .ofNumbers());
    }

    private static String until(StoredSchedule schedule) {
        LocalDate last = schedule.lastDay();
        return last == null ? "" : last.toString();
    }

    private Div card(StoredSchedule schedule, Locale locale) {
        Anchor name = new Anchor(address(schedule), schedule.name());
        name.addClassName("strong");
        Div card = new Div(
                name,
                new Span(wording.sentence(schedule.schedule(), locale)),
                new Span(messages.getTranslation("schedules.usesOf", locale, schedule.uses())));
        card.addClassName("record-card");
        return card;
    }
}
