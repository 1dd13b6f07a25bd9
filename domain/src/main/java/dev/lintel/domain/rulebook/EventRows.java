package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.device.EventClass;
import dev.lintel.domain.device.EventTable;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the rulebook of a project says about events of its devices. */
@Component
class EventRows implements EventTable {
    private static final Logger LOG = LoggerFactory.getLogger(EventRows.class);

    private final Outcomes outcomes;
    private final AccessDirectory directory;
    private final InstantSource clock;

    EventRows(Outcomes outcomes, AccessDirectory directory, InstantSource clock) {
        this.outcomes = outcomes;
        this.directory = directory;
        this.clock = clock;
    }

    /** An event is kept, whatever becomes of the rules. */
    @Override
    public EventClass of(DeviceEvent event, EventClass otherwise) {
        SiteSnapshot site = directory.siteOfSerial(event.serial());
        Device device = site == null ? null : directory.device(event.serial());
        if (site == null || device == null) {
            return otherwise;
        }
        try {
            return outcomes.ask(
                            OutcomeKind.EVENT_PRIORITY,
                            site.project().id(),
                            now -> new OutcomeQuestion(
                                    Set.of(OutcomeTopics.ofEvent(event.code())),
                                    now.about(null, null, IdentifierType.CARD, device.id(), clock.instant())))
                    .filter(said -> !said.outcome().saysNothing())
                    .map(said -> as(said, otherwise))
                    .orElse(otherwise);
        } catch (RuntimeException failure) {
            LOG.warn("what an event is could not be decided by the table of its project", failure);
            return otherwise;
        }
    }

    private static EventClass as(Outcomes.Said said, EventClass otherwise) {
        return new EventClass(
                Objects.requireNonNullElse(said.outcome().priority(), otherwise.priority()),
                Objects.requireNonNullElse(said.outcome().category(), otherwise.category()),
                said.table().name(),
                said.row());
    }
}
