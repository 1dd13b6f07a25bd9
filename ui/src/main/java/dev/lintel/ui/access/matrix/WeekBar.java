package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import dev.lintel.domain.access.matrix.DoorWeek;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which week of a door is shown, in which direction and at which lock. */
final class WeekBar extends Div {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 7;

    private final transient DoorWeekQuery asked;
    private final LocalDate first;
    private final Button before = new Button(VaadinIcon.ANGLE_LEFT.create());
    private final Button after = new Button(VaadinIcon.ANGLE_RIGHT.create());

    /** @param hasDraft whether there are other rules than those in force to look at it under */
    WeekBar(DoorWeek week, WeekWords words, boolean hasDraft) {
        this.asked = week.asked();
        this.first = week.first();
        addClassNames("moment-bar", "week-bar");
        Span shown = new Span(words.span());
        shown.addClassName("strong");
        turns(before, "week.before", -DAYS);
        turns(after, "week.after", DAYS);
        Div turning = new Div(before, shown, after);
        turning.addClassName("turning");
        if (asked.from() != null) {
            turning.add(new Button(getTranslation("week.fromToday"), click -> go(asked.from(null))));
        }
        add(turning);
        if (hasDraft || asked.draft()) {
            add(rules());
        }
        List<String> directions = week.door().accessPoints();
        if (!directions.isEmpty()) {
            add(choice("openers.direction", "openers.anyDirection", directions, asked.accessPoint(), asked::through));
        }
        int locks = week.door().device().locks();
        if (locks > 1) {
            List<String> numbers =
                    IntStream.rangeClosed(1, locks).mapToObj(Integer::toString).toList();
            String lock = asked.lock() == null ? null : asked.lock().toString();
            add(choice(
                    "openers.lock",
                    "openers.anyLock",
                    numbers,
                    lock,
                    number -> asked.at(number == null ? null : Integer.valueOf(number))));
        }
    }

    private Select<Boolean> rules() {
        Select<Boolean> select = new Select<>();
        select.setLabel(getTranslation("week.rules"));
        select.setItems(false, true);
        select.setItemLabelGenerator(draft -> getTranslation(draft ? "week.rules.draft" : "week.rules.inForce"));
        select.setValue(asked.draft());
        select.addValueChangeListener(change -> go(asked.drafted(change.getValue())));
        return select;
    }

    /** Who turns by the keyboard goes on doing so: the button that led from the other first day has the focus. */
    void turnedFrom(LocalDate other) {
        if (other.plusDays(DAYS).equals(first)) {
            after.focus();
        } else if (other.minusDays(DAYS).equals(first)) {
            before.focus();
        }
    }

    private void turns(Button button, String label, int days) {
        button.setAriaLabel(getTranslation(label));
        button.setTooltipText(getTranslation(label));
        LocalDate other = first.plusDays(days);
        button.setEnabled(!other.isBefore(DoorWeekQuery.FIRST) && !other.isAfter(DoorWeekQuery.LAST));
        button.addClickListener(click -> go(asked.from(other)));
    }

    private Select<String> choice(
            String label,
            String any,
            List<String> values,
            @Nullable String chosen,
            Function<@Nullable String, DoorWeekQuery> other) {
        Select<String> select = new Select<>();
        select.setLabel(getTranslation(label));
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(values);
        String now = Objects.requireNonNullElse(chosen, "");
        if (!all.contains(now)) {
            all.add(now);
        }
        select.setItems(all);
        select.setItemLabelGenerator(value -> value.isEmpty() ? getTranslation(any) : value);
        select.setValue(now);
        select.addValueChangeListener(
                change -> go(other.apply(change.getValue().isEmpty() ? null : change.getValue())));
        return select;
    }

    private static void go(DoorWeekQuery other) {
        WeekAddress address = WeekAddress.of(other);
        UI.getCurrentOrThrow().navigate(address.path(), address.query());
    }
}
