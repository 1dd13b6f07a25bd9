package dev.lintel.routes.rest;

import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.access.matrix.MatrixWay;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An identifier at a door as the API shows it. */
@Schema(name = "MatrixCell")
record MatrixCellView(
        long project,

        @Schema(description = "Id of the identifier.") String identifier,

        @Schema(allowableValues = {"card", "ukey", "access-code", "face", "qr", "licence-plate", "url"})
        String type,

        @Schema(description = "Masked where knowing it opens doors.")
        String value,

        @Schema(description = "Id of the owner; of a guest identifier whoever made it.")
        String user,

        String owner,

        @Schema(allowableValues = {"owner", "guest", "courier"})
        String ownerType,

        @Schema(description = "Names of the owner's groups.")
        List<String> groups,

        @Schema(description = "Id of the device.") String device,

        String door,

        @Schema(description = "One direction; null when restrictions tell none from another.") @Nullable
        String accessPoint,

        @Schema(description = "Numbers of the locks that restrictions open here.")
        List<Integer> locks,

        @Schema(description = "Empty for those who may not see restrictions.")
        List<Way> restrictions,

        @Schema(description = "When it last opened a door.") @Nullable
        Instant used,

        @Schema(
                description = "Whether the door opens at the moment asked for.",
                allowableValues = {"now", "at-other-times", "not"})
        String opens,

        @Schema(description = "The reason of the decision, such as `granted` or `outside-schedule`.")
        String reason,

        @Schema(description = "Until when it stays so if nobody changes anything; null is without end.") @Nullable
        Instant until) {
    /** A restriction by which somebody gets in. */
    @Schema(name = "MatrixWay")
    record Way(
            String id,
            String name,

            @Schema(description = "Whom it is granted to.") List<Holder> grantedTo,

            @Schema(description = "Any of them will do; none is always.")
            List<Record> schedules) {
        static Way of(MatrixWay way) {
            return new Way(
                    way.restriction(),
                    way.name(),
                    way.via().stream()
                            .map(one -> new Holder(WireName.of(one.kind()), one.id(), one.name()))
                            .toList(),
                    way.schedules().stream()
                            .map(one -> new Record(one.id(), one.name()))
                            .toList());
        }
    }

    /** Somebody who has a restriction. */
    @Schema(name = "MatrixHolder")
    record Holder(
            @Schema(allowableValues = {"group", "user", "identifier"})
            String kind,

            String id,

            @Schema(description = "Empty for the identifier itself.")
            String name) {}

    /** A record by its name. */
    @Schema(name = "MatrixSchedule")
    record Record(String id, String name) {}

    static MatrixCellView of(MatrixCell cell) {
        var holder = cell.holder();
        var place = cell.place();
        return new MatrixCellView(
                holder.project(),
                holder.identifier(),
                WireName.of(holder.type()),
                holder.value(),
                holder.user(),
                holder.owner(),
                WireName.of(holder.ownerType()),
                holder.groupNames(),
                place.device().id(),
                place.name(),
                place.accessPoint(),
                List.copyOf(place.locks()),
                cell.ways().stream().map(Way::of).toList(),
                holder.used(),
                WireName.of(cell.opens()),
                WireName.of(cell.reason()),
                cell.until());
    }
}
