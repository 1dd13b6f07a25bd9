package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Listing.Sort;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record with a field of every type, for tests of lists. */
record Thing(
        long id,
        @Nullable String name,
        @Nullable Long size,
        @Nullable Instant made,
        boolean broken,
        @Nullable Colour colour,
        @Nullable String owner,
        Set<String> tags) {
    enum Colour {
        RED,
        DARK_BLUE,
        GREEN
    }

    static final String TABLE = """
            create table thing (id bigint primary key, name text, size bigint, made timestamptz, broken boolean not null,
                colour text, owner text, tags text[] not null)""";

    static final Listing<Thing> LISTING = new Listing<>(
            "things",
            "t.*",
            "thing t",
            (row, number) -> new Thing(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getObject("size", Long.class),
                    row.getObject("made") == null
                            ? null
                            : row.getObject("made", OffsetDateTime.class).toInstant(),
                    row.getBoolean("broken"),
                    row.getString("colour") == null ? null : Colour.valueOf(row.getString("colour")),
                    row.getString("owner"),
                    Set.of((String[]) row.getArray("tags").getArray())),
            List.of(new Field.Order("t.id", new FieldType.Number())),
            List.of(
                    Field.<Thing>text("name", "t.name", Thing::name).orNone(),
                    Field.<Thing>number("size", "t.size", Thing::size).orNone(),
                    Field.<Thing>moment("made", "t.made", Thing::made).orNone(),
                    Field.yesNo("broken", "t.broken", Thing::broken),
                    Field.<Thing, Colour>choice("colour", "t.colour", Colour.class, Thing::colour)
                            .orNone(),
                    Field.<Thing>reference("owner", "t.owner", Thing::owner).orNone(),
                    Field.references("tag", "t.tags && ?::text[]", Thing::tags),
                    Field.number("id", "t.id", Thing::id)),
            Sort.by("name"));
}
