package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.OwnerType;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierStore;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** By what the access matrix can be asked. The database has the identifiers; what they open is worked out in memory. */
final class MatrixFields {
    private static final String COLUMNS = "i.project_id, i.id, i.type, i.value, i.words, i.name, i.guest, i.person_id,"
            + " p.name as owner, " + IdentifierStore.LAST_USED + " as used";

    private static final String OWNER_TYPE = "coalesce(i.guest, 'OWNER')";

    /** The owner is in the group itself, or in any below it. */
    private static final String IN_GROUP = """
            exists (select from person_group m join object_group g on g.project_id = m.project_id and g.id = m.group_id
                    where m.project_id = i.project_id and m.person_id = i.person_id
                      and (g.above || g.id) && ?::text[])""";

    private static final String GROUP_NAMES = """
            (select string_agg(lower(g.name), E'\\n') from person_group m
             join object_group g on g.project_id = m.project_id and g.id = m.group_id
             where m.project_id = i.project_id and m.person_id = i.person_id)""";

    /** Stands for what the database does not know; {@link MatrixSource} knows more. */
    private static final String UNKNOWN = "null";

    static final Listing<MatrixCell> LISTING = new Listing<>(
            "access-matrix",
            COLUMNS,
            "identifier i join person p on p.project_id = i.project_id and p.id = i.person_id",
            MatrixFields::row,
            List.of(
                    new Field.Order("i.project_id", new FieldType.Number()),
                    new Field.Order("i.id", new FieldType.Text(false))),
            fields(),
            Sort.by("owner"));

    /** Fields of which the database knows nothing: they come of restrictions, or of decisions. */
    static final Set<String> WORKED_OUT = Set.of(
            "device",
            "door",
            "restriction",
            "restrictions",
            "schedule",
            "schedules",
            "opens",
            "reason",
            "until",
            MatrixMoment.ACCESS_POINT,
            MatrixMoment.LOCK,
            MatrixMoment.AT);

    private MatrixFields() {}

    private static List<Field<MatrixCell>> fields() {
        return List.of(
                Field.texts("identifier", "i.words", cell -> cell.holder().words()),
                Field.choice("type", "i.type", IdentifierType.class, (MatrixCell cell) -> cell.holder()
                                .type())
                        .unsorted(),
                Field.text("name", "i.name", (MatrixCell cell) -> cell.holder().name())
                        .unsorted(),
                Field.<MatrixCell>moment("used", IdentifierStore.LAST_USED, cell -> cell.holder()
                                .used())
                        .unsorted()
                        .orNone(),
                Field.text("owner", "p.name", cell -> cell.holder().owner()),
                Field.choice("ownerType", OWNER_TYPE, OwnerType.class, (MatrixCell cell) -> cell.holder()
                                .ownerType())
                        .unsorted(),
                Field.texts("groups", GROUP_NAMES, cell -> lines(cell.holder().groupNames(), name -> name)),
                Field.texts("restrictions", UNKNOWN, cell -> lines(cell.ways(), MatrixWay::name)),
                Field.texts("schedules", UNKNOWN, cell -> lines(schedules(cell), MatrixWay.Named::name)),
                Field.text("door", UNKNOWN, (MatrixCell cell) -> cell.place().name())
                        .unsorted(),
                Field.choice("opens", UNKNOWN, Opens.class, MatrixCell::opens).unsorted(),
                Field.choice("reason", UNKNOWN, ReasonCode.class, MatrixCell::reason)
                        .unsorted(),
                Field.moment("until", UNKNOWN, MatrixCell::until).unsorted().orNone(),
                Field.references("group", IN_GROUP, cell -> cell.holder().groups()),
                Field.references("restriction", UNKNOWN, cell -> ids(cell.ways(), MatrixWay::restriction)),
                Field.references("schedule", UNKNOWN, cell -> ids(schedules(cell), MatrixWay.Named::id)),
                Field.reference("device", UNKNOWN, cell -> cell.place().device().id()),
                Field.reference(
                        MatrixMoment.ACCESS_POINT, UNKNOWN, cell -> cell.place().accessPoint()),
                Field.reference(MatrixMoment.LOCK, UNKNOWN, MatrixFields::lock),
                Field.reference(MatrixMoment.AT, UNKNOWN, cell -> cell.moment().asked()),
                Field.reference("identifierId", "i.id", cell -> cell.holder().identifier()),
                Field.reference("user", "i.person_id", cell -> cell.holder().user()),
                Field.number("project", "i.project_id", (MatrixCell cell) -> cell.holder()
                                .project())
                        .unsorted());
    }

    private static @Nullable String lock(MatrixCell cell) {
        Integer lock = cell.moment().lock();
        return lock == null ? null : lock.toString();
    }

    private static List<MatrixWay.Named> schedules(MatrixCell cell) {
        return cell.ways().stream()
                .flatMap(way -> way.schedules().stream())
                .distinct()
                .toList();
    }

    private static <T> String lines(Collection<T> all, Function<T, String> name) {
        return all.stream().map(name).distinct().collect(Collectors.joining("\n"));
    }

    private static <T> List<String> ids(Collection<T> all, Function<T, String> id) {
        return all.stream().map(id).toList();
    }

    private static MatrixCell row(ResultSet row, int number) throws SQLException {
        IdentifierType type = IdentifierType.valueOf(row.getString("type"));
        String guest = row.getString("guest");
        OffsetDateTime used = row.getObject("used", OffsetDateTime.class);
        return MatrixCell.notWorkedOut(new MatrixHolder(
                row.getLong("project_id"),
                row.getString("id"),
                type,
                type.isSecret() ? IssuedIdentifier.HIDDEN : row.getString("value"),
                row.getString("words"),
                row.getString("name"),
                used == null ? null : used.toInstant(),
                row.getString("person_id"),
                row.getString("owner"),
                OwnerType.of(guest == null ? null : GuestKind.valueOf(guest)),
                List.of(),
                List.of()));
    }
}
