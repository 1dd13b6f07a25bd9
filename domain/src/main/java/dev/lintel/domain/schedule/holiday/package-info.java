/** Holiday calendars of projects: entered by hand, taken from files, or subscribed. */
@NullMarked
package dev.lintel.domain.schedule.holiday;

import org.jspecify.annotations.NullMarked;
