package dev.lintel.domain.rulebook;

import java.util.Optional;

/** Finds the policies of a version, for decisions about what was long ago. */
public interface RulebookVersions {
    /** @return empty when no version of this name was ever in force */
    Optional<Rulebook> version(String name);
}
