package dev.lintel.domain.rulebook;

/**
 * That rules are taken back by themselves when denials rise in the first hour after they came into force. Usually that is off:
 * what denies more is mostly what was meant, and whoever is kept out could bring the rules before back by being denied again and
 * again. It is for projects in which nobody may be at hand to take back a mistake.
 *
 * @param factor so many times the usual denials are too many; from {@value #LEAST_FACTOR} to {@value #MOST_FACTOR}, in tenths
 * @param least so few denials are never too many, however few are usual; 1 to {@value #MOST_LEAST}
 */
public record DenialWatch(double factor, int least) {
    public static final double LEAST_FACTOR = 1.5;
    public static final double MOST_FACTOR = 100;
    public static final int MOST_LEAST = 10_000;

    /** What fields begin with: three times the usual, and not three people at night. */
    public static final DenialWatch SUGGESTED = new DenialWatch(3, 20);

    /** Whether so many denials are too many. */
    boolean isExceeded(long denials, double usual) {
        return denials >= least && denials > factor * usual;
    }
}
