package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.wire.Quoted;

/** There is no such schedule, as far as the asker can know. */
public final class NoSuchScheduleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchScheduleException(String id) {
        super("there is no schedule " + Quoted.of(id));
    }
}
