package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Preferred;
import java.util.Locale;

/** Lets people pick a moment as they like hours told. */
final class WallClock {
    private WallClock() {}

    static void show(DateTimePicker picker, UI ui) {
        picker.setDatePickerI18n(DateWords.in(ui));
        // the picker knows 24 hours by the country alone; its words are given above
        picker.setLocale(Preferred.of(ui).timeFormat() == TimeFormat.H24 ? Locale.UK : Locale.US);
    }
}
