package dev.lintel.domain.wire;

import java.util.List;
import java.util.stream.Collectors;

/** What somebody wanted was not taken as it was; nothing was stored. Features say in what: fields and reasons are theirs. */
public abstract class WishRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param between stands between the name of a field and its reason */
    protected WishRefusedException(List<? extends FieldProblem> problems, String between) {
        super(problems.stream()
                .map(problem -> problem.fieldName() + between + problem.text())
                .collect(Collectors.joining("; ")));
    }

    /** All that is wrong, never empty. */
    public abstract List<? extends FieldProblem> problems();

    /** Whether it would have been taken, had somebody else not changed the same in the meantime. */
    public boolean isTooLate() {
        return false;
    }
}
