package dev.lintel.domain.identifier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way in which the number of a card is printed on it or sent by a reader. */
public enum CardForm {
    /** Ten digits, as on most labels. */
    DECIMAL(null),
    HEXADECIMAL(null),
    /** Bytes with colons between them. */
    PAIRS(null),
    /** The bytes read the other way round, as some readers of Mifare cards do. */
    REVERSED_DECIMAL(null),
    REVERSED_HEXADECIMAL(null),
    /** Facility and number. */
    WIEGAND_26(WiegandFormat.H10301),
    WIEGAND_34(WiegandFormat.H10306),
    WIEGAND_37(WiegandFormat.H10304);

    private final @Nullable WiegandFormat wiegand;

    CardForm(@Nullable WiegandFormat wiegand) {
        this.wiegand = wiegand;
    }

    /** The card in this form; empty when too little of it is known, or the form has too few bits. */
    public Optional<String> of(CardNumber card) {
        if (wiegand != null) {
            // readers of 26 bits leave the first bytes out; nobody would know a card by less than these
            boolean fits = wiegand == WiegandFormat.H10301 || isWhole(card) && wiegand.holds(card.value());
            return fits ? Optional.of(wiegand.split(card.value())) : Optional.empty();
        }
        if (!isWhole(card)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case DECIMAL -> padded(card.value());
                    case PAIRS -> hexadecimal(card.value(), card).replaceAll("(..)(?!$)", "$1:");
                    case REVERSED_DECIMAL -> padded(card.reversed());
                    case REVERSED_HEXADECIMAL -> hexadecimal(card.reversed(), card);
                    default -> hexadecimal(card.value(), card);
                });
    }

    private static boolean isWhole(CardNumber card) {
        return card.notation() != CardNumber.Notation.FACILITY;
    }

    private static String padded(long number) {
        String digits = Long.toUnsignedString(number);
        return "0".repeat(Math.max(0, 10 - digits.length())) + digits;
    }

    private static String hexadecimal(long number, CardNumber card) {
        return ("%0" + 2 * card.width() + "X").formatted(number);
    }
}
