package dev.lintel.domain.review;

import java.time.LocalDate;

/**
 * What somebody wants to have reviewed. It may be wrong: {@link ReviewCheck} judges it.
 *
 * @param name what people call it, 1 to {@value #LONGEST_NAME} characters
 * @param reviewer login of whoever decides
 * @param verifier login of whoever looks at the decisions and closes it; never the reviewer
 * @param due the day by which it should be closed, by the clock of the project
 */
public record ReviewDraft(String name, ReviewScope scope, String reviewer, String verifier, LocalDate due) {
    public static final int LONGEST_NAME = 120;

    public ReviewDraft {
        name = name.strip();
        reviewer = reviewer.strip();
        verifier = verifier.strip();
    }
}
