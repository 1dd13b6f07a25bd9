package dev.lintel.domain.access;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Puts in force the threat levels that are stored, whichever node stored them. */
@Component
class ThreatsInForce implements NodeChannel {
    /** PostgreSQL channel on which a node tells the others in which project a level is another. */
    static final String CHANNEL = "lintel_threats";

    private final TraitReader reader;
    private final AccessDirectory directory;

    ThreatsInForce(TraitReader reader, AccessDirectory directory) {
        this.reader = reader;
        this.directory = directory;
    }

    /** This node's own change is in force before whoever made it is answered. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void changed(ThreatLevels.Changed news) {
        follow(news.project());
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public void heard(String payload) {
        follow(Long.parseLong(payload));
    }

    @Override
    public void listening() {
        directory.sites().forEach(site -> follow(site.project().id()));
    }

    /** One after the other, so that what was read first is not put in force last. */
    private synchronized void follow(long project) {
        directory.threats(project, reader.threats(project));
    }
}
