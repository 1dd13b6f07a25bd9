package dev.lintel.ui.component;

import java.util.Optional;

/** A number that stands in an address, where anybody can write anything. */
public final class AddressNumber {
    private AddressNumber() {}

    /** Empty when it is none, or one that no record can have. */
    public static Optional<Long> of(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
