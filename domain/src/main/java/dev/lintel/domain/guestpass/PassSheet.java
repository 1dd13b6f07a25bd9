package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.Project;

/** Prints guest passes. Sentences are written elsewhere, so the sheet is, too. */
@FunctionalInterface
public interface PassSheet {
    /**
     * A pass as a sheet of paper, in the visitor's language.
     *
     * @param link to the visitor's page
     * @return a PDF
     */
    byte[] pdf(GuestPass pass, Project project, String link);
}
