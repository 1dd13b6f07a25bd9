package dev.lintel.domain.rulebook;

/**
 * Something that must hold for everybody, always, whatever the policies are.
 *
 * @param id unique in the rulebook, 36 characters of a UUID
 * @param name what people call it, 1 to {@value Policy#LONGEST_NAME} characters
 * @param holders of whom it is said
 * @param doors at which doors
 * @param times when
 */
public record Invariant(
        String id, String name, Kind kind, PolicyHolders holders, PolicyDoors doors, PolicyTimes times) {
    public static final int MOST = 50;

    /** What must hold. */
    public enum Kind {
        /** These doors do not open to them. */
        NEVER_OPENS,
        /** No policy keeps them out where a restriction lets them through. */
        NEVER_KEPT_OUT
    }

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public Invariant {
        holders = holders == null ? PolicyHolders.EVERYBODY : holders;
        doors = doors == null ? PolicyDoors.EVERY : doors;
        times = times == null ? PolicyTimes.ALWAYS : times;
    }
}
