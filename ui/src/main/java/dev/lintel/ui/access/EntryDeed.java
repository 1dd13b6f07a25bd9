package dev.lintel.ui.access;

import com.vaadin.flow.component.Component;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.permission.Actor;
import java.util.Optional;

/** Something that other features offer to do with an entry of the log. */
public interface EntryDeed {
    /** @return empty when this person may not, or not with this entry */
    Optional<Component> offer(Actor actor, RecordedDecision recorded);
}
