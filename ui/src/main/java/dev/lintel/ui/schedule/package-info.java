/** Schedules and holidays: found, tried out while they are edited, and told in sentences. */
@NullMarked
package dev.lintel.ui.schedule;

import org.jspecify.annotations.NullMarked;
