package dev.lintel.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import dev.lintel.ui.i18n.Language;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The words of a calendar, which date pickers want to be told; weeks begin on Monday. */
public final class DateWords {
    private DateWords() {}

    public static DatePickerI18n in(UI place) {
        Locale locale = Language.nearest(place.getLocale()).locale();
        List<String> months = Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList();
        return new DatePickerI18n()
                .setMonthNames(months)
                .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(1)
                .setDateFormat("yyyy-MM-dd")
                .setToday(place.getTranslation("date.today"))
                .setCancel(place.getTranslation("action.cancel"));
    }

    private static List<String> weekdays(TextStyle style, Locale locale) {
        // the picker counts from Sunday
        return IntStream.range(0, 7)
                .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
                .toList();
    }
}
