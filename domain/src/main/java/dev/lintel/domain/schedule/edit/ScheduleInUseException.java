package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.wire.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schedule cannot be deleted while restrictions are limited by it, which would be open at all times without it, or while
 * policies name it. Nothing was stored.
 */
public final class ScheduleInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ScheduleUse> uses;
    private final transient List<String> policies;

    public ScheduleInUseException(List<ScheduleUse> uses, List<String> policies) {
        super("the schedule "
                + Stream.of(
                                said("limits the restrictions ", uses.stream().map(ScheduleUse::name)),
                                said("is named by the policies ", policies.stream()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" and "))
                + "; take it out of them first");
        this.uses = List.copyOf(uses);
        this.policies = List.copyOf(policies);
    }

    private static String said(String what, Stream<String> names) {
        String all = names.map(Quoted::of).collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : what + all;
    }

    /** Names of the policies, in force or in draft, that name it. */
    public List<String> policies() {
        return policies;
    }

    /** Which restrictions it limits. */
    public List<ScheduleUse> uses() {
        return uses;
    }
}
