package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Field;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Problem;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a holiday calendar must be like to be taken. */
final class CalendarCheck {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int LONGEST_URL = 1_000;

    private final List<Problem> problems = new ArrayList<>();

    private CalendarCheck() {}

    /**
     * Checks.
     *
     * @param taken names of the other calendars of the project
     * @throws ScheduleRefusedException with everything that is wrong
     */
    static void require(CalendarDraft draft, Collection<String> taken) {
        CalendarCheck check = new CalendarCheck();
        check.name(draft.name(), taken);
        check.holidays(draft.holidays());
        String url = draft.url();
        if (url != null && !isWebAddress(url)) {
            check.problem(Field.URL, Reason.NO_WEB_ADDRESS, url);
        }
        if (!check.problems.isEmpty()) {
            throw new ScheduleRefusedException(check.problems);
        }
    }

    private void name(String name, Collection<String> taken) {
        if (name.isEmpty()) {
            problem(Field.NAME, Reason.MISSING, "");
        } else if (name.length() > HolidayCalendar.LONGEST_NAME) {
            problem(Field.NAME, Reason.TOO_LONG, "");
        } else if (name.codePoints().anyMatch(Character::isISOControl)) {
            problem(Field.NAME, Reason.UNPRINTABLE, "");
        } else if (taken.contains(name)) {
            problem(Field.NAME, Reason.TAKEN, name);
        }
    }

    private void holidays(List<Holiday> holidays) {
        if (holidays.size() > HolidayCalendar.MOST_HOLIDAYS) {
            problem(Field.HOLIDAYS, Reason.TOO_MANY, Integer.toString(holidays.size()));
        }
        for (Holiday holiday : holidays) {
            if (holiday.name().length() > Holiday.LONGEST_NAME) {
                problem(Field.HOLIDAYS, Reason.TOO_LONG, holiday.name());
            }
            if (holiday.name().codePoints().anyMatch(Character::isISOControl)) {
                problem(Field.HOLIDAYS, Reason.UNPRINTABLE, holiday.name());
            }
            if (holiday.first().getYear() < FIRST_YEAR || holiday.last().getYear() > LAST_YEAR) {
                problem(Field.HOLIDAYS, Reason.OUT_OF_RANGE, holiday.first().toString());
            }
        }
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && url.length() <= LONGEST_URL;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private void problem(Field field, Reason reason, String value) {
        problems.add(new Problem(field, reason, value));
    }
}
