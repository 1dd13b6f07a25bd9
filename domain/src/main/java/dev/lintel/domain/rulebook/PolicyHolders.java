package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.identifier.IdentifierType;
import java.util.List;
import java.util.Set;

/**
 * Whom a policy concerns. Of each part one choice must fit, and a part without any fits everybody.
 *
 * @param profiles names of profiles, of which the owner has one
 * @param groups ids of groups; the owner belongs to one of them or to a group below
 * @param identifiers what is presented
 */
public record PolicyHolders(
        Set<HolderKind> kinds, Set<String> profiles, List<String> groups, Set<IdentifierType> identifiers) {
    public static final PolicyHolders EVERYBODY = new PolicyHolders(Set.of(), Set.of(), List.of(), Set.of());

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyHolders {
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        profiles = profiles == null ? Set.of() : Set.copyOf(profiles);
        groups = groups == null ? List.of() : List.copyOf(groups);
        identifiers = identifiers == null ? Set.of() : Set.copyOf(identifiers);
    }

    /** Whether everybody is concerned. */
    public boolean isEverybody() {
        return equals(EVERYBODY);
    }

    /** Whether whoever asks is concerned; never when it is not known who that is. */
    public boolean fit(AccessFacts facts) {
        IdentifierFact identifier = facts.identifier();
        HolderFact holder = facts.holder();
        return identifier != null
                && holder != null
                && (kinds.isEmpty() || kinds.contains(HolderKind.of(identifier)))
                && (profiles.isEmpty() || profiles.contains(holder.profile()))
                && (groups.isEmpty() || holder.groups().stream().anyMatch(groups::contains))
                && (identifiers.isEmpty() || identifiers.contains(facts.type()));
    }
}
