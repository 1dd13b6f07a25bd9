package dev.lintel.domain.permission;

/** How far a permission reaches: the end of its code. */
public enum Scope {
    /** Everything on the server, whatever the project. */
    ALL(".all"),
    /** The groups below one's own. */
    DESCENDANTS(".descendants"),
    /** One's own groups. */
    GROUP(".group"),
    /** What belongs to oneself. */
    OWN(".own"),
    /** One's own groups and those below: what the catalogue calls available. */
    AVAILABLE("");

    private final String suffix;

    Scope(String suffix) {
        this.suffix = suffix;
    }

    static Scope ofCode(String code) {
        for (Scope scope : values()) {
            if (code.endsWith(scope.suffix)) {
                return scope;
            }
        }
        throw new AssertionError("the last suffix is empty");
    }

    String actionOf(String code) {
        return code.substring(0, code.length() - suffix.length());
    }
}
