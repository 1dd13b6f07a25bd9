package dev.lintel.domain.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy of the project that concerned a request, as it read then: a log must say what held even when nobody has that
 * policy any more.
 *
 * @param id its id in the rulebook
 * @param reasons what people at the door are told, by language tag; empty when the name says enough
 * @param row which row of a table it is, from 1; null for a policy that stands alone
 */
public record AppliedPolicy(
        String id,
        String name,
        PolicyEffect effect,
        Map<String, String> reasons,
        @Nullable Integer row) {
    public AppliedPolicy {
        reasons = Map.copyOf(reasons);
    }

    /** One that stands alone. */
    public AppliedPolicy(String id, String name, PolicyEffect effect, Map<String, String> reasons) {
        this(id, name, effect, reasons, null);
    }
}
