package dev.lintel.domain.guestpass;

import dev.lintel.domain.guestpass.GuestLimitTable.ByRow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much a host may give away of one kind of passes.
 *
 * @param limits what holds
 * @param by the row of a table that said some of them; null when groups and the server said all
 */
public record HostLimits(GuestLimits limits, @Nullable ByRow by) {
    static final HostLimits NONE = new HostLimits(GuestLimits.NONE, null);

    /** The row that said this limit; null when a group or the server did, or nobody. */
    public @Nullable LimitRow row(Function<GuestLimits, @Nullable Integer> limit) {
        return by == null || limit.apply(by.limits()) == null ? null : new LimitRow(by.table(), by.row());
    }

    /** The row that said any of them. */
    public @Nullable LimitRow anyRow() {
        return by == null || by.limits().equals(GuestLimits.NONE) ? null : new LimitRow(by.table(), by.row());
    }

    /**
     * A row of a table, as people find it.
     *
     * @param table what the table is called
     * @param row its number, from 1
     */
    public record LimitRow(String table, int row) {}
}
