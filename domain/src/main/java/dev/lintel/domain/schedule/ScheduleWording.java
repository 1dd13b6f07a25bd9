package dev.lintel.domain.schedule;

import java.util.Locale;

/** Says a schedule as a person would. The domain knows codes only; the sentences come from the message bundles. */
public interface ScheduleWording {
    /** One plain sentence without a full stop, in the nearest language there is. */
    String sentence(Schedule schedule, Locale locale);
}
