package dev.lintel.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import org.junit.jupiter.api.Test;

/** Facts are kept for as long as the log, and so are read by later versions than the one that wrote them. */
class DecisionJsonTest {
    @Test
    void readsFactsOfBeforeIdentifiersCouldBeSuspended() {
        AccessFacts facts = DecisionJson.facts("""
                {"at":"2026-11-22T08:30:00Z","type":"CARD","grants":[],"elsewhere":0,
                 "identifier":{"id":"i1","validFrom":null,"validUntil":null,"maxPasses":null,"passesUsed":2,
                               "revoked":true,"guest":null}}""");

        assertThat(facts.identifier()).isEqualTo(new IdentifierFact("i1", null, null, null, 2, true, false, null));
    }
}
