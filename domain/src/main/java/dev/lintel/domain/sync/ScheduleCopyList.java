package dev.lintel.domain.sync;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.HolidayUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Which schedules are at which devices, or on their way, and how far these know the holidays, as a list. */
@Service
public class ScheduleCopyList extends Records<ScheduleCopyRow> {
    private static final String FROM = """
            device_copy c join device d on d.project_id = c.project_id and d.id = c.device_id
            join object_group g on g.project_id = d.project_id and g.id = d.group_id
            join schedule h on h.project_id = c.project_id and h.id = c.record_id and c.kind = 'SCHEDULE'
            left join device_state s on s.project_id = c.project_id and s.device_id = c.device_id""";

    /** The copy as it is now reaches as far as was planned. */
    private static final String HOLIDAYS_UNTIL = """
            (case when h.holidays <> 'IGNORED' and c.wanted = c.held
                  then (select holidays_until from sync_progress) end)""";

    private static final Listing<ScheduleCopyRow> LISTING = new Listing<>(
            "schedule-copies",
            DeviceCopy.COLUMNS + ", h.name as schedule_name, h.holidays, " + HOLIDAYS_UNTIL + " as known_until",
            FROM,
            ScheduleCopyList::row,
            List.of(
                    new Field.Order("c.project_id", new FieldType.Number()),
                    new Field.Order("c.device_id", new FieldType.Text(false)),
                    new Field.Order("c.record_id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    ScheduleCopyList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<ScheduleCopyRow>> fields() {
        return List.of(
                Field.text("name", "h.name", ScheduleCopyRow::name),
                Field.text("deviceName", DeviceCopy.NAME, row -> row.copy().deviceName()),
                Field.choice("state", DeviceCopy.STATE, CopyState.class, (ScheduleCopyRow row) -> row.copy()
                                .state())
                        .unsorted(),
                Field.choice("holidays", "h.holidays", HolidayUse.class, ScheduleCopyRow::holidays)
                        .unsorted(),
                Field.moment("changed", "c.changed", row -> row.copy().changed()),
                Field.<ScheduleCopyRow>moment("acknowledged", "c.acknowledged", row -> row.copy()
                                .acknowledged())
                        .orNone(),
                Field.<ScheduleCopyRow>text(
                                "problem", "c.problem", row -> row.copy().problem())
                        .orNone(),
                Field.reference("device", "c.device_id", row -> row.copy().device()),
                Field.reference("schedule", "c.record_id", ScheduleCopyRow::schedule),
                Field.number("project", "c.project_id", ScheduleCopyRow::project)
                        .unsorted());
    }

    /** For those who may see both the schedule and the device. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        return SqlCondition.inProjectsOf(actor, "c.project_id")
                .and(InReach.group(actor.requireReach(Permission.DEVICE_VIEW), "d.project_id", "d.group_id"));
    }

    private static ScheduleCopyRow row(ResultSet row, int number) throws SQLException {
        return new ScheduleCopyRow(
                row.getLong("project_id"),
                row.getString("record_id"),
                row.getString("schedule_name"),
                HolidayUse.valueOf(row.getString("holidays")),
                row.getObject("known_until", LocalDate.class),
                DeviceCopy.of(row));
    }
}
