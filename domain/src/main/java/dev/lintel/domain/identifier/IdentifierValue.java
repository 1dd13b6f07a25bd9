package dev.lintel.domain.identifier;

import dev.lintel.domain.user.IdentifierNotation;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One form for the many ways in which the same value is written. */
public final class IdentifierValue {
    /** The longest value that is taken; a QR text is the longest thing that a panel reads. */
    public static final int MOST_CHARACTERS = 200;

    private static final Pattern BLANKS_AND_DASHES = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");
    private static final Pattern KEY_SEPARATORS = Pattern.compile("[\\s:-]");
    private static final Pattern CODE = Pattern.compile("\\d{1,16}");
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private IdentifierValue() {}

    /** The value as somebody likes to read it: of all types only cards have numbers. What is masked stays as it is. */
    public static String shown(IdentifierType type, String value, IdentifierNotation notation) {
        return type == IdentifierType.CARD
                ? CardNumber.parse(value).flatMap(card -> card.in(notation)).orElse(value)
                : value;
    }

    /** {@link #normalise} of a value that was checked before it was stored. */
    public static String known(IdentifierType type, String value) {
        try {
            return normalise(type, value);
        } catch (InvalidIdentifierException unchecked) {
            throw new IllegalArgumentException("the value of a " + type + " was not checked", unchecked);
        }
    }

    /**
     * By what a value can be looked for, in lower case, one spelling a line: a card by each of its notations. None where
     * knowing the value opens doors, or looking for it would be guessing it.
     */
    public static String words(IdentifierType type, String value) {
        if (type.isSecret()) {
            return "";
        }
        Stream<String> spellings = type == IdentifierType.CARD
                ? CardNumber.parse(value).stream().flatMap(CardNumber::spellings)
                : Stream.of(known(type, value));
        return Stream.concat(Stream.of(value.strip()), spellings)
                .map(spelling -> spelling.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /**
     * The value in its one form, equal for values that mean the same identifier. A card's is its number; see {@link IdentifierIndex}
     * for readings that turn its bytes round or leave some out.
     *
     * @throws InvalidIdentifierException when no identifier of this type can have the value
     */
    public static String normalise(IdentifierType type, String value) throws InvalidIdentifierException {
        String text = value.strip();
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            throw new InvalidIdentifierException("must have 1 to " + MOST_CHARACTERS + " characters");
        }
        return switch (type) {
            case CARD ->
                Long.toUnsignedString(CardNumber.parse(text)
                        .orElseThrow(() -> new InvalidIdentifierException("must be a card number: decimal, hexadecimal"
                                + " such as 1A:2B:3C:4D, or facility and number such as 123,45678"))
                        .value());
            case UKEY ->
                filled(KEY_SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT), "letters or digits");
            case LICENCE_PLATE ->
                filled(BLANKS_AND_DASHES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT), "letters or digits");
            case ACCESS_CODE -> code(text);
            case QR, URL -> UUID.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : text;
            case FACE -> text;
        };
    }

    private static String code(String text) throws InvalidIdentifierException {
        if (!CODE.matcher(text).matches()) {
            throw new InvalidIdentifierException("must be a code of 1 to 16 digits");
        }
        return text;
    }

    private static String filled(String text, String needed) throws InvalidIdentifierException {
        if (text.isEmpty()) {
            throw new InvalidIdentifierException("must have " + needed);
        }
        return text;
    }
}
