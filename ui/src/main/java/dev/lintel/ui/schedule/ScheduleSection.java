package dev.lintel.ui.schedule;

import com.vaadin.flow.component.Component;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import java.util.Optional;

/** A part of the page of a schedule that another feature brings: a bean, with {@code @Order} for its place. */
public interface ScheduleSection {
    /** Empty when there is nothing to show, or nothing that is for the actor. */
    Optional<Component> section(Actor actor, StoredSchedule schedule);
}
