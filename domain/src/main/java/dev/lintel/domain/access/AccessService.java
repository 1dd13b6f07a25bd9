package dev.lintel.domain.access;

/** Answers doors: gathers the facts, asks the decision point, carries out what that obliges to, writes the ACS log. */
public class AccessService {
    /**
     * Decides, counts, logs, and only then answers. The log entry and the counted pass are committed in one transaction
     * before this returns.
     */
    public AccessAnswer ask(AccessRequest request, RequestOrigin origin) {
        throw new UnsupportedOperationException();
    }

    /** Decides without recording or counting anything. */
    public AccessAnswer explain(AccessRequest request) {
        throw new UnsupportedOperationException();
    }
}
