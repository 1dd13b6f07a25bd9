package dev.lintel.domain.wire;

import java.util.List;
import java.util.stream.Collectors;

/** What somebody wanted was not taken as it was; nothing was stored. Features say in what: fields and reasons are theirs. */
public abstract class WishRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    /**
     * @param problems all that is wrong, never empty
     * @param between stands between the name of a field and its reason
     */
    protected WishRefusedException(List<? extends FieldProblem> problems, String between) {
        super(problems.stream()
                .map(problem -> problem.fieldName() + between + problem.text())
                .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, never empty. */
    public final List<FieldProblem> problems() {
        return problems;
    }

    /** Whether it would have been taken, had somebody else not changed the same in the meantime. */
    public final boolean isTooLate() {
        return problems.stream().anyMatch(FieldProblem::comesTooLate);
    }
}
