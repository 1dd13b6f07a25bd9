package dev.lintel.domain.guestpass;

import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.restriction.RestrictionChoices;
import dev.lintel.domain.wire.WireName;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit who gave what to whom. */
@Component
class GuestPassNews {
    private final RestrictionChoices restrictions;
    private final ApplicationEventPublisher events;

    GuestPassNews(RestrictionChoices restrictions, ApplicationEventPublisher events) {
        this.restrictions = restrictions;
        this.events = events;
    }

    /** @param before null for a new one, {@code after} null for one that is gone */
    void record(Actor by, @Nullable GuestPass before, @Nullable GuestPass after) {
        GuestPass known = after == null ? Objects.requireNonNull(before) : after;
        Map<String, String> was = before == null ? Map.of() : fields(before);
        Map<String, String> is = after == null ? Map.of() : fields(after);
        if (!was.equals(is)) {
            String name = known.visitor().isEmpty() ? WireName.of(known.kind()) : known.visitor();
            events.publishEvent(new RecordChanged(by, known.project(), "guest-pass", known.id(), name, was, is));
        }
    }

    void limits(Actor by, @Nullable Long project, String group, String name, GuestLimits before, GuestLimits after) {
        if (!before.equals(after)) {
            String kind = project == null ? "settings" : "group";
            events.publishEvent(new RecordChanged(by, project, kind, group, name, fields(before), fields(after)));
        }
    }

    private static Map<String, String> fields(GuestLimits limits) {
        return Map.of(
                "guestDays", Objects.toString(limits.days(), ""),
                "guestPasses", Objects.toString(limits.passes(), ""),
                "guestPassesAtOnce", Objects.toString(limits.atOnce(), ""));
    }

    private Map<String, String> fields(GuestPass of) {
        Identifier facts = of.facts();
        Map<String, String> fields = new TreeMap<>();
        fields.put("owner", of.identifier().owner());
        fields.put("guest", WireName.of(of.kind()));
        fields.put("type", WireName.of(of.type()));
        fields.put("value", of.identifier().shownValue());
        fields.put("visitor", of.visitor());
        fields.put("message", of.message());
        fields.put("e-mail", of.email());
        fields.put("phone", of.phone());
        fields.put("validFrom", Objects.toString(facts.validFrom(), ""));
        fields.put("validUntil", Objects.toString(facts.validUntil(), ""));
        fields.put("maxPasses", Objects.toString(facts.maxPasses(), ""));
        fields.put("revoked", Boolean.toString(facts.revoked()));
        fields.put(
                "restrictions",
                String.join(
                        ", ", restrictions.names(of.project(), of.identifier().restrictions())));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
