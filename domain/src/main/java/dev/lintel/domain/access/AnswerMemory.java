package dev.lintel.domain.access;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A table of answers that many threads read and write without waiting: each has one of four places, and where all four are
 * taken the new answer takes that of another. It may forget whatever it likes; what it finds was put for an equal question.
 */
final class AnswerMemory<Q, A> {
    private static final int WAYS = 4;

    private final AtomicReferenceArray<@Nullable Entry<Q, A>> entries;
    private final int lastWay;

    private record Entry<Q, A>(int hash, Q question, A answer) {}

    /** @param room how many answers to hold at most, from 4 */
    AnswerMemory(int room) {
        int size = Integer.highestOneBit(Math.max(WAYS, room));
        this.entries = new AtomicReferenceArray<>(size);
        this.lastWay = size - WAYS;
    }

    @Nullable
    A find(Q question) {
        int hash = spread(question);
        int first = hash & lastWay;
        for (int i = first; i < first + WAYS; i++) {
            Entry<Q, A> entry = entries.getAcquire(i);
            if (entry != null && entry.hash() == hash && entry.question().equals(question)) {
                return entry.answer();
            }
        }
        return null;
    }

    void put(Q question, A answer) {
        int hash = spread(question);
        entries.setRelease(place(hash, question), new Entry<>(hash, question, answer));
    }

    /** That of the same question, else a free one, else whichever the hash says. */
    private int place(int hash, Q question) {
        int first = hash & lastWay;
        int free = first + (hash >>> 30);
        for (int i = first + WAYS - 1; i >= first; i--) {
            Entry<Q, A> entry = entries.getAcquire(i);
            if (entry == null) {
                free = i;
            } else if (entry.hash() == hash && entry.question().equals(question)) {
                return i;
            }
        }
        return free;
    }

    /** Hashes of records differ little where their parts do; the upper half must count below. */
    private static int spread(Object question) {
        int hash = question.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }
}
