package dev.lintel.domain.listing;

import static dev.lintel.domain.listing.Operator.*;

import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What kind of values a field has: how they are written, read, given to the database, and compared. */
public sealed interface FieldType {
    /** @throws IllegalArgumentException with a reason in lower case that quotes the text */
    Object read(String text);

    /** What {@link #read} reads as the same value. */
    default String write(Object value) {
        return value.toString();
    }

    /** The value as JDBC takes it. */
    default Object sql(Object value) {
        return value;
    }

    /** By what its values can be compared, what people want most first. */
    List<Operator> operators();

    /**
     * Texts.
     *
     * @param lines whether each line of it is a text of its own
     */
    record Text(boolean lines) implements FieldType {
        /** The longest text that can be asked for. */
        public static final int LONGEST = 200;

        @Override
        public String read(String text) {
            return checked(text.strip());
        }

        @Override
        public List<Operator> operators() {
            return List.of(HAS, HAS_NOT, IS, IS_NOT);
        }

        private static String checked(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("the value is missing");
            }
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("the value is longer than " + LONGEST + " characters");
            }
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("the value has a character that no text has");
            }
            return text;
        }
    }

    /** Whole numbers of 64 bits. */
    record Number() implements FieldType {
        @Override
        public Long read(String text) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException wrong) {
                throw new IllegalArgumentException(Quoted.of(text) + " is no whole number");
            }
        }

        @Override
        public List<Operator> operators() {
            return List.of(IS, IS_NOT, LESS, AT_LEAST, GREATER, AT_MOST);
        }
    }

    /** Instants of the years 1 to 9999, to the microsecond as the database keeps them. */
    record Moment() implements FieldType {
        private static final int LAST_YEAR = 9999;

        @Override
        public Instant read(String text) {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text.strip());
                if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
                }
            } catch (DateTimeException wrong) {
                // said below, together with years that nobody means
            }
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is no instant; write it in ISO 8601 with an offset, as 2026-11-22T08:30:00Z");
        }

        @Override
        public Object sql(Object value) {
            return ((Instant) value).atOffset(ZoneOffset.UTC);
        }

        @Override
        public List<Operator> operators() {
            return List.of(LAST, BETWEEN, AT_LEAST, LESS);
        }
    }

    /** Yes or no. */
    record YesNo() implements FieldType {
        @Override
        public Boolean read(String text) {
            return switch (text.strip()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(Quoted.of(text) + " is neither true nor false");
            };
        }

        @Override
        public List<Operator> operators() {
            return List.of(IS);
        }
    }

    /** Constants, which the database keeps by their names. */
    record Choice<E extends Enum<E>>(Class<E> constants) implements FieldType {
        @Override
        public E read(String text) {
            return WireName.parse(constants, text)
                    .orElseThrow(() -> new IllegalArgumentException(
                            Quoted.of(text) + " is unknown; it must be one of " + WireName.choices(constants)));
        }

        /** The constant with that name. */
        E constant(String name) {
            return Enum.valueOf(constants, name);
        }

        @Override
        public String write(Object value) {
            return WireName.of((Enum<?>) value);
        }

        @Override
        public String sql(Object value) {
            return ((Enum<?>) value).name();
        }

        @Override
        public List<Operator> operators() {
            return List.of(IS, IS_NOT);
        }
    }

    /**
     * Ids of records of another list.
     *
     * @param several whether a record refers to any number of them
     */
    record Reference(boolean several) implements FieldType {
        @Override
        public String read(String text) {
            return Text.checked(text);
        }

        @Override
        public List<Operator> operators() {
            return List.of(IS, IS_NOT);
        }
    }
}
