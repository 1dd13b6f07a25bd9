package dev.lintel.routes.rest;

import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What the API is told of a group. */
@Schema(name = "GroupWish")
record GroupWish(
        @Schema(description = "Id of the group above, to make one; the root makes a project if it is absent.") @Nullable
        String parent,

        @Schema(
                description = "Other if absent.",
                allowableValues = {"custom", "building", "unit", "floor", "apartment"})
        @Nullable
        String type,

        @Schema(example = "Building 1") @Nullable String name,

        @Schema(description = "0 to 9999. No two siblings of the same type have the same, except custom ones.")
        @Nullable
        Integer logicalAddress,

        @Nullable String description,

        @Schema(description = "For an edit: the version that was read.") @Nullable
        Long version,

        @Schema(description = "For a new project: the zone of its clocks.", example = "Europe/London") @Nullable
        String timeZone) {
    GroupFields fields() {
        GroupType chosen = Words.choice("type", GroupType.class, type);
        return new GroupFields(
                chosen == null ? GroupType.CUSTOM : chosen,
                name == null ? "" : name,
                logicalAddress,
                description == null ? "" : description);
    }

    ZoneId zone() {
        try {
            return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            throw new RefusedException("timeZone", Quoted.of(timeZone) + " is no time zone such as Europe/London");
        }
    }
}
