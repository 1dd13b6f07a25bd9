package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.schedule.Schedule;
import java.util.List;

/**
 * What is to become of schedules of a project, published inside the transaction of whoever edits them: storing it, and
 * putting it in force at the doors after the commit, is the site's business.
 *
 * @param removed ids of schedules that no restriction uses
 */
public record SchedulesChanged(long project, List<Schedule> added, List<Schedule> changed, List<String> removed) {
    public SchedulesChanged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }
}
