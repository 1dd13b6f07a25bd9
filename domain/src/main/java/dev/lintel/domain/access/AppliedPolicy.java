package dev.lintel.domain.access;

import java.util.Map;

/**
 * A policy of the project that concerned a request, as it read then: a log must say what held even when nobody has that
 * policy any more.
 *
 * @param id its id in the rulebook
 * @param reasons what people at the door are told, by language tag; empty when the name says enough
 */
public record AppliedPolicy(String id, String name, PolicyEffect effect, Map<String, String> reasons) {
    public AppliedPolicy {
        reasons = Map.copyOf(reasons);
    }
}
