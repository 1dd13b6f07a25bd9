package dev.lintel.domain.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review of rights, with how far it is. What it is about stands in it as it was when it was started.
 *
 * @param id number on this server
 * @param subject name of the group or door
 * @param startedBy login of whoever started it
 * @param handedIn when the reviewer handed it in; null while decisions can be changed
 * @param sentBack why the verifier has sent it back last; empty when that did not happen
 */
public record Review(
        long project,
        long id,
        String name,
        ReviewScope scope,
        String subject,
        ReviewParty reviewer,
        ReviewParty verifier,
        LocalDate due,
        State state,
        Progress progress,
        Instant started,
        String startedBy,
        @Nullable Instant handedIn,
        String sentBack,
        @Nullable Instant closed) {
    /** How far it is. */
    public enum State {
        /** The reviewer decides. */
        OPEN,
        /** The verifier looks at what the reviewer decided. */
        HANDED_IN,
        /** It is over, and stays as it is. */
        CLOSED
    }

    /**
     * Numbers of rights.
     *
     * @param removals those that are to go, in whichever way
     */
    public record Progress(int rights, int undecided, int removals) {
        public int decided() {
            return rights - undecided;
        }
    }

    /** Whether it should have been closed by now. */
    public boolean isOverdue(LocalDate today) {
        return state != State.CLOSED && due.isBefore(today);
    }
}
