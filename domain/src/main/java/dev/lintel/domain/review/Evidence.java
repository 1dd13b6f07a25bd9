package dev.lintel.domain.review;

import dev.lintel.domain.group.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** All that there is to tell of a closed review. */
public record Evidence(Project project, Review review, List<ReviewRight> rights) {
    public Evidence {
        rights = List.copyOf(rights);
    }

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
