package dev.lintel.domain.sync;

import org.springframework.context.ApplicationContext;

/** Looks for what devices must learn, as the server does every few seconds, but now. */
public final class Planning {
    private Planning() {}

    public static void look(ApplicationContext context) {
        context.getBean(SyncProgress.class).step();
    }
}
