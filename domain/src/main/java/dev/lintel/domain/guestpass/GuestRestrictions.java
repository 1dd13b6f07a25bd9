package dev.lintel.domain.guestpass;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What somebody can let visitors in by: restrictions of their own or of their groups, for guests, that open a door. */
@Component
class GuestRestrictions {
    private static final String USABLE = """
            select r.id, r.name, array(
                select distinct coalesce(d.name, g.name) from restriction_line l
                join device d on d.project_id = l.project_id and d.id = l.device_id
                join object_group g on g.project_id = d.project_id and g.id = d.group_id
                where l.project_id = r.project_id and l.restriction_id = r.id order by 1) as doors
            from restriction r
            where r.project_id = ? and r.guest_usable
              and exists (select from restriction_line l where l.project_id = r.project_id and l.restriction_id = r.id)
              and exists (select from restriction_grant t
                          where t.project_id = r.project_id and t.restriction_id = r.id
                            and (t.person_id = ? or t.group_id in (
                                select unnest(home.above || home.id) from person_group m
                                join object_group home on home.project_id = m.project_id and home.id = m.group_id
                                where m.project_id = ? and m.person_id = ?)))
            order by r.name collate people, r.id""";

    private final JdbcTemplate jdbc;

    GuestRestrictions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenToGuests> of(long project, String person) {
        return jdbc.query(
                USABLE,
                (row, number) -> new OpenToGuests(row.getString("id"), row.getString("name"), List.of((String[])
                        row.getArray("doors").getArray())),
                project,
                person,
                project,
                person);
    }
}
