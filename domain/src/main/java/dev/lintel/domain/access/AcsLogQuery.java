package dev.lintel.domain.access;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the conditions of a search together. What is asked for travels as parameters, never in the text of the SQL. */
final class AcsLogQuery {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    AcsLogQuery(Actor actor, AcsLogFilter filter) {
        // entries of unknown devices have no project, and so are for those alone who see the whole server
        and(within(actor.reach(Permission.ACS_LOG_VIEW)));
        and("project_id = ?", filter.project());
        and("device_id = ?", filter.deviceId());
        and("type = ?", name(filter.type()));
        and("verdict = ?", name(filter.verdict()));
        and("reason = ?", name(filter.reason()));
        and("at >= ?", filter.from());
        and("at < ?", filter.until());
        and("position(? in sought_identifier) > 0", lower(filter.identifier()));
        and("position(? in sought_owner) > 0", lower(filter.owner()));
    }

    AcsLogQuery before(@Nullable Long id) {
        and("id < ?", id);
        return this;
    }

    AcsLogQuery only(long id) {
        and("id = ?", id);
        return this;
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    /** The log of the devices within reach: of a whole project also of those that are gone. */
    private static SqlCondition within(Reach reach) {
        return switch (reach) {
            case Reach.Part part -> {
                SqlCondition place = InReach.group(part, "d.project_id", "d.group_id");
                yield new SqlCondition(
                        "project_id = ? and device_id in (select d.id from device d where " + place.sql() + ")",
                        Stream.concat(Stream.of(part.project()), place.parameters().stream())
                                .toList());
            }
            case Reach other -> InReach.group(other, "project_id", "");
        };
    }

    private void and(SqlCondition condition) {
        if (!condition.equals(SqlCondition.all())) {
            conditions.add(condition.sql());
            parameters.addAll(condition.parameters());
        }
    }

    private void and(String condition, @Nullable Object parameter) {
        if (parameter != null) {
            conditions.add(condition);
            parameters.add(parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : AcsLogStore.sought(text);
    }
}
