package dev.lintel.domain.permission;

/** Somebody asked for what they may not do. Carries the permission they lack. */
public final class PermissionDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Permission missing;

    public PermissionDeniedException(Permission missing) {
        super("permission \"" + missing.code() + "\" is missing");
        this.missing = missing;
    }

    public Permission missing() {
        return missing;
    }
}
