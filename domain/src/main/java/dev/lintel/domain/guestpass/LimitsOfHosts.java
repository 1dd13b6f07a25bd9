package dev.lintel.domain.guestpass;

import dev.lintel.domain.guestpass.GuestLimitTable.ByRow;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import org.springframework.stereotype.Component;

/** Works out what holds for whom: what a table says, else what groups and the server say. */
@Component
class LimitsOfHosts {
    private final GuestLimitTable table;
    private final GuestLimitStore store;

    LimitsOfHosts(GuestLimitTable table, GuestLimitStore store) {
        this.table = table;
        this.store = store;
    }

    HostLimits of(long project, String host, GuestKind kind, IdentifierType type) {
        ByRow row = table.of(project, host, kind, type).orElse(null);
        GuestLimits otherwise = store.ofPerson(project, host);
        return new HostLimits(row == null ? otherwise : row.limits().orElse(otherwise), row);
    }
}
