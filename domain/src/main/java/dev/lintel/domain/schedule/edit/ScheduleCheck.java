package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.schedule.InvalidRecurrenceException;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Field;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Problem;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Reason;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What a schedule must be like to be taken. */
final class ScheduleCheck {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final List<Problem> problems = new ArrayList<>();

    private ScheduleCheck() {}

    /** @throws ScheduleRefusedException with everything that is wrong */
    static void require(ScheduleDraft draft) {
        ScheduleCheck check = new ScheduleCheck();
        if (draft.name().isEmpty()) {
            check.problem(Field.NAME, Reason.MISSING, "");
        }
        check.text(Field.NAME, draft.name(), Schedule.LONGEST_NAME);
        check.text(Field.DESCRIPTION, draft.description(), Schedule.LONGEST_DESCRIPTION);
        check.times(draft);
        check.throwIfAny();
    }

    /**
     * Only that it can be evaluated, whatever it is called.
     *
     * @throws ScheduleRefusedException with everything that is wrong
     */
    static void requireTimes(ScheduleDraft draft) {
        ScheduleCheck check = new ScheduleCheck();
        check.times(draft);
        check.throwIfAny();
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ScheduleRefusedException(problems);
        }
    }

    private void times(ScheduleDraft draft) {
        year(Field.START, draft.start());
        year(Field.END, draft.end());
        boolean ends = draft.allDay()
                ? !draft.end().toLocalDate().isBefore(draft.start().toLocalDate())
                : draft.end().isAfter(draft.start());
        if (!ends) {
            problem(Field.END, Reason.NOT_AFTER_START, draft.end().toString());
        }
        String rule = draft.rrule();
        if (rule != null && rule.length() > Schedule.LONGEST_RULE) {
            problem(Field.RRULE, Reason.TOO_LONG, "");
        } else if (problems.isEmpty()) {
            try {
                Occurrences.of(draft.as(""), ZoneOffset.UTC);
            } catch (InvalidRecurrenceException invalid) {
                problems.add(Problem.of(invalid.fault()));
            }
        }
    }

    private void year(Field field, LocalDateTime time) {
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            problem(field, Reason.OUT_OF_RANGE, time.toString());
        }
    }

    private void text(Field field, String text, int longest) {
        if (text.length() > longest) {
            problem(field, Reason.TOO_LONG, "");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            problem(field, Reason.UNPRINTABLE, "");
        }
    }

    private void problem(Field field, Reason reason, String value) {
        problems.add(new Problem(field, reason, value));
    }
}
