package dev.lintel.domain.restriction;

import java.util.List;
import java.util.stream.IntStream;

/** Which locks of a device a line opens. */
public enum LockChoice {
    FIRST,
    SECOND,
    ALL;

    /** The numbers of the locks, from 1, that this choice means at a device with that many; empty if it has none. */
    public List<Integer> of(int locksOfDevice) {
        return switch (this) {
            case FIRST -> locksOfDevice >= 1 ? List.of(1) : List.of();
            case SECOND -> locksOfDevice >= 2 ? List.of(2) : List.of();
            case ALL -> IntStream.rangeClosed(1, locksOfDevice).boxed().toList();
        };
    }
}
