package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a policy concerns. Of each part one choice must fit, and a part without any fits everybody.
 *
 * @param profiles names of profiles, of which the owner has one
 * @param groups ids of groups; the owner belongs to one of them or to a group below
 * @param groupTypes what one of the groups stands for that the owner belongs to, without those above: an apartment
 * @param identifiers what is presented
 * @param markers ids of markers, of which the owner has one
 * @param family whether the owner is a main user or somebody of the family of one
 * @param olderThan the server has known the identifier for so many days or more, by the days of the project's calendar;
 *     null is however long
 * @param unusedFor the identifier has opened nothing for so many days or more, since it was made at the latest; null is
 *     whenever it did
 */
public record PolicyHolders(
        Set<HolderKind> kinds,
        Set<String> profiles,
        List<String> groups,
        Set<GroupType> groupTypes,
        Set<IdentifierType> identifiers,
        List<String> markers,
        Set<FamilyRole> family,
        @Nullable Integer olderThan,
        @Nullable Integer unusedFor) {
    public static final PolicyHolders EVERYBODY = new PolicyHolders(Set.of(), Set.of(), List.of(), Set.of());

    /** About ten years. */
    public static final int MOST_DAYS = 3650;

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyHolders {
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        profiles = profiles == null ? Set.of() : Set.copyOf(profiles);
        groups = groups == null ? List.of() : List.copyOf(groups);
        groupTypes = groupTypes == null ? Set.of() : Set.copyOf(groupTypes);
        identifiers = identifiers == null ? Set.of() : Set.copyOf(identifiers);
        markers = markers == null ? List.of() : List.copyOf(markers);
        family = family == null ? Set.of() : Set.copyOf(family);
    }

    /** Whatever their groups stand for, their markers and families are, and the past of what they present. */
    public PolicyHolders(
            Set<HolderKind> kinds, Set<String> profiles, List<String> groups, Set<IdentifierType> identifiers) {
        this(kinds, profiles, groups, Set.of(), identifiers, List.of(), Set.of(), null, null);
    }

    /** The same, whatever they present. */
    public PolicyHolders ofPeople() {
        return new PolicyHolders(Set.of(), profiles, groups, groupTypes, Set.of(), markers, family, null, null);
    }

    /** The same, whatever the past of what they present. */
    public PolicyHolders ofAnyAge() {
        return new PolicyHolders(kinds, profiles, groups, groupTypes, identifiers, markers, family, null, null);
    }

    /** Whether everybody is concerned. */
    public boolean isEverybody() {
        return equals(EVERYBODY);
    }

    /** Whether others may be concerned when another day begins. */
    public boolean askForDays() {
        return olderThan != null || unusedFor != null;
    }

    /**
     * Whether whoever asks is concerned; never when it is not known who that is.
     *
     * @throws UnknownFactException when the facts do not tell what is asked
     */
    public boolean fit(AccessFacts facts) {
        IdentifierFact identifier = facts.identifier();
        HolderFact holder = facts.holder();
        return identifier != null
                && holder != null
                && (kinds.isEmpty() || kinds.contains(HolderKind.of(identifier)))
                && (profiles.isEmpty() || profiles.contains(holder.profile()))
                && (groups.isEmpty() || holder.groups().stream().anyMatch(groups::contains))
                && (groupTypes.isEmpty() || fitGroupType(holder))
                && (identifiers.isEmpty() || identifiers.contains(facts.type()))
                && (markers.isEmpty() || fitMarker(holder))
                && (family.isEmpty() || fitFamily(holder))
                && (olderThan == null || fitAge(facts))
                && (unusedFor == null || fitLastUse(facts));
    }

    /** Whether one of the groups of the owner stands for what is asked. */
    public boolean fitGroupType(HolderFact holder) {
        List<GroupType> types = holder.groupTypes();
        if (types == null) {
            throw new UnknownFactException("what the groups of the owner stand for");
        }
        return types.stream().anyMatch(groupTypes::contains);
    }

    /** Whether the owner has one of the markers. */
    public boolean fitMarker(HolderFact holder) {
        if (holder.family() == null) {
            throw new UnknownFactException("which marker the owner has");
        }
        return holder.marker() != null && markers.contains(holder.marker());
    }

    /** Whether the owner stands in a family as asked. */
    public boolean fitFamily(HolderFact holder) {
        if (holder.family() == null) {
            throw new UnknownFactException("whether the owner is of the family of somebody");
        }
        return family.contains(holder.family() ? FamilyRole.MEMBER : FamilyRole.MAIN);
    }

    /** Whether the identifier is known for as long as asked. */
    public boolean fitAge(AccessFacts facts) {
        return olderThan == null || isReached(firstDayOfAge(facts), facts);
    }

    /** Whether the identifier has not been used for as long as asked. */
    public boolean fitLastUse(AccessFacts facts) {
        return unusedFor == null || isReached(firstUnusedDay(facts), facts);
    }

    /**
     * The day from which the identifier is old and unused as asked, as long as nobody uses it; null when neither is asked.
     *
     * @param facts their identifier is known
     */
    public @Nullable LocalDate firstDay(AccessFacts facts) {
        LocalDate age = olderThan == null ? null : firstDayOfAge(facts);
        LocalDate unused = unusedFor == null ? null : firstUnusedDay(facts);
        return age == null || unused != null && unused.isAfter(age) ? unused : age;
    }

    private LocalDate firstDayOfAge(AccessFacts facts) {
        return created(facts).plusDays(Objects.requireNonNull(olderThan));
    }

    private LocalDate firstUnusedDay(AccessFacts facts) {
        LocalDate used = Objects.requireNonNull(facts.identifier()).used();
        return (used == null ? created(facts) : used).plusDays(Objects.requireNonNull(unusedFor));
    }

    private static LocalDate created(AccessFacts facts) {
        LocalDate created = Objects.requireNonNull(facts.identifier()).created();
        if (created == null) {
            throw new UnknownFactException("since when the identifier is known, and when it was last used");
        }
        return created;
    }

    private static boolean isReached(LocalDate day, AccessFacts facts) {
        ClockFact clock = facts.clock();
        if (clock == null) {
            throw new UnknownFactException("what day it is at the door");
        }
        return !clock.read(facts.at()).toLocalDate().isBefore(day);
    }
}
