package dev.lintel.domain.device;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place on earth, in degrees of WGS 84, to a tenth of a metre.
 *
 * @param latitude -90 to 90, north is positive
 * @param longitude -180 to 180, east is positive
 */
public record Position(double latitude, double longitude) {
    public static final int MOST_LATITUDE = 90;
    public static final int MOST_LONGITUDE = 180;

    private static final int DECIMALS = 6;

    /** @throws IllegalArgumentException for what is no place on earth */
    public Position {
        if (!isWithin(latitude, MOST_LATITUDE) || !isWithin(longitude, MOST_LONGITUDE)) {
            throw new IllegalArgumentException("no place on earth: " + latitude + ", " + longitude);
        }
        latitude = rounded(latitude);
        longitude = rounded(longitude);
    }

    /** Whether it is a number of degrees that is not beyond the most, to either side. */
    public static boolean isWithin(double degrees, int most) {
        return degrees >= -most && degrees <= most;
    }

    /** As maps on the web take it: latitude, comma, longitude. */
    @Override
    public String toString() {
        return plain(latitude) + "," + plain(longitude);
    }

    /** Degrees without an exponent, whatever the language. */
    public static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
    }

    private static double rounded(double degrees) {
        // adding zero makes minus zero the same as zero
        return BigDecimal.valueOf(degrees)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue()
                + 0.0;
    }
}
