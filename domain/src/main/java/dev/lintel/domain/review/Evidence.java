package dev.lintel.domain.review;

import dev.lintel.domain.group.Project;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All that there is to tell of a closed review.
 *
 * @param earlier files that there were before, the first of all first; none while nobody was erased who is in it
 */
public record Evidence(Project project, Review review, List<ReviewRight> rights, List<Earlier> earlier) {
    public Evidence {
        rights = List.copyOf(rights);
        earlier = List.copyOf(earlier);
    }

    /**
     * Files that were made anew without somebody who was erased.
     *
     * @param until when that was
     * @param person what that person is called in the files since
     * @param csvSha256 of the files as they were until then, in hexadecimal digits
     */
    public record Earlier(Instant until, String person, String csvSha256, String pdfSha256) {}

    /** The rules that gave rights, each once, in the order in which they come. */
    public List<ReviewRight.Granting> rules() {
        return rights.stream()
                .map(ReviewRight::granting)
                .collect(Collectors.toMap(
                        ReviewRight.Granting::restriction,
                        granting -> granting,
                        (one, same) -> one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** How many rights ended like that. */
    public long count(ReviewOutcome outcome) {
        return rights.stream().filter(right -> right.outcome() == outcome).count();
    }
}
