/** Schedules of projects: found, added, edited, deleted. */
@NullMarked
package dev.lintel.domain.schedule.edit;

import org.jspecify.annotations.NullMarked;
