package dev.lintel.domain.rulebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a project's rulebook, with who made it and what became of it.
 *
 * @param number from 1 on in each project
 * @param note what whoever submitted it said about it; may be empty
 * @param authors logins of whoever had a hand in it; {@code server} is the server itself, and who has no account any more is
 *     left out
 * @param edition counts the changes of a draft, so that two people who edit it at once are told apart
 * @param restored number of the version whose policies it took up again; null for one that was written
 * @param report what came out when it was submitted, or put in force; null before
 * @param changed when it was written last
 * @param publishedBy login of whoever put it in force; null when nobody did, or they have no account any more
 */
public record RulebookVersion(
        long project,
        int number,
        State state,
        RuleSet rules,
        String note,
        List<String> authors,
        long edition,
        @Nullable Integer restored,
        @Nullable ReleaseReport report,
        Instant changed,
        @Nullable String publishedBy,
        @Nullable Instant published,
        @Nullable Instant retired,
        Standing standing) {
    public RulebookVersion {
        authors = List.copyOf(authors);
    }

    /** How far it is on its way. */
    public enum State {
        /** It is being written. */
        DRAFT,
        /** It waits for somebody who puts it in force. */
        SUBMITTED,
        /** Doors are decided by it. */
        IN_FORCE,
        /** Doors of one group are decided by it, and all others by the one that is in force. */
        IN_PART,
        /** Another one is in force instead. */
        RETIRED
    }

    /** As it decides. */
    public Rulebook rulebook() {
        return new Rulebook(project + "." + number, rules.policies(), rules.tables(), rules.outcomes());
    }

    public List<Policy> policies() {
        return rules.policies();
    }

    /** Whether doors are decided by it, everywhere or in part. */
    public boolean decides() {
        return state == State.IN_FORCE || state == State.IN_PART;
    }

    /** Whether it can still be changed. */
    public boolean isOpen() {
        return state == State.DRAFT || state == State.SUBMITTED;
    }
}
