package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as the API shows it. */
record DecisionView(
        @Schema(allowableValues = {"grant", "deny"}) String verdict,

        @Schema(description = "Why; the codes are explained in the API's description.", example = "outside-schedule")
        String reason,

        @Schema(description = "The decision in one plain sentence.")
        String sentence,

        @Schema(description = "Numbers of the locks to open; empty when denied.")
        List<Integer> locks,

        @Schema(description = "Ids of the restrictions that determined a grant.")
        List<String> restrictions,

        @Schema(description = "How far each restriction of the facts got.")
        List<Considered> considered,

        @Schema(description = "Names of the rules that fired, in order.")
        List<String> rules,

        @Schema(description = "Which rules decided.") String ruleVersion,

        @Schema(
                description =
                        "Until when the same question gets the same answer if nothing is changed; null is for ever.")
        @Nullable
        Instant until,

        @Schema(description = "All that the decision rests on.")
        AccessFacts facts) {

    /** How far one restriction got. */
    record Considered(String restriction, String reached) {}

    static DecisionView of(AccessFacts facts, Decision decision, String sentence) {
        return new DecisionView(
                WireName.of(decision.verdict()),
                WireName.of(decision.reason()),
                sentence,
                decision.locks(),
                decision.restrictions(),
                decision.considered().stream()
                        .map(considered -> new Considered(considered.restriction(), WireName.of(considered.reached())))
                        .toList(),
                decision.rules(),
                decision.ruleVersion(),
                decision.until(),
                facts);
    }
}
