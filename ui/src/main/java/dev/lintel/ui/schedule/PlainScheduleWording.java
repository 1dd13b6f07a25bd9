package dev.lintel.ui.schedule;

import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.ScheduleWording;
import dev.lintel.ui.i18n.Messages;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Words schedules from the message bundles. */
@Component
final class PlainScheduleWording implements ScheduleWording {
    private final Messages messages;

    PlainScheduleWording(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String sentence(Schedule schedule, Locale locale) {
        return new ScheduleSentence(messages, locale).of(schedule);
    }
}
