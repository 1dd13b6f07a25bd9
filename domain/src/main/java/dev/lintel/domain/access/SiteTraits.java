package dev.lintel.domain.access;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies can ask of people and identifiers of a project, and site files do not know. Immutable: a change makes another
 * one that shares the rest.
 */
public final class SiteTraits {
    /** Of a project of which nothing is known, as one has it that was made of a file alone. */
    public static final SiteTraits NONE = new SiteTraits(HashMap.empty(), HashMap.empty());

    private final Map<String, OfPerson> people;
    private final Map<String, OfIdentifier> identifiers;

    /**
     * @param marker id of the marker
     * @param mainUser id of the person whose family member this is
     */
    public record OfPerson(
            @Nullable String marker, @Nullable String mainUser) {
        static final OfPerson PLAIN = new OfPerson(null, null);
    }

    /**
     * Days by the clock of the project.
     *
     * @param created when the server learned of it
     * @param used when it last opened a door; null is never
     */
    public record OfIdentifier(LocalDate created, @Nullable LocalDate used) {
        OfIdentifier usedOn(LocalDate day) {
            return used != null && !used.isBefore(day) ? this : new OfIdentifier(created, day);
        }
    }

    private SiteTraits(Map<String, OfPerson> people, Map<String, OfIdentifier> identifiers) {
        this.people = people;
        this.identifiers = identifiers;
    }

    /** By ids. Of people those are enough who have any, unless they stand for a change. */
    public static SiteTraits of(
            java.util.Map<String, OfPerson> people, java.util.Map<String, OfIdentifier> identifiers) {
        return new SiteTraits(HashMap.ofAll(people), HashMap.ofAll(identifiers));
    }

    /** With these in place of what was known of the same. */
    SiteTraits and(SiteTraits newer) {
        return newer.people.isEmpty() && newer.identifiers.isEmpty()
                ? this
                : new SiteTraits(
                        people.merge(newer.people, (before, after) -> after),
                        identifiers.merge(newer.identifiers, (before, after) -> after));
    }

    SiteTraits without(List<String> gonePeople, List<String> goneIdentifiers) {
        return gonePeople.isEmpty() && goneIdentifiers.isEmpty()
                ? this
                : new SiteTraits(people.removeAll(gonePeople), identifiers.removeAll(goneIdentifiers));
    }

    /** After an identifier has opened a door on a day; this very object when that is not news. */
    SiteTraits used(String identifier, LocalDate day) {
        OfIdentifier before = of(identifier);
        OfIdentifier after = before == null ? null : before.usedOn(day);
        return after == null || after == before ? this : new SiteTraits(people, identifiers.put(identifier, after));
    }

    OfPerson ofPerson(String id) {
        return people.getOrElse(id, OfPerson.PLAIN);
    }

    /** Null when nobody said. */
    @Nullable
    OfIdentifier of(String identifier) {
        return identifiers.getOrElse(identifier, null);
    }
}
