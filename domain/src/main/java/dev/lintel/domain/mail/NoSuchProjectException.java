package dev.lintel.domain.mail;

/** There is no such project as far as the actor can know. */
public final class NoSuchProjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long project;

    NoSuchProjectException(long project) {
        super("there is no project " + project);
        this.project = project;
    }

    public long project() {
        return project;
    }
}
