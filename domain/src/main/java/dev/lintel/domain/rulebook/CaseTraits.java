package dev.lintel.domain.rulebook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What policies can ask of somebody and of the day, and people seldom have to tell.
 *
 * @param marker id of the owner's marker; null is none
 * @param family whether the owner belongs to the family of a main user
 * @param age for how many days the identifier is known
 * @param unused for how many days it has not been used; null is never used at all
 * @param holidayBefore whether the day before is a holiday; null is what the calendars say
 * @param open ids of the schedules that are open, of those that policies name; null is what they say at that time
 */
public record CaseTraits(
        @Nullable String marker,
        boolean family,
        int age,
        @Nullable Integer unused,
        @Nullable Boolean holidayBefore,
        @Nullable Set<String> open) {
    /** A main user without a marker, with an identifier that was made that day. */
    public static final CaseTraits PLAIN = new CaseTraits(null, false, 0, null, null, null);

    public CaseTraits {
        open = open == null ? null : Set.copyOf(open);
    }
}
