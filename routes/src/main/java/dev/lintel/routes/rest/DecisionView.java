package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision as the API shows it. */
record DecisionView(
        @Schema(allowableValues = {"grant", "deny"}) String verdict,

        @Schema(description = "Why; the codes are explained in the API's description.", example = "outside-schedule")
        String reason,

        @Schema(description = "The decision in one plain sentence.")
        String sentence,

        @Schema(
                description =
                        "The smallest changes, each of which would have opened the door; empty when it opened, or nothing helps.")
        List<Way> whyNot,

        @Schema(description = "Numbers of the locks to open; empty when denied.")
        List<Integer> locks,

        @Schema(description = "Ids of the restrictions that determined a grant.")
        List<String> restrictions,

        @Schema(description = "How far each restriction of the facts got.")
        List<Considered> considered,

        @Schema(description = "Names of the rules that fired, in order.")
        List<String> rules,

        @Schema(description = "The policies of the project that concerned the request, as they read then.")
        List<Policy> policies,

        @Schema(description = "Which rules decided.") String ruleVersion,

        @Schema(
                description =
                        "Until when the same question gets the same answer if nothing is changed; null is for ever.")
        @Nullable
        Instant until,

        @Schema(description = "All that the decision rests on.")
        AccessFacts facts) {

    /** One of them; {@code reasons} is what people at the door are told, by language. */
    @Schema(name = "AppliedPolicy")
    record Policy(
            String id,
            String name,

            @Schema(allowableValues = {"deny", "allow", "egress", "second-lock", "notify", "count", "flag", "leave"})
            String effect,

            Map<String, String> reasons,

            @Schema(description = "Which row of a table it is, from 1; null for a policy that stands alone.") @Nullable
            Integer row) {}

    /** How far one restriction got. */
    record Considered(String restriction, String reached) {}

    /**
     * What would have been enough.
     *
     * @param changes all of them together
     */
    record Way(String sentence, List<Change> changes) {}

    /** @param restriction id of that of which it is said; null where it is said of the identifier or its owner */
    record Change(
            @Schema(
                    allowableValues = {
                        "not-revoked",
                        "not-suspended",
                        "owner-not-suspended",
                        "valid-then",
                        "pass-left",
                        "held-by-host",
                        "for-guests",
                        "for-access-point",
                        "for-lock",
                        "open-then",
                        "granted",
                        "no-policy"
                    })
            String kind,

            @Nullable String restriction) {}

    static DecisionView of(AccessFacts facts, Decision decision, String sentence, List<Way> whyNot) {
        return new DecisionView(
                WireName.of(decision.verdict()),
                WireName.of(decision.reason()),
                sentence,
                whyNot,
                decision.locks(),
                decision.restrictions(),
                decision.considered().stream()
                        .map(considered -> new Considered(considered.restriction(), WireName.of(considered.reached())))
                        .toList(),
                decision.rules(),
                decision.policies().stream()
                        .map(policy -> new Policy(
                                policy.id(),
                                policy.name(),
                                WireName.of(policy.effect()),
                                policy.reasons(),
                                policy.row()))
                        .toList(),
                decision.ruleVersion(),
                decision.until(),
                facts);
    }
}
