package dev.lintel.domain.access;

import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import java.util.List;

/** By what the ACS log can be asked. It has one order, in which a million entries are as quick as ten: that of arrival. */
final class AcsLogFields {
    private static final Field.Order ARRIVAL = new Field.Order("id", new FieldType.Number());

    /** All but the facts and the decision, which are most of a row and asked for one at a time. */
    private static final String COLUMNS = """
        id, project_id, at, device_time, channel, device_serial, device_id, device_name, access_point, lock, type,
        presented, identifier_id, owner_id, owner_name, owner_type, verdict, reason, locks, restrictions,
        rule_version, flags\
        """;

    private AcsLogFields() {}

    static Listing<AcsLogEntry> listing(SoughtMarkers markers) {
        return new Listing<>(
                "acs-log",
                COLUMNS,
                "acs_log",
                AcsLogRows.ENTRY,
                List.of(ARRIVAL),
                fields(markers),
                Sort.downBy("created"));
    }

    private static List<Field<AcsLogEntry>> fields(SoughtMarkers markers) {
        return List.of(
                Field.<AcsLogEntry>text("owner", "owner_name", AcsLogEntry::ownerName)
                        .soughtIn("sought_owner")
                        .unsorted()
                        .orNone(),
                Field.<AcsLogEntry>reference("device", "device_id", AcsLogEntry::deviceId)
                        .orNone(),
                Field.choice("verdict", "verdict", Verdict.class, AcsLogEntry::verdict)
                        .unsorted(),
                Field.choice("reason", "reason", ReasonCode.class, AcsLogEntry::reason)
                        .unsorted(),
                Field.<AcsLogEntry>moment("created", "at", AcsLogEntry::at).sortedBy(ARRIVAL),
                Field.choice("type", "type", IdentifierType.class, AcsLogEntry::type)
                        .unsorted(),
                Field.texts("identifier", "sought_identifier", AcsLogStore::soughtIdentifier),
                Field.<AcsLogEntry>reference("identifierId", "identifier_id", AcsLogEntry::identifierId)
                        .orNone(),
                Field.choice("ownerType", "owner_type", OwnerType.class, AcsLogEntry::ownerType)
                        .unsorted()
                        .orNone(),
                markers.field(),
                Field.yesNo("flagged", "(flags is not null)", AcsLogEntry::isFlagged)
                        .unsorted(),
                Field.<AcsLogEntry>moment("deviceTime", "device_time", AcsLogEntry::deviceTime)
                        .unsorted()
                        .orNone(),
                Field.choice("channel", "channel", Channel.class, AcsLogEntry::channel)
                        .unsorted(),
                Field.number("id", "id", AcsLogEntry::id).unsorted(),
                Field.<AcsLogEntry>number("project", "project_id", AcsLogEntry::project)
                        .unsorted()
                        .orNone());
    }
}
