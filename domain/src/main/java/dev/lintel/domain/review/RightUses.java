package dev.lintel.domain.review;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.restriction.AccessRestriction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says by the ACS log when restrictions opened doors last, and to whom. */
@Component
class RightUses {
    private static final String QUERY = """
            select owner_id, identifier_id, owner_type = 'OWNER' as own, device_id, restrictions, max(at) as used
            from acs_log where project_id = ? and verdict = 'GRANT' and owner_id = any (?)\s""";

    private static final String GROUPS = " group by 1, 2, 3, 4, 5";

    private final JdbcTemplate jdbc;

    RightUses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Who used what. */
    private record Key(String holder, String restriction) {}

    /** When rights of some people were used last. */
    static final class Found {
        private final Map<Key, Instant> people = new HashMap<>();
        private final Map<Key, Instant> identifiers = new HashMap<>();

        /** @param identifier id; null for the person with any identifier of their own */
        @Nullable
        Instant of(String person, @Nullable String identifier, String restriction) {
            return identifier == null
                    ? people.get(new Key(person, restriction))
                    : identifiers.get(new Key(identifier, restriction));
        }

        private void note(Map<Key, Instant> uses, String holder, String restriction, Instant at) {
            uses.merge(new Key(holder, restriction), at, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /**
     * The last uses by these people and their guests.
     *
     * @param device id of the only door that counts; null is every door
     */
    Found of(SiteSnapshot site, Collection<String> people, @Nullable String device) {
        List<Object> parameters = new ArrayList<>(List.of(site.project().id(), people.toArray(String[]::new)));
        if (device != null) {
            parameters.add(device);
        }
        Map<String, List<String>> atDoors = new HashMap<>();
        Found found = new Found();
        jdbc.query(
                QUERY + (device == null ? "" : "and device_id = ?") + GROUPS,
                row -> {
                    String[] named = (String[]) row.getArray("restrictions").getArray();
                    String at = row.getString("device_id");
                    Instant used = row.getObject("used", OffsetDateTime.class).toInstant();
                    // a device that decided by itself does not say by which restriction
                    List<String> restrictions = named.length > 0
                            ? Arrays.asList(named)
                            : atDoors.computeIfAbsent(Objects.requireNonNullElse(at, ""), id -> leadingTo(site, id));
                    String identifier = row.getString("identifier_id");
                    for (String restriction : restrictions) {
                        if (row.getBoolean("own")) {
                            found.note(found.people, row.getString("owner_id"), restriction, used);
                        }
                        if (identifier != null) {
                            found.note(found.identifiers, identifier, restriction, used);
                        }
                    }
                },
                parameters.toArray());
        return found;
    }

    private static List<String> leadingTo(SiteSnapshot site, String device) {
        return List.copyOf(site.restrictions(restriction -> leadsTo(restriction, device)));
    }

    static boolean leadsTo(AccessRestriction restriction, String device) {
        return restriction.lines().stream().anyMatch(line -> line.device().equals(device));
    }
}
