package dev.lintel.domain.audit.seal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of an entry that are digested together, and by whose name a change of any of them is told. */
final class FieldGroup {
    private final String name;
    private final boolean personal;
    private final List<Field> fields = new ArrayList<>();

    private FieldGroup(String name, boolean personal) {
        this.name = name;
        this.personal = personal;
    }

    /** How a column is read into the canonical form. */
    @FunctionalInterface
    private interface Reading {
        void read(ResultSet row, String column, CanonicalBytes bytes) throws SQLException;
    }

    /** @param later whether seals of before did not know it: where it says nothing, it is not digested */
    private record Field(String column, Reading reading, boolean later) {}

    static FieldGroup plain(String name) {
        return new FieldGroup(name, false);
    }

    /** One that tells of a person: digested with a salt, so that it can be erased. */
    static FieldGroup personal(String name) {
        return new FieldGroup(name, true);
    }

    FieldGroup texts(String... columns) {
        return with((row, column, bytes) -> bytes.text(row.getString(column)), columns);
    }

    FieldGroup numbers(String... columns) {
        return with((row, column, bytes) -> bytes.number((Number) row.getObject(column)), columns);
    }

    FieldGroup instants(String... columns) {
        return with(
                (row, column, bytes) -> {
                    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                    bytes.instant(time == null ? null : time.toInstant());
                },
                columns);
    }

    FieldGroup lists(String... columns) {
        return with(
                (row, column, bytes) -> {
                    Array array = row.getArray(column);
                    bytes.list(List.of((Object[]) array.getArray()));
                },
                columns);
    }

    /** Of columns that came when entries were sealed already. */
    FieldGroup laterLists(String... columns) {
        lists(columns);
        fields.replaceAll(field ->
                List.of(columns).contains(field.column()) ? new Field(field.column(), field.reading(), true) : field);
        return this;
    }

    FieldGroup json(String... columns) {
        return with((row, column, bytes) -> bytes.json(row.getString(column)), columns);
    }

    private FieldGroup with(Reading reading, String... columns) {
        for (String column : columns) {
            fields.add(new Field(column, reading, false));
        }
        return this;
    }

    String name() {
        return name;
    }

    boolean isPersonal() {
        return personal;
    }

    /** @param salt of the entry; taken for personal fields only */
    byte[] digest(ResultSet row, byte @Nullable [] salt) throws SQLException {
        CanonicalBytes bytes = new CanonicalBytes();
        if (personal && salt != null) {
            bytes.raw(salt);
        }
        bytes.text(name);
        for (Field field : fields) {
            if (!field.later() || row.getObject(field.column()) != null) {
                bytes.text(field.column());
                field.reading().read(row, field.column(), bytes);
            }
        }
        return bytes.digest();
    }
}
