package dev.lintel.domain.wire;

/** One thing that is wrong with what somebody wants. Features make it a record with constants of their own. */
public interface FieldProblem {
    /** A constant that stands for the field, or its name itself. */
    Object field();

    Enum<?> reason();

    /** What was given, or the limit that it breaks, as far as it is needed to understand and no secret; may be empty. */
    String value();

    /** Whether nothing is wrong with it but that somebody else was quicker. */
    default boolean comesTooLate() {
        return false;
    }

    /** Name of the field as the API has it. */
    default String fieldName() {
        return field() instanceof Enum<?> constant ? WireName.of(constant) : field().toString();
    }

    /** English, lower case, for programs. */
    default String text() {
        String said = WireName.of(reason());
        return value().isEmpty() ? said : said + ": " + Quoted.of(value());
    }
}
