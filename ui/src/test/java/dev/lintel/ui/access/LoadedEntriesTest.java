package dev.lintel.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadedEntriesTest {
    private final List<@Nullable Long> asked = new ArrayList<>();
    private long newest = 1_000;
    private final LoadedEntries entries = new LoadedEntries(this::read);

    @Test
    void readsOnFromTheOldestEntrySeen() {
        assertThat(ids(entries.page(0, 50))).startsWith(1_000L).endsWith(951L).hasSize(50);
        assertThat(ids(entries.page(150, 100))).startsWith(850L).endsWith(751L);
        assertThat(asked).containsExactly(null, 801L);
    }

    @Test
    void endsWhereTheLogEnds() {
        assertThat(ids(entries.page(990, 100))).startsWith(10L).endsWith(1L).hasSize(10);
        assertThat(entries.page(2_000, 100)).isEmpty();
    }

    @Test
    void takesNewEntriesInWhereTheyBelongAndNeverTwice() {
        entries.page(0, 50);
        entries.add(List.of(entry(1_002), entry(1_001), entry(1_000)));
        assertThat(ids(entries.page(0, 4))).containsExactly(1_002L, 1_001L, 1_000L, 999L);
    }

    @Test
    void leavesNoGapWhenAnEntryIsOlderThanWhatWasRead() {
        entries.page(0, 50);
        entries.add(List.of(entry(5)));
        assertThat(ids(entries.page(199, 2))).containsExactly(801L, 800L);
    }

    @Test
    void staysSmallHoweverManyCome() {
        entries.page(0, 50);
        entries.add(LongStream.rangeClosed(1_001, 9_000)
                .mapToObj(LoadedEntriesTest::entry)
                .toList());
        newest = 9_000;
        assertThat(ids(entries.page(0, 1))).containsExactly(9_000L);
        assertThat(ids(entries.page(LoadedEntries.MOST_KEPT, 1))).containsExactly(7_000L);
        assertThat(asked).last().isEqualTo(7_001L);
    }

    private List<AcsLogEntry> read(@Nullable Long before, int limit) {
        asked.add(before);
        long from = before == null ? newest : before - 1;
        return LongStream.iterate(from, id -> id > 0 && id > from - limit, id -> id - 1)
                .mapToObj(LoadedEntriesTest::entry)
                .toList();
    }

    private static List<Long> ids(List<AcsLogEntry> page) {
        return page.stream().map(AcsLogEntry::id).toList();
    }

    private static AcsLogEntry entry(long id) {
        return new AcsLogEntry(
                id,
                1L,
                Instant.EPOCH,
                null,
                Channel.MQTT,
                "SN",
                "d",
                "Door",
                null,
                null,
                IdentifierType.CARD,
                "1",
                null,
                null,
                null,
                null,
                Verdict.DENY,
                ReasonCode.UNKNOWN_IDENTIFIER,
                List.of(),
                List.of(),
                "test");
    }
}
