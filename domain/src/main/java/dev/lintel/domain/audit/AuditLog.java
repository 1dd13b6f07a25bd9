package dev.lintel.domain.audit;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads the audit. */
@Service
public class AuditLog extends Records<AuditEntry> {
    private static final Field.Order ARRIVAL = new Field.Order("id", new FieldType.Number());

    private static final Listing<AuditEntry> LISTING = new Listing<>(
            "audit", "*", "audit_entry", AuditStore.ENTRY, List.of(ARRIVAL), fields(), Sort.downBy("created"));

    private final JdbcTemplate jdbc;

    AuditLog(Lists lists, JdbcTemplate jdbc) {
        super(lists, LISTING);
        this.jdbc = jdbc;
    }

    private static List<Field<AuditEntry>> fields() {
        return List.of(
                Field.<AuditEntry>text("actor", "actor", AuditEntry::actor)
                        .soughtIn("sought_actor")
                        .unsorted(),
                Field.<AuditEntry>text("record", "record_name", AuditEntry::recordName)
                        .soughtIn("sought_record")
                        .unsorted(),
                Field.choice("deed", "action", Deed.class, AuditEntry::deed).unsorted(),
                Field.<AuditEntry>text("kind", "kind", AuditEntry::kind).unsorted(),
                Field.<AuditEntry>moment("created", "at", AuditEntry::at).sortedBy(ARRIVAL),
                Field.<AuditEntry>text("recordId", "record_id", AuditEntry::recordId)
                        .unsorted(),
                Field.<AuditEntry>text("origin", "coalesce(origin, '')", AuditEntry::origin)
                        .unsorted(),
                Field.number("id", "id", AuditEntry::id).unsorted(),
                Field.<AuditEntry>number("project", "project_id", AuditEntry::project)
                        .unsorted()
                        .orNone());
    }

    /** Entries belong to no group, so they are for those alone who see their project as a whole. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return switch (actor.requireReach(Permission.AUDIT_VIEW)) {
            case Reach.Everything everything -> SqlCondition.all();
            case Reach.WholeProject whole -> SqlCondition.of("project_id = ?", whole.project());
            case Reach.Part part -> SqlCondition.none();
            case Reach.Nothing nothing -> SqlCondition.none();
        };
    }

    /** An entry; empty when there is none that the actor may see. */
    public Optional<AuditEntry> get(Actor actor, long id) {
        SqlCondition wanted = SqlCondition.of("id = ?", id).and(visibleTo(actor));
        return jdbc
                .query(
                        "select * from audit_entry where " + wanted.sql(),
                        AuditStore.ENTRY,
                        wanted.parameters().toArray())
                .stream()
                .findFirst();
    }
}
