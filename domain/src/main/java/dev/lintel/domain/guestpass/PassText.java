package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.Project;

/** Writes short messages about guest passes. Sentences are written elsewhere. */
@FunctionalInterface
public interface PassText {
    /**
     * A message in the visitor's language, as short as it can be.
     *
     * @param link to the visitor's page
     */
    String of(GuestPass pass, Project project, String link);
}
