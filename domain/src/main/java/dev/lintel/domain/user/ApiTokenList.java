package dev.lintel.domain.user;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody's own API tokens as a list. */
@Service
public class ApiTokenList extends Records<ApiToken> {
    private static final Field.Order ARRIVAL = new Field.Order("t.id", new FieldType.Number());

    private static final Listing<ApiToken> LISTING = new Listing<>(
            "tokens",
            "t.id, t.name, t.permissions, t.created, t.expires, t.last_used, a.login",
            "api_token t join account a on a.id = t.account_id",
            ApiTokenList::row,
            List.of(ARRIVAL),
            fields(),
            Sort.downBy("created"));

    ApiTokenList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<ApiToken>> fields() {
        return List.of(
                Field.text("name", "t.name", ApiToken::name),
                Field.references("permission", "t.permissions && ?::text[]", token -> token.permissions().stream()
                        .map(Permission::code)
                        .toList()),
                Field.moment("created", "t.created", ApiToken::created).sortedBy(ARRIVAL),
                Field.<ApiToken>moment("lastUsed", "t.last_used", ApiToken::lastUsed)
                        .orNone(),
                Field.<ApiToken>moment("expires", "t.expires", ApiToken::expires)
                        .orNone(),
                Field.reference("id", "t.id::text", token -> Long.toString(token.id())));
    }

    /** Those of the actor's account. A token that acts for it has another name, and so none. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return SqlCondition.of("a.login = ?", actor.name());
    }

    private static ApiToken row(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                row.getString("login"),
                StoredToken.permissions((String[]) row.getArray("permissions").getArray()),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                instant(row, "expires"),
                instant(row, "last_used"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
