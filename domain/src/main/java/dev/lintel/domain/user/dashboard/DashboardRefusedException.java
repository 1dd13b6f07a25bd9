package dev.lintel.domain.user.dashboard;

/** A layout was not taken; nothing was stored. */
public final class DashboardRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        UNKNOWN,
        TWICE
    }

    private final int index;
    private final Reason reason;

    /** @param index of the widget in the layout, from 0 */
    public DashboardRefusedException(int index, Reason reason) {
        super("widget " + index + " " + reason);
        this.index = index;
        this.reason = reason;
    }

    public int index() {
        return index;
    }

    public Reason reason() {
        return reason;
    }
}
