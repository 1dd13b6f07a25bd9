package dev.lintel.domain.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Open times on a clock that knows no zone, in seconds since 1970 as that clock shows them.
 *
 * <p>They are worked out in chunks of 388 days when one is first asked about, and kept as ascending seconds within the
 * chunk at which it opens, closes, opens and so on: one kilobyte for each daily year, a binary search for each question.
 */
final class OpenTimes {
    /** There is no later edge. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int CHUNK_SECONDS = 1 << 25;
    private static final int DAY_SECONDS = 86_400;
    /** Between two Februaries with 29 days lie eight years at most. */
    private static final int CHUNKS_AHEAD = 9;

    private final Recurrence rule;
    private final long length;
    private final HolidayUse use;
    private final Holidays holidays;
    private final long first;
    private final long closing;
    private volatile int[][] chunks = {};

    /** @param length how long each occurrence lasts, in seconds, at least 1 */
    OpenTimes(Recurrence rule, long length, HolidayUse use, Holidays holidays) {
        this.rule = rule;
        this.length = length;
        this.use = use;
        this.holidays = holidays;
        this.first = seconds(rule.first());
        this.closing = Math.addExact(seconds(rule.last()), length);
    }

    boolean isOpen(long local) {
        if (local < first || local >= closing) {
            return false;
        }
        // an odd number of edges so far: the last of them opened
        return (edgesUpTo(chunk(index(local)), offset(local)) & 1) == 1;
    }

    /** Until here it is closed. */
    long first() {
        return first;
    }

    /** From here on it is closed for good. */
    long closing() {
        return closing;
    }

    /**
     * The first edge later than this, {@link #NEVER} if there is none. When nothing is found within nine years or so, an
     * instant that far ahead, at which there may be no edge.
     */
    long nextEdge(long local) {
        if (local < first) {
            return first;
        }
        if (local >= closing) {
            return NEVER;
        }
        boolean open = isOpen(local);
        int index = index(local);
        int[] edges = chunk(index);
        int next = edgesUpTo(edges, offset(local));
        for (int ahead = 0; ahead < CHUNKS_AHEAD; ahead++) {
            if (next < edges.length) {
                return begin(index) + edges[next];
            }
            edges = chunk(++index);
            boolean stillOpen = edges.length > 0 && edges[0] == 0;
            if (stillOpen != open) {
                return begin(index);
            }
            next = stillOpen ? 1 : 0;
        }
        return begin(index);
    }

    Duration length() {
        return Duration.ofSeconds(length);
    }

    /** Open times within some time. */
    List<OpenSpan> spans(LocalDateTime from, LocalDateTime until) {
        List<OpenSpan> spans = new ArrayList<>();
        long end = seconds(until);
        long opened = -1;
        boolean open = false;
        for (long at = seconds(from); at < end; at = Math.min(end, nextEdge(at))) {
            boolean is = isOpen(at);
            if (is && !open) {
                opened = at;
            } else if (open && !is) {
                spans.add(new OpenSpan(local(opened), local(at)));
            }
            open = is;
        }
        if (open) {
            spans.add(new OpenSpan(local(opened), until));
        }
        return spans;
    }

    static long seconds(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }

    private static LocalDateTime local(long seconds) {
        return LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    }

    private int index(long local) {
        return (int) ((local - first) / CHUNK_SECONDS);
    }

    private int offset(long local) {
        return (int) ((local - first) % CHUNK_SECONDS);
    }

    private long begin(int index) {
        return first + (long) index * CHUNK_SECONDS;
    }

    private static int edgesUpTo(int[] edges, int offset) {
        int found = Arrays.binarySearch(edges, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int[] chunk(int index) {
        int[][] known = chunks;
        return index < known.length && known[index] != null ? known[index] : learn(index);
    }

    private synchronized int[] learn(int index) {
        int[][] known = chunks;
        int[][] more = Arrays.copyOf(known, Math.max(known.length, index + 1));
        int[] edges = edges(index);
        more[index] = edges;
        chunks = more;
        return edges;
    }

    private int[] edges(int index) {
        int[] pattern = pattern(index);
        return use == HolidayUse.IGNORED || pattern.length == 0
                ? pattern
                : EdgeList.combine(pattern, holidays(begin(index)), use == HolidayUse.ONLY);
    }

    /** The edges of the holidays within a chunk. */
    private int[] holidays(long begin) {
        int[] edges = new int[2 * (CHUNK_SECONDS / DAY_SECONDS + 2)];
        int used = 0;
        boolean was = false;
        LocalDate day = local(begin).toLocalDate();
        for (long at = begin; at < begin + CHUNK_SECONDS; at = seconds(day.atStartOfDay())) {
            boolean is = holidays.contains(day);
            if (is != was) {
                edges[used++] = (int) (at - begin);
                was = is;
            }
            day = day.plusDays(1);
        }
        return Arrays.copyOf(edges, used);
    }

    /** The edges within a chunk when nobody asks for holidays. */
    private int[] pattern(int index) {
        long begin = begin(index);
        long end = begin + CHUNK_SECONDS;
        List<LocalDateTime> starts = rule.starts(local(Math.max(first, begin - length + 1)), local(end));
        int[] edges = new int[2 * starts.size()];
        int used = 0;
        for (LocalDateTime start : starts) {
            int opens = (int) Math.max(0, seconds(start) - begin);
            long closes = seconds(start) + length - begin;
            if (used > 0 && edges[used - 1] >= opens) {
                used--;
            } else {
                edges[used++] = opens;
            }
            // an edge at the end of the chunk says that it is still open when the next one begins
            edges[used++] = (int) Math.min(closes, CHUNK_SECONDS);
        }
        if (used > 0 && edges[used - 1] == CHUNK_SECONDS) {
            used--;
        }
        return used == 0 ? EdgeList.NOTHING : Arrays.copyOf(edges, used);
    }
}
