package dev.lintel.domain.listing;

/**
 * How many records there are, counted no further than anybody reads.
 *
 * @param more whether there are more than the number
 */
public record Count(int number, boolean more) {
    /** Where counting ends. */
    public static final int MOST = 10_000;

    static Count of(int counted) {
        return new Count(Math.min(counted, MOST), counted > MOST);
    }
}
