package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import java.util.Set;

/**
 * What a table about something else than doors is asked.
 *
 * @param topics words for what it is about, see {@link OutcomeTopics}; a row needs to name one of them
 * @param facts who, where and when; without a holder where nobody did anything, without a device where it is about none
 */
public record OutcomeQuestion(Set<String> topics, AccessFacts facts) {
    public OutcomeQuestion {
        topics = Set.copyOf(topics);
    }
}
