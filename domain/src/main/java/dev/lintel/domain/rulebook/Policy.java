package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.UnknownFactException;
import java.util.Map;

/**
 * One rule that a manager writes on top of the grants: what is done with whose requests, at which doors, when. It is made of
 * parts to choose from, never of text that is run.
 *
 * @param id unique in the rulebook, 36 characters of a UUID; the same from version to version
 * @param name what people call it, 1 to {@value #LONGEST_NAME} characters
 * @param priority from 0 to {@value #HIGHEST_PRIORITY}; counts only where one policy denies what another allows: the higher
 *     wins, and of equals the one that denies
 * @param reasons what people at the door are told, by language tag, up to {@value #LONGEST_REASON} characters each
 */
public record Policy(
        String id,
        String name,
        PolicyEffect effect,
        PolicyHolders holders,
        PolicyDoors doors,
        PolicyTimes times,
        int priority,
        Map<String, String> reasons) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_REASON = 200;
    public static final int HIGHEST_PRIORITY = 100;

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public Policy {
        holders = holders == null ? PolicyHolders.EVERYBODY : holders;
        doors = doors == null ? PolicyDoors.EVERY : doors;
        times = times == null ? PolicyTimes.ALWAYS : times;
        reasons = reasons == null ? Map.of() : Map.copyOf(reasons);
    }

    /**
     * Whether it concerns a request.
     *
     * @throws UnknownFactException when the facts do not tell what is asked
     */
    public boolean concerns(AccessFacts facts) {
        return holders.fit(facts) && doors.fit(facts) && times.fit(facts);
    }

    /** Whether it keeps out only those who do not present a second credential as well. */
    public boolean asksForSecond() {
        return effect == PolicyEffect.DENY && times.state().second() != null;
    }

    /** As it goes into a decision. */
    public AppliedPolicy applied() {
        return new AppliedPolicy(id, name, effect, reasons);
    }

    /** The same with another name, for one that is made after it. */
    public Policy as(String otherId, String otherName) {
        return new Policy(otherId, otherName, effect, holders, doors, times, priority, reasons);
    }
}
