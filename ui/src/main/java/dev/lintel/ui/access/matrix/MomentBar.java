package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Preferred;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is asked of doors: when, in which direction, at which lock. It stands in the address. */
final class MomentBar extends Div {
    /** Names of the parameters; none is a field of the matrix, so that no list takes it for a filter of its own. */
    private static final String WHEN = "when";

    private static final String DIRECTION = "direction";
    private static final String LOCK = "number";

    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient QueryParameters asked;

    /**
     * @param path of the page on which it stands
     * @param asked the parameters of its address
     */
    MomentBar(String path, QueryParameters asked) {
        this.path = path;
        this.asked = asked;
        addClassName("moment-bar");
        UI ui = UI.getCurrentOrThrow();
        ZoneId zone = BrowserZone.of(ui);
        DateTimePicker when = new DateTimePicker(getTranslation("openers.when"));
        when.setStep(Duration.ofMinutes(15));
        when.setDatePickerI18n(DateWords.in(ui));
        // the picker knows 24 hours by the country alone; its words are given above
        when.setLocale(Preferred.of(ui).timeFormat() == TimeFormat.H24 ? Locale.UK : Locale.US);
        when.setHelperText(getTranslation("openers.whenHelp"));
        moment(asked).ifPresent(at -> when.setValue(LocalDateTime.ofInstant(at, zone)));
        when.addValueChangeListener(change -> go(
                WHEN,
                change.getValue() == null
                        ? null
                        : change.getValue().atZone(zone).toInstant().toString()));
        add(when);
        if (moment(asked).isPresent()) {
            add(new Button(getTranslation("openers.now"), click -> go(WHEN, null)));
        }
    }

    /** Lets people choose among directions that restrictions tell from each other. */
    MomentBar directions(List<String> directions) {
        return directions.isEmpty() ? this : choose(DIRECTION, "openers.direction", "openers.anyDirection", directions);
    }

    /** @param locks how many there are */
    MomentBar locks(int locks) {
        List<String> numbers =
                IntStream.rangeClosed(1, locks).mapToObj(Integer::toString).toList();
        return locks < 2 ? this : choose(LOCK, "openers.lock", "openers.anyLock", numbers);
    }

    private MomentBar choose(String parameter, String label, String any, List<String> values) {
        Select<String> select = new Select<>();
        select.setLabel(getTranslation(label));
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(values);
        select.setItems(all);
        select.setItemLabelGenerator(value -> value.isEmpty() ? getTranslation(any) : value);
        select.setValue(value(asked, parameter).filter(values::contains).orElse(""));
        select.addValueChangeListener(change -> go(parameter, change.getValue().isEmpty() ? null : change.getValue()));
        add(select);
        return this;
    }

    /** What is asked for, by the names of the matrix's fields. */
    static List<List<String>> bounds(QueryParameters asked) {
        List<List<String>> bounds = new ArrayList<>();
        moment(asked).ifPresent(at -> bounds.add(List.of("at", at.toString())));
        value(asked, DIRECTION).ifPresent(direction -> bounds.add(List.of("accessPoint", direction)));
        value(asked, LOCK)
                .filter(number -> number.matches("[1-9]\\d?"))
                .ifPresent(number -> bounds.add(List.of("lock", number)));
        return bounds;
    }

    /** Empty is now; nonsense is, too. */
    private static Optional<Instant> moment(QueryParameters asked) {
        return value(asked, WHEN).flatMap(text -> {
            try {
                return Optional.of((Instant) new FieldType.Moment().read(text));
            } catch (IllegalArgumentException nonsense) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> value(QueryParameters asked, String name) {
        return asked.getSingleParameter(name)
                .filter(text -> !text.isBlank() && text.length() <= FieldType.Text.LONGEST);
    }

    private void go(String parameter, @Nullable String value) {
        UI ui = UI.getCurrentOrThrow();
        QueryParameters now = ui.getActiveViewLocation().getQueryParameters();
        ui.navigate(
                path,
                value == null
                        ? now.excluding(parameter)
                        : now.excluding(parameter).merging(parameter, value));
    }
}
