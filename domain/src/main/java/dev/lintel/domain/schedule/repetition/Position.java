package dev.lintel.domain.schedule.repetition;

import java.util.Arrays;
import java.util.Optional;

/** A place among the days of one kind in a month. */
public enum Position {
    FIRST(1),
    SECOND(2),
    THIRD(3),
    FOURTH(4),
    FIFTH(5),
    LAST(-1);

    private final int number;

    Position(int number) {
        this.number = number;
    }

    /** As RFC 5545 counts: from 1, and -1 for the last. */
    public int number() {
        return number;
    }

    static Optional<Position> of(int number) {
        return Arrays.stream(values())
                .filter(position -> position.number == number)
                .findFirst();
    }
}
