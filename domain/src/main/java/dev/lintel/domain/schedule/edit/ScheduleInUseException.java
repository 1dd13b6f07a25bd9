package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.wire.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A schedule cannot be deleted while restrictions are limited by it: without it they would be open at all times. Nothing
 * was stored.
 */
public final class ScheduleInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ScheduleUse> uses;

    public ScheduleInUseException(List<ScheduleUse> uses) {
        super("the schedule limits the restrictions "
                + uses.stream().map(use -> Quoted.of(use.name())).collect(Collectors.joining(", "))
                + "; take it out of them first");
        this.uses = List.copyOf(uses);
    }

    /** By what it is used, never empty. */
    public List<ScheduleUse> uses() {
        return uses;
    }
}
