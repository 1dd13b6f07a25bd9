package dev.lintel.rules.engine;

import java.util.List;

/** Rules could not be compiled. Carries what the compiler said. */
public final class RuleCompilationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> errors;

    public RuleCompilationException(List<String> errors) {
        super(errors.size() + " errors, the first: " + errors.getFirst());
        this.errors = List.copyOf(errors);
    }

    public List<String> errors() {
        return errors;
    }
}
