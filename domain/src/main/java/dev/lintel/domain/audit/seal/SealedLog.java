package dev.lintel.domain.audit.seal;

import static dev.lintel.domain.audit.seal.FieldGroup.personal;
import static dev.lintel.domain.audit.seal.FieldGroup.plain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A log whose entries are sealed, and which of their fields a seal covers: all. */
public enum SealedLog {
    ACS(
            "acs_log",
            plain("attempt")
                    .numbers("id", "project_id", "lock")
                    .instants("at", "device_time")
                    .texts("channel", "device_serial", "device_id", "device_name", "access_point")
                    .texts("type", "request_id", "event_key"),
            plain("outcome")
                    .texts("verdict", "reason", "rule_version", "owner_type")
                    .lists("locks", "restrictions")
                    .laterLists("flags"),
            personal("owner")
                    .texts("presented", "identifier_id", "owner_id", "owner_name")
                    .texts("sought_owner", "sought_identifier"),
            personal("grounds").json("facts", "decision")),
    AUDIT(
            "audit_entry",
            plain("occasion").numbers("id", "project_id").instants("at").texts("action", "kind"),
            personal("actor").texts("actor", "origin", "sought_actor").numbers("account_id"),
            personal("record").texts("record_id", "record_name", "sought_record"),
            personal("values").json("before", "after"));

    private final String table;
    private final List<FieldGroup> groups;

    SealedLog(String table, FieldGroup... groups) {
        this.table = table;
        this.groups = List.of(groups);
    }

    String table() {
        return table;
    }

    /** The digests of all groups of an entry, one after the other. */
    byte[] parts(ResultSet entry, byte[] salt) throws SQLException {
        byte[] parts = new byte[groups.size() * Sha256.BYTES];
        for (int i = 0; i < groups.size(); i++) {
            System.arraycopy(groups.get(i).digest(entry, salt), 0, parts, i * Sha256.BYTES, Sha256.BYTES);
        }
        return parts;
    }

    /**
     * Names of the groups that are not as they were sealed.
     *
     * @param salt null when it was erased: personal groups cannot be told then
     */
    List<String> changed(ResultSet entry, byte[] sealed, byte @Nullable [] salt) throws SQLException {
        if (sealed.length != groups.size() * Sha256.BYTES) {
            return groups.stream().map(FieldGroup::name).toList();
        }
        boolean[] differs = new boolean[groups.size()];
        for (int i = 0; i < differs.length; i++) {
            FieldGroup group = groups.get(i);
            int from = i * Sha256.BYTES;
            differs[i] = (salt != null || !group.isPersonal())
                    && !Arrays.equals(sealed, from, from + Sha256.BYTES, group.digest(entry, salt), 0, Sha256.BYTES);
        }
        return IntStream.range(0, differs.length)
                .filter(i -> differs[i])
                .mapToObj(i -> groups.get(i).name())
                .toList();
    }
}
