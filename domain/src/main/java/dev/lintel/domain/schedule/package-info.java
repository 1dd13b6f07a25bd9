/** When something holds: wall-clock schedules with RFC 5545 recurrence. */
@NullMarked
package dev.lintel.domain.schedule;

import org.jspecify.annotations.NullMarked;
