package dev.lintel.domain.audit.seal;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What comes of one chain, while its stretches are walked at once. */
final class ChainVerdict {
    /** After every stretch. */
    private static final long STRAY = Long.MAX_VALUE;

    private final JdbcTemplate jdbc;
    private final ChainCheck check;

    /** By where the stretch begins in which they were found. */
    private final SortedMap<Long, Fault> faults = new ConcurrentSkipListMap<>();

    ChainVerdict(JdbcTemplate jdbc, ChainCheck check) {
        this.jdbc = jdbc;
        this.check = check;
    }

    Chain chain() {
        return check.chain();
    }

    long seals() {
        return chain().number();
    }

    /**
     * What has to be done, in any order and at once.
     *
     * @param seals how many are walked by themselves
     * @param step called for each seal that is in order
     */
    Stream<Runnable> tasks(long seals, Runnable step) {
        return Stream.concat(
                Stretch.of(chain(), seals).stream().<Runnable>map(stretch -> () -> walk(stretch, step)),
                Stream.<Runnable>of(() -> note(STRAY, check.stray(jdbc))));
    }

    private void walk(Stretch stretch, Runnable step) {
        boolean isBrokenBefore = !faults.headMap(stretch.after()).isEmpty();
        if (!isBrokenBefore) {
            note(stretch.after(), new ChainWalk(jdbc, check, stretch, step).firstFault());
        }
    }

    private void note(long place, @Nullable Fault fault) {
        if (fault != null) {
            faults.put(place, fault);
        }
    }

    @Nullable
    Fault firstFault() {
        return faults.entrySet().stream().findFirst().map(Map.Entry::getValue).orElse(null);
    }
}
