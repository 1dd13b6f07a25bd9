/** Schedules and holidays as iCalendar files, RFC 5545. */
@NullMarked
package dev.lintel.domain.schedule.ics;

import org.jspecify.annotations.NullMarked;
