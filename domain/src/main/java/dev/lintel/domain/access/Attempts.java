package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.user.User;
import org.jspecify.annotations.Nullable;

/** Makes log entries, still without a number, of what was asked and decided. */
final class Attempts {
    private Attempts() {}

    static RecordedDecision of(AccessRequest request, RequestOrigin origin, Decided decided) {
        AccessFacts facts = decided.facts();
        Decision decision = decided.decision();
        SiteSnapshot site = decided.site();
        DeviceFact device = facts.device();
        IdentifierFact identifier = facts.identifier();
        HolderFact holder = facts.holder();
        return new RecordedDecision(
                new AcsLogEntry(
                        0,
                        site == null ? null : site.project().id(),
                        request.at(),
                        origin.deviceTime(),
                        origin.channel(),
                        request.deviceSerial(),
                        device == null ? null : device.id(),
                        site == null || device == null ? null : deviceName(site, device.id()),
                        request.accessPoint(),
                        request.lock(),
                        request.type(),
                        Presented.masked(request.type(), request.value()),
                        identifier == null ? null : identifier.id(),
                        holder == null ? null : holder.id(),
                        site == null || holder == null ? null : userName(site, holder.id()),
                        identifier == null ? null : OwnerType.of(identifier.guest()),
                        decision.verdict(),
                        decision.reason(),
                        decision.locks(),
                        decision.restrictions(),
                        decision.ruleVersion(),
                        decision.flags()),
                facts,
                decision);
    }

    private static @Nullable String deviceName(SiteSnapshot site, String id) {
        Device device = site.device(id);
        return device == null ? null : site.nameOf(device);
    }

    private static @Nullable String userName(SiteSnapshot site, String id) {
        User user = site.user(id);
        return user == null ? null : user.name();
    }
}
