package dev.lintel.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.sync.SyncPlan.Known;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AR-3")
class SyncPlanTest {
    private static final CopyKey ONE = new CopyKey("gate", CopyKind.IDENTIFIER, "one");
    private static final CopyKey TWO = new CopyKey("gate", CopyKind.IDENTIFIER, "two");
    private static final CopyKey OTHER = new CopyKey("garage", CopyKind.IDENTIFIER, "one");

    @Test
    void sendsOnlyTheDifference() {
        SyncPlan plan = SyncPlan.between(
                Map.of(ONE, "new", TWO, "same", OTHER, "first"),
                Map.of(
                        ONE,
                        new Known("old", "old"),
                        TWO,
                        new Known("same", "same"),
                        new CopyKey("yard", CopyKind.IDENTIFIER, "one"),
                        new Known("old", "old")));

        assertThat(plan.added()).containsExactly(OTHER);
        assertThat(plan.updated()).containsExactly(ONE);
        assertThat(plan.deleted()).containsExactly(new CopyKey("yard", CopyKind.IDENTIFIER, "one"));
        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(plan.summary().devices()).containsExactly("garage", "gate", "yard");
    }

    @Test
    void aWishThatIsTakenBackBeforeTheDeviceHeardOfItLeavesNothingToDo() {
        SyncPlan back = SyncPlan.between(Map.of(ONE, "old"), Map.of(ONE, new Known("new", "old")));
        assertThat(back.summary().devices()).isEmpty();
        assertThat(back.restated()).containsExactly(Map.entry(ONE, "old"));

        SyncPlan never = SyncPlan.between(Map.of(), Map.of(ONE, new Known("new", null)));
        assertThat(never.deleted()).isEmpty();
        assertThat(never.restated()).containsOnlyKeys(ONE);
    }

    @Test
    void whatWaitsAlreadyIsPlannedOnce() {
        SyncPlan plan = SyncPlan.between(Map.of(ONE, "new"), Map.of(ONE, new Known("new", "old")));
        assertThat(plan.updated()).containsExactly(ONE);
        assertThat(plan.restated()).isEmpty();
    }
}
