package dev.lintel.domain.site;

import java.util.List;

/** A site file was refused. Carries everything that is wrong with it, not only the first; nothing was stored. */
public final class SiteFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SiteProblem> problems;

    public SiteFileException(List<SiteProblem> problems) {
        super(problems.size() + " problems, the first: " + problems.getFirst());
        this.problems = List.copyOf(problems);
    }

    public List<SiteProblem> problems() {
        return problems;
    }
}
