package dev.lintel.ui.access;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.access.AcsLogFilter;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.EnumSelect;
import dev.lintel.ui.i18n.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The conditions of the ACS log. Shows a filter, and tells when a person makes it another. */
final class FilterBar extends Div {
    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MILLIS = 400;

    private final ZoneId zone;
    private final transient Consumer<AcsLogFilter> listener;
    private final ComboBox<DeviceStatus> device = new ComboBox<>(getTranslation("acsLog.device"));
    private final TextField identifier = new TextField(getTranslation("acsLog.identifier"));
    private final Select<IdentifierType> type =
            new EnumSelect<>(getTranslation("acsLog.type"), IdentifierType.values());
    private final TextField owner = new TextField(getTranslation("acsLog.owner"));
    private final Select<Verdict> verdict = new EnumSelect<>(getTranslation("acsLog.verdict"), Verdict.values());
    private final Select<ReasonCode> reason = new EnumSelect<>(getTranslation("acsLog.reason"), ReasonCode.values());
    private final DateTimePicker from = new DateTimePicker(getTranslation("acsLog.from"));
    private final DateTimePicker until = new DateTimePicker(getTranslation("acsLog.until"));
    private final Button clear = new Button(getTranslation("filter.clear"));
    private transient AcsLogFilter shown = AcsLogFilter.ALL;

    FilterBar(List<DeviceStatus> devices, ZoneId zone, Consumer<AcsLogFilter> listener) {
        this.zone = zone;
        this.listener = listener;
        addClassName("filter-bar");
        getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("filter.label"));

        device.setItems(
                (candidate, typed) -> (candidate.displayName() + " " + candidate.groupPath())
                        .toLowerCase(getLocale())
                        .contains(typed.toLowerCase(getLocale())),
                devices);
        device.setItemLabelGenerator(DeviceStatus::displayName);
        device.setClearButtonVisible(true);
        for (TextField field : List.of(identifier, owner)) {
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        }
        for (DateTimePicker picker : List.of(from, until)) {
            picker.setStep(Duration.ofMinutes(15));
            picker.setLocale(Language.nearest(getLocale()).locale());
            picker.setDatePickerI18n(DateWords.in(UI.getCurrentOrThrow()));
            picker.addClassName("moment");
        }
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        clear.addClickListener(click ->
                listener.accept(new AcsLogFilter(shown.project(), null, null, null, null, null, null, null, null)));
        owner.addFocusShortcut(Key.SLASH).setBrowserDefaultAllowed(false);
        add(owner, device, verdict, reason, type, identifier, from, until, clear);
        List.of(owner, device, verdict, reason, type, identifier, from, until).forEach(this::listen);
    }

    /** Shows the filter without telling anybody. */
    void show(AcsLogFilter filter) {
        shown = filter;
        device.setValue(device.getListDataView()
                .getItems()
                .filter(status -> status.device().id().equals(filter.deviceId()))
                .findFirst()
                .orElse(null));
        set(identifier, filter.identifier());
        set(type, filter.type());
        set(owner, filter.owner());
        set(verdict, filter.verdict());
        set(reason, filter.reason());
        set(from, local(filter.from()));
        set(until, local(filter.until()));
        clear.setVisible(
                !filter.equals(new AcsLogFilter(filter.project(), null, null, null, null, null, null, null, null)));
    }

    private void listen(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.accept(wanted());
            }
        });
    }

    private AcsLogFilter wanted() {
        DeviceStatus chosen = device.getValue();
        return new AcsLogFilter(
                shown.project(),
                chosen == null ? null : chosen.device().id(),
                text(identifier),
                type.getValue(),
                text(owner),
                verdict.getValue(),
                reason.getValue(),
                instant(from.getValue()),
                instant(until.getValue()));
    }

    private static <T> void set(HasValue<?, T> field, @Nullable T value) {
        if (value == null) {
            field.clear();
        } else {
            field.setValue(value);
        }
    }

    private static @Nullable String text(TextField field) {
        String typed = field.getValue().strip();
        return typed.isEmpty() ? null : typed;
    }

    private @Nullable LocalDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toLocalDateTime();
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(zone).toInstant();
    }
}
