package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A request with the answer that it must get, or a question to a table about something else than doors with what it must say. One
 * that comes out otherwise keeps a draft from coming into force.
 *
 * @param id unique in the rulebook, 36 characters of a UUID
 * @param name what people call it, 1 to {@value Policy#LONGEST_NAME} characters
 * @param told the request as people tell it; null for one that was made
 * @param recorded the facts of a request that was made, as they were then; null for one that is told
 * @param asked the question to a table; null for a request
 * @param expected the answer to the request; null for a question
 * @param by id of the policy, or of the table about doors, that must be concerned; null when any may
 */
public record Scenario(
        String id,
        String name,
        @Nullable RequestCase told,
        @Nullable AccessFacts recorded,
        @Nullable OutcomeCase asked,
        @Nullable Verdict expected,
        @Nullable String by) {
    public static final int MOST = 500;

    /** Of a request. */
    public Scenario(
            String id,
            String name,
            @Nullable RequestCase told,
            @Nullable AccessFacts recorded,
            Verdict expected,
            @Nullable String by) {
        this(id, name, told, recorded, null, expected, by);
    }

    /** Of a table about something else than doors. */
    public static Scenario of(String id, String name, OutcomeCase asked) {
        return new Scenario(id, name, null, null, asked, null, null);
    }

    /** All that a decision about it rests on; null when its device is no more, or it tells no request. */
    public @Nullable AccessFacts facts(SiteSnapshot site) {
        return recorded != null ? recorded : told == null ? null : told.facts(site);
    }
}
