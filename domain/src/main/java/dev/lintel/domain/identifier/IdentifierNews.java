package dev.lintel.domain.identifier;

import static dev.lintel.domain.identifier.IssuedIdentifier.HIDDEN;

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

/** Tells what becomes of identifiers: the site stores it and puts it in force, the audit keeps who did it. */
@Component
class IdentifierNews {
    private final RestrictionChoices restrictions;
    private final ApplicationEventPublisher events;

    IdentifierNews(RestrictionChoices restrictions, ApplicationEventPublisher events) {
        this.restrictions = restrictions;
        this.events = events;
    }

    void changed(IdentifiersChanged change) {
        events.publishEvent(change);
    }

    /** @param before null for a new one, {@code after} null for one that is gone */
    void record(Actor by, @Nullable IssuedIdentifier before, @Nullable IssuedIdentifier after) {
        IssuedIdentifier known = after == null ? Objects.requireNonNull(before) : after;
        Map<String, String> was = before == null ? Map.of() : fields(before);
        Map<String, String> is = after == null ? Map.of() : fields(after);
        if (before != null && after != null && hasAnotherSecret(before.identifier(), after.identifier())) {
            is.put("value", HIDDEN + " (new)");
        }
        if (!was.equals(is)) {
            String name = WireName.of(known.identifier().type()) + " " + known.shownValue();
            events.publishEvent(new RecordChanged(by, known.project(), "identifier", known.id(), name, was, is));
        }
    }

    private static boolean hasAnotherSecret(Identifier before, Identifier after) {
        return after.type().isSecret() && !before.value().equals(after.value());
    }

    private Map<String, String> fields(IssuedIdentifier of) {
        Identifier identifier = of.identifier();
        Map<String, String> fields = new TreeMap<>();
        fields.put("owner", of.owner());
        fields.put("type", WireName.of(identifier.type()));
        fields.put("value", of.shownValue());
        fields.put("name", of.name());
        fields.put("notes", of.notes());
        fields.put("validFrom", Objects.toString(identifier.validFrom(), ""));
        fields.put("validUntil", Objects.toString(identifier.validUntil(), ""));
        fields.put("maxPasses", Objects.toString(identifier.maxPasses(), ""));
        fields.put("passesUsed", identifier.maxPasses() == null ? "" : Integer.toString(identifier.passesUsed()));
        fields.put("revoked", Boolean.toString(identifier.revoked()));
        fields.put("suspended", Boolean.toString(identifier.suspended()));
        fields.put("restrictions", String.join(", ", restrictions.names(of.project(), of.restrictions())));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
