package dev.lintel.domain.sms;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number in the form that telephone networks know everywhere (ITU-T E.164).
 *
 * @param digits a plus sign, the country code and the rest: {@code +442079460000}
 */
public record PhoneNumber(String digits) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern BETWEEN = Pattern.compile("[ ()./\u00a0-]");

    /** @throws IllegalArgumentException for what is none */
    public PhoneNumber {
        if (!E164.matcher(digits).matches()) {
            throw new IllegalArgumentException("no telephone number of E.164");
        }
    }

    /** Reads what people type; empty when it is no number with its country code. */
    public static Optional<PhoneNumber> of(String typed) {
        String digits = BETWEEN.matcher(typed.strip()).replaceAll("");
        return E164.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    @Override
    public String toString() {
        return digits;
    }
}
