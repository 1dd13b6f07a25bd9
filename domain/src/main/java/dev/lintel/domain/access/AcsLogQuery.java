package dev.lintel.domain.access;

import dev.lintel.domain.permission.Actor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the conditions of a search together. What is asked for travels as parameters, never in the text of the SQL. */
final class AcsLogQuery {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    AcsLogQuery(Actor actor, AcsLogFilter filter) {
        if (actor.projects() != null) {
            // entries of unknown devices have no project, and so are for those alone who see the whole server
            and("project_id = any (?)", actor.projects().toArray(Long[]::new));
        }
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
