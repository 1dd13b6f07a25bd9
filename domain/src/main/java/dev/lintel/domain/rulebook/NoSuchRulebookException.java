package dev.lintel.domain.rulebook;

/** There is no such version, or no such project, as far as the asker can know. */
public final class NoSuchRulebookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchRulebookException(long project) {
        super("there is no such rulebook of a project \"" + project + '"');
    }
}
