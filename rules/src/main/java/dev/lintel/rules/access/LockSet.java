package dev.lintel.rules.access;

import java.util.ArrayList;
import java.util.List;

/** Sets of lock numbers from 1 to 63, as the bits of a number: a device has eight locks at most. */
public final class LockSet {
    public static final long NONE = 0;

    private LockSet() {}

    public static long of(List<Integer> locks) {
        long set = NONE;
        for (int i = 0; i < locks.size(); i++) {
            set |= of(locks.get(i));
        }
        return set;
    }

    /** The set of this lock alone. */
    public static long of(int lock) {
        return lock < 1 || lock > 63 ? NONE : 1L << lock;
    }

    /** Locks 1 to so many. */
    public static long first(int locks) {
        return (1L << locks + 1) - 2;
    }

    public static boolean contains(long set, int lock) {
        return (set & of(lock)) != 0;
    }

    public static boolean containsAll(long set, long others) {
        return (set & others) == others;
    }

    /** The numbers, ascending. */
    public static List<Integer> numbers(long set) {
        List<Integer> numbers = new ArrayList<>(Long.bitCount(set));
        for (long left = set; left != 0; left &= left - 1) {
            numbers.add(Long.numberOfTrailingZeros(left));
        }
        return numbers;
    }
}
