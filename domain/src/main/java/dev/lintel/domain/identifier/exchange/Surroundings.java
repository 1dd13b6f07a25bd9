package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.identifier.IssuedIdentifier;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is around the rows of a list, as far as the actor of an import reaches. */
final class Surroundings {
    private final Map<String, List<String>> owners;
    private final Map<String, IssuedIdentifier> byId = new HashMap<>();
    private final Map<String, IssuedIdentifier> byValue = new HashMap<>();
    private final Set<String> taken;
    private final Map<String, String> restrictions;
    private final ZoneId zone;

    /**
     * @param owners ids of people by id, and by name and e-mail address in lower case
     * @param known identifiers that the actor may change
     * @param taken keys of values that belong to identifiers out of reach
     * @param restrictions ids by id, and by name in lower case
     * @param zone by whose clock times without an offset are read
     */
    Surroundings(
            Map<String, List<String>> owners,
            List<IssuedIdentifier> known,
            Set<String> taken,
            Map<String, String> restrictions,
            ZoneId zone) {
        this.owners = owners;
        this.taken = taken;
        this.restrictions = restrictions;
        this.zone = zone;
        for (IssuedIdentifier one : known) {
            byId.put(one.id(), one);
            byValue.put(key(one.identifier().type(), one.identifier().value()), one);
        }
    }

    /** What tells values apart, of one that was checked. */
    static String key(IdentifierType type, String value) {
        return key(type.name(), IdentifierValue.known(type, value));
    }

    static String key(String type, String identity) {
        return type + " " + identity;
    }

    /** Ids of people by id, e-mail address or name; none, one, or several of the same name. */
    List<String> owners(String text) {
        List<String> exact = owners.getOrDefault(text, List.of());
        return exact.isEmpty() ? owners.getOrDefault(text.toLowerCase(Locale.ROOT), List.of()) : exact;
    }

    @Nullable
    IssuedIdentifier byId(String id) {
        return byId.get(id);
    }

    @Nullable
    IssuedIdentifier byValue(String key) {
        return byValue.get(key);
    }

    boolean isTaken(String key) {
        return taken.contains(key);
    }

    /** Id of a restriction that the actor can hand out; null when there is none. */
    @Nullable
    String restriction(String text) {
        String id = restrictions.get(text);
        return id == null ? restrictions.get(text.toLowerCase(Locale.ROOT)) : id;
    }

    ZoneId zone() {
        return zone;
    }
}
