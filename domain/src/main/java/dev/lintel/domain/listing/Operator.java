package dev.lintel.domain.listing;

/** How a field is compared. The second of a pair holds exactly where the first does not, except that nothing is neither more nor less. */
public enum Operator {
    /** Equal to one of the values; texts in any case. */
    IS,
    IS_NOT,
    /** Has the text in it, in any case. */
    HAS,
    HAS_NOT,
    LESS,
    AT_LEAST,
    GREATER,
    AT_MOST,
    /** From the first moment, inclusive, to the second, exclusive. */
    BETWEEN,
    /** In a time that ends now, such as {@code 24h}. */
    LAST,
    /** There is no value. */
    EMPTY,
    FILLED;

    /** How many values it is given. */
    enum Operands {
        NONE,
        ONE,
        TWO,
        /** One or more. */
        SEVERAL
    }
}
