package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.UnknownFactException;
import java.util.Map;
import java.util.Set;

/**
 * A row of a table about something else than doors. It is made of parts to choose from, never of text that is run.
 *
 * @param id unique in the rulebook, 36 characters of a UUID; the same from version to version
 * @param topics what it is about, see {@link OutcomeTopics}; none is whatever it is
 */
public record OutcomeRow(
        String id, Set<String> topics, PolicyHolders holders, PolicyDoors doors, PolicyTimes times, Outcome outcome) {
    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public OutcomeRow {
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        holders = holders == null ? PolicyHolders.EVERYBODY : holders;
        doors = doors == null ? PolicyDoors.EVERY : doors;
        times = times == null ? PolicyTimes.ALWAYS : times;
        outcome = outcome == null ? Outcome.NOTHING : outcome;
    }

    /**
     * Whether it fits what is asked. A row that asks for people never fits what nobody did, and so with doors.
     *
     * @throws UnknownFactException when the facts do not tell what is asked
     */
    public boolean fits(OutcomeQuestion question) {
        return isAbout(question)
                && (holders.isEverybody() || holders.fit(question.facts()))
                && (doors.isEvery() || doors.fit(question.facts()))
                && times.fit(question.facts());
    }

    /** Whether it is about what is asked. */
    public boolean isAbout(OutcomeQuestion question) {
        return topics.isEmpty() || topics.stream().anyMatch(question.topics()::contains);
    }

    /** Its parts, for what works with those of policies. */
    Policy parts() {
        return new Policy(id, "", PolicyEffect.LEAVE, holders, doors, times, 0, Map.of());
    }
}
