package dev.lintel.domain.review;

import java.util.Locale;

/** Prints what a closed review was, for people; the words are of the views. */
@FunctionalInterface
public interface EvidencePaper {
    /**
     * A PDF.
     *
     * @param csvSha256 hash of the table that goes with it, in hexadecimal digits; it stands on the paper
     * @param language of whoever closed the review
     */
    byte[] pdf(Evidence evidence, String csvSha256, Locale language);
}
