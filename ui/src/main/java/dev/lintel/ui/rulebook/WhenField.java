package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.component.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When rules come into force: at once, or at a moment by the clock of their project. */
final class WhenField extends Div {
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<Boolean> later =
            new RadioButtonGroup<>(getTranslation("rulebook.whenInForce"), false, true);
    private final DateTimePicker at = new DateTimePicker(getTranslation("rulebook.whenInForce.at"));
    private final ZoneId zone;

    /** @param now the full hour, by the clock of the project */
    WhenField(ZoneId zone, LocalDateTime now, Refusals refusals) {
        this.zone = zone;
        addClassName("when-field");
        later.setItemLabelGenerator(
                one -> getTranslation(one ? "rulebook.whenInForce.later" : "rulebook.whenInForce.now"));
        later.setValue(false);
        UI ui = UI.getCurrentOrThrow();
        at.setStep(Duration.ofMinutes(15));
        at.setDatePickerI18n(DateWords.in(ui));
        // the picker knows 24 hours by the country alone; its words are given above
        at.setLocale(Preferred.of(ui).timeFormat() == TimeFormat.H24 ? Locale.UK : Locale.US);
        at.setHelperText(getTranslation("rulebook.whenInForce.help", zone.getId()));
        at.setMin(now);
        at.setVisible(false);
        later.addValueChangeListener(change -> at.setVisible(change.getValue()));
        refusals.at("at", at);
        add(later, at);
    }

    /** Whether a moment is chosen where one is to be; says so where not. */
    boolean isChosen() {
        boolean chosen = !later.getValue() || at.getValue() != null;
        at.setErrorMessage(chosen ? "" : getTranslation("rulebook.whenInForce.missing"));
        at.setInvalid(!chosen);
        if (!chosen) {
            at.focus();
        }
        return chosen;
    }

    /** Null is now. */
    @Nullable
    Instant moment() {
        return later.getValue()
                ? Optional.ofNullable(at.getValue())
                        .map(local -> local.atZone(zone).toInstant())
                        .orElse(null)
                : null;
    }
}
