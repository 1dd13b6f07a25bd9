package dev.lintel.domain.identifier;

import dev.lintel.domain.user.IdentifierNotation;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The number of a card, whatever way it is written: the same card is {@code 45131261} on its label, {@code 02:B0:A5:FD} at one
 * reader, {@code FDA5B002} at a reader that sends the bytes the other way round, and {@code 176,42493} at a 26-bit Wiegand
 * reader that drops the first byte.
 *
 * <p>Digits alone are decimal, always: a hexadecimal number without any letter needs its separators.
 *
 * @param value the number, unsigned
 * @param bytes how many bytes were written out, leading zeros included; 0 when the notation does not tell
 * @param notation how it was written
 */
public record CardNumber(long value, int bytes, Notation notation) {
    /** Ways of writing a card number. */
    public enum Notation {
        DECIMAL,
        HEXADECIMAL,
        /** Facility and number, three and five digits: only the low 24 bits of the card are known. */
        FACILITY
    }

    private static final Pattern FACILITY = Pattern.compile("(\\d{1,5})\\s?[,+/]\\s?(\\d{1,5})|(\\d{3})-(\\d{5})");
    private static final Pattern SEPARATED = Pattern.compile("(?:[0-9A-F]{2}[:\\- ]){1,7}[0-9A-F]{2}");
    private static final Pattern PLAIN = Pattern.compile("(?:0X)?([0-9A-F]{1,16})");
    private static final int LOW_24 = 0xFFFFFF;

    /** Reads a card number in any notation; empty when the text is in none. */
    public static Optional<CardNumber> parse(String text) {
        String stripped = text.strip();
        if (isDecimal(stripped)) {
            return decimal(stripped);
        }
        String written = stripped.toUpperCase(Locale.ROOT);
        Matcher facility = FACILITY.matcher(written);
        if (facility.matches()) {
            boolean dashed = facility.group(1) == null;
            return facility(facility.group(dashed ? 3 : 1), facility.group(dashed ? 4 : 2));
        }
        if (SEPARATED.matcher(written).matches()) {
            return Optional.of(hexadecimal(written.replaceAll("[:\\- ]", "")));
        }
        Matcher plain = PLAIN.matcher(written);
        return plain.matches() ? Optional.of(hexadecimal(plain.group(1))) : Optional.empty();
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static Optional<CardNumber> decimal(String digits) {
        try {
            return Optional.of(new CardNumber(Long.parseUnsignedLong(digits), 0, Notation.DECIMAL));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static Optional<CardNumber> facility(String facility, String number) {
        long high = Long.parseLong(facility);
        long low = Long.parseLong(number);
        if (high > 0xFFFF || low > 0xFFFF) {
            return Optional.empty();
        }
        // 5+5 digits write all four bytes, as a decimal number would; 3+5 digits leave the first byte out
        boolean wide = high > 0xFF || facility.length() > 3;
        return Optional.of(new CardNumber(high << 16 | low, 0, wide ? Notation.DECIMAL : Notation.FACILITY));
    }

    private static CardNumber hexadecimal(String digits) {
        return new CardNumber(Long.parseUnsignedLong(digits, 16), (digits.length() + 1) / 2, Notation.HEXADECIMAL);
    }

    /**
     * The number in the notation that somebody likes; hexadecimal in whole bytes, at least as many as were written out. Of a
     * facility and number it is not known what it would be, so it stays.
     */
    public Optional<String> in(IdentifierNotation liked) {
        if (notation == Notation.FACILITY) {
            return Optional.empty();
        }
        return Optional.of(
                switch (liked) {
                    case DECIMAL -> Long.toUnsignedString(value);
                    case HEXADECIMAL -> ("%0" + 2 * Math.max(bytes, length()) + "X").formatted(value);
                });
    }

    /** Ways in which it is written on cards and by readers, to be looked for by. */
    Stream<String> spellings() {
        Stream<String> forms = Stream.of(CardForm.DECIMAL, CardForm.HEXADECIMAL, CardForm.PAIRS, CardForm.WIEGAND_26)
                .flatMap(form -> form.of(this).stream());
        return notation == Notation.FACILITY ? Stream.concat(forms, Stream.of(Long.toString(value))) : forms;
    }

    /** How many bytes it is written with: as many as were written out, at least four. */
    int width() {
        return Math.max(4, Math.max(bytes, length()));
    }

    /** The number that a reader sends who reads the bytes the other way round. */
    long reversed() {
        return reversed(value, width());
    }

    /** The same card with its bytes turned round, in hexadecimal, as it is entered. */
    public String turned() {
        return ("%0" + 2 * width() + "X").formatted(reversed()).replaceAll("(..)(?!$)", "$1:");
    }

    /**
     * The numbers that this one is when its bytes, with those that a reader padded, are read the other way round; likeliest
     * first.
     */
    long[] reversals() {
        return IntStream.of(bytes, Math.max(4, length()), 7, 8)
                .filter(width -> width >= length())
                .distinct()
                .mapToLong(width -> reversed(value, width))
                .toArray();
    }

    /** What a reader sends that knows the low three bytes only. */
    public int low24() {
        return (int) value & LOW_24;
    }

    /** What such a reader sends when it reads the bytes the other way round. */
    public int reversedLow24() {
        return (int) reversed(value, Math.max(4, length())) & LOW_24;
    }

    /** How many bytes the number needs, at least 1. */
    int length() {
        return length(value);
    }

    private static int length(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8);
    }

    private static long reversed(long value, int width) {
        return Long.reverseBytes(value) >>> (Long.SIZE - 8 * width);
    }
}
