package dev.lintel.ui.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.domain.sync.CopyState;
import dev.lintel.domain.sync.ScheduleCopyList;
import dev.lintel.domain.sync.ScheduleCopyRow;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.schedule.ScheduleSection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many devices have a schedule as it is now, and how far these know the holidays. */
@Component
@Order(1)
class ScheduleCopiesSection implements ScheduleSection {
    private final ScheduleCopyList copies;
    private final Messages messages;

    ScheduleCopiesSection(ScheduleCopyList copies, Messages messages) {
        this.copies = copies;
        this.messages = messages;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> section(Actor actor, StoredSchedule schedule) {
        if (!ScheduleCopiesView.isFor(actor)) {
            return Optional.empty();
        }
        List<Condition<ScheduleCopyRow>> here =
                List.of(is("project", Long.toString(schedule.project())), is("schedule", schedule.id()));
        List<Condition<ScheduleCopyRow>> taken = new ArrayList<>(here);
        taken.add(is("state", WireName.of(CopyState.SYNCED)));
        ListQuery<ScheduleCopyRow> query =
                ListQuery.everything(copies.listing()).narrowedTo(here);
        // what narrows a query takes the place of what narrowed it before
        ListQuery<ScheduleCopyRow> inPlace =
                ListQuery.everything(copies.listing()).narrowedTo(taken);
        long all = copies.count(actor, query).number();
        Section section = new Section(new H2(t("copies.title")));
        if (all == 0) {
            section.add(new Paragraph(t("scheduleCopy.none")));
            return Optional.of(section);
        }
        section.add(new Paragraph(
                t("scheduleCopy.summary", copies.count(actor, inPlace).number(), all)));
        copies.page(actor, inPlace, null, 1).rows().stream()
                .findFirst()
                .map(ScheduleCopyRow::holidaysUntil)
                .ifPresent(until -> section.add(new Paragraph(t("scheduleCopy.known", date(until)))));
        section.add(new Anchor(address(schedule), t("scheduleCopy.each")));
        return Optional.of(section);
    }

    private Condition<ScheduleCopyRow> is(String field, String value) {
        return Condition.read(copies.listing().known(field), Operator.IS, List.of(value));
    }

    private String date(LocalDate until) {
        return BrowserZone.moments(UI.getCurrentOrThrow(), messages).date(until);
    }

    private static String address(StoredSchedule schedule) {
        Map<String, List<String>> there = ChosenProject.parameters(schedule.project());
        there.put("schedule", List.of(QueryText.oneOfSeveral(schedule.id())));
        return ScheduleCopiesView.PATH + "?" + new QueryParameters(there).getQueryString();
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
