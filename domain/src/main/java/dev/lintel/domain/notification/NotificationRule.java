package dev.lintel.domain.notification;

import dev.lintel.domain.access.ReasonCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which notifications of a project stand out, and which passes people are told of at all.
 *
 * @param position its place among the rules, from 1: the first that fits decides
 * @param version number of its last edit
 */
public record NotificationRule(long project, String id, int position, Draft draft, long version) {
    /**
     * What a person says of a rule.
     *
     * @param enabled whether it is in force
     * @param important whether what fits stands among the important ones
     * @param kinds of which notifications it speaks
     * @param reasons of which passes it speaks, by the reason of their decision
     * @param people ids of those whose events alone are meant; empty is everybody and everything
     * @param devices ids of those whose events alone are meant; empty is all, and what happens at none
     */
    public record Draft(
            String name,
            boolean enabled,
            boolean important,
            NoticeColour colour,
            NoticeIcon icon,
            Set<NotificationKind> kinds,
            Set<ReasonCode> reasons,
            Set<String> people,
            Set<String> devices) {
        public Draft {
            name = name.strip();
            kinds = Set.copyOf(kinds);
            reasons = Set.copyOf(reasons);
            people = Set.copyOf(people);
            devices = Set.copyOf(devices);
        }
    }

    public String name() {
        return draft.name();
    }

    /** Whether a notification of this kind is one that it speaks of. */
    boolean fits(NotificationKind kind, @Nullable String person, @Nullable String device) {
        return draft.kinds().contains(kind) && concerns(person, device);
    }

    /** The same for a pass. */
    boolean fits(ReasonCode reason, @Nullable String person, @Nullable String device) {
        return draft.reasons().contains(reason) && concerns(person, device);
    }

    private boolean concerns(@Nullable String person, @Nullable String device) {
        boolean ofPerson =
                draft.people().isEmpty() || person != null && draft.people().contains(person);
        boolean ofDevice =
                draft.devices().isEmpty() || device != null && draft.devices().contains(device);
        return ofPerson && ofDevice;
    }
}
