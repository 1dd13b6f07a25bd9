package dev.lintel.domain.access;

import org.springframework.context.ApplicationContext;

/** The memory of a node, for tests elsewhere that want to see what is left of it after a start. */
public final class NodeMemory {
    private NodeMemory() {}

    /** Reads all projects anew. */
    public static void readAgain(ApplicationContext context) {
        context.getBean(SitesInForce.class).load();
    }
}
