package dev.lintel.domain.audit.seal;

import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What comes of one chain, while its stretches are walked at once. */
final class ChainVerdict {
    /** Before every stretch. */
    private static final long FRONT = -1;

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

    ChainCheck check() {
        return check;
    }

    /** How many are there to be walked. */
    long seals() {
        return Math.max(0, chain().number() - check.beginning().after());
    }

    /**
     * What has to be done, in any order and at once.
     *
     * @param seals how many are walked by themselves
     * @param step called for each seal that is in order
     */
    Stream<Runnable> tasks(long seals, Runnable step) {
        return Stream.concat(
                Stretch.of(check.beginning().after(), chain().number(), seals).stream()
                        .<Runnable>map(stretch -> () -> walk(stretch, step)),
                Stream.<Runnable>of(() -> note(FRONT, check.atTheFront(jdbc)), () -> note(STRAY, check.stray(jdbc))));
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
