package dev.lintel.domain.restriction;

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
import dev.lintel.domain.restriction.RestrictionHolder.Via;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who gets in by access restrictions, as a list: one row for each way in which somebody has one. */
@Service
public class RestrictionHolders extends Records<RestrictionHolder> {
    private static final String FROM = """
            (select t.project_id, t.restriction_id, m.person_id, t.group_id, m.group_id as home, null as identifier_id
             from restriction_grant t
             join object_group g on g.project_id = t.project_id and (g.above || g.id) @> array[t.group_id]
             join person_group m on m.project_id = g.project_id and m.group_id = g.id
             union all
             select t.project_id, t.restriction_id, t.person_id, null, null, null
             from restriction_grant t where t.person_id is not null
             union all
             select t.project_id, t.restriction_id, i.person_id, null, null, i.id
             from restriction_grant t
             join identifier i on i.project_id = t.project_id and i.id = t.identifier_id) h
            join restriction r on r.project_id = h.project_id and r.id = h.restriction_id
            join person p on p.project_id = h.project_id and p.id = h.person_id""";

    /** From the group that has it down to the one that the user is in. */
    private static final String PATH = """
            coalesce((select string_agg(a.name, ' / ' order by cardinality(a.above)) from object_group home
                      join object_group a on a.project_id = home.project_id and a.id = any (home.above || home.id)
                      where home.project_id = h.project_id and home.id = h.home
                        and (a.id = h.group_id or a.above @> array[h.group_id])), '')""";

    private static final String VIA = """
            (case when h.group_id is not null then 'GROUP' when h.identifier_id is not null then 'IDENTIFIER'
                  else 'USER' end)""";

    private static final Listing<RestrictionHolder> LISTING = new Listing<>(
            "restriction-holders",
            "h.*, p.name, p.suspended, " + PATH + " as path, " + VIA + " as via",
            FROM,
            RestrictionHolders::row,
            List.of(
                    new Field.Order("h.project_id", new FieldType.Number()),
                    new Field.Order("h.restriction_id", new FieldType.Text(false)),
                    new Field.Order("h.person_id", new FieldType.Text(false)),
                    new Field.Order("coalesce(h.home, '')", new FieldType.Text(false)),
                    new Field.Order("coalesce(h.group_id, '')", new FieldType.Text(false)),
                    new Field.Order("coalesce(h.identifier_id, '')", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    RestrictionHolders(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<RestrictionHolder>> fields() {
        return List.of(
                Field.text("name", "p.name", RestrictionHolder::name),
                Field.texts("path", "lower(" + PATH + ")", RestrictionHolder::path),
                Field.choice("via", VIA, Via.class, RestrictionHolder::via).unsorted(),
                Field.reference("person", "p.id", RestrictionHolder::person),
                Field.reference("restriction", "h.restriction_id", RestrictionHolder::restriction),
                Field.number("project", "h.project_id", RestrictionHolder::project)
                        .unsorted());
    }

    /** Names are for those who may see both the restriction and the user. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return RestrictionReach.seen(actor.requireReach(Permission.ACCESS_RESTRICTION_VIEW))
                .and(InReach.person(actor.requireReach(Permission.USER_VIEW), "p.project_id", "p.id"));
    }

    private static RestrictionHolder row(ResultSet row, int number) throws SQLException {
        return new RestrictionHolder(
                row.getLong("project_id"),
                row.getString("restriction_id"),
                row.getString("person_id"),
                row.getString("name"),
                row.getBoolean("suspended"),
                Via.valueOf(row.getString("via")),
                row.getString("group_id"),
                row.getString("path"),
                row.getString("identifier_id"));
    }
}
