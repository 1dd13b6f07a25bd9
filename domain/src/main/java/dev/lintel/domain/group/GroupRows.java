package dev.lintel.domain.group;

import dev.lintel.domain.listing.SqlCondition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Reads stored groups, for services that see to permission and scope themselves. */
@Repository
public class GroupRows {
    /** Counts after the page is cut, so that only the groups of the page are counted for. */
    private static final String COUNTED = """
        select g.*,
               (select count(*) from object_group c
                where c.project_id = g.project_id and c.parent = g.id) as subgroups,
               (select count(*) from person_group m
                where m.project_id = g.project_id and m.group_id = g.id) as people,
               (select count(*) from device d
                where d.project_id = g.project_id and d.group_id = g.id) as devices
        from (%s) g order by g.rank\
        """;

    static final RowMapper<ObjectGroup> GROUP = (row, number) -> new ObjectGroup(
            row.getString("id"),
            row.getString("parent"),
            GroupType.valueOf(row.getString("type")),
            row.getString("name"),
            row.getObject("logical_address", Integer.class),
            row.getString("description"));

    static final RowMapper<GroupNode> NODE = (row, number) -> new GroupNode(
            row.getLong("project_id"),
            GROUP.mapRow(row, number),
            List.of((String[]) row.getArray("above").getArray()),
            row.getLong("version"),
            row.getInt("subgroups"),
            row.getInt("people"),
            row.getInt("devices"));

    private final JdbcTemplate jdbc;

    GroupRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<GroupNode> find(long project, String id) {
        SqlCondition where = SqlCondition.of("g.project_id = ? and g.id = ?", project, id);
        return nodes(where, "g.id", 0, 1).stream().findFirst();
    }

    List<GroupNode> children(long project, String parent, int offset, int limit) {
        SqlCondition where = SqlCondition.of("g.project_id = ? and g.parent = ?", project, parent);
        return nodes(where, "g.name collate people, g.id", offset, limit);
    }

    /** @param order from the code, with {@code g} for the group */
    List<GroupNode> nodes(SqlCondition where, String order, int offset, int limit) {
        return nodes(SqlCondition.of("object_group g"), where, order, offset, limit);
    }

    /** @param source what stands after "from", with {@code g} for the group */
    List<GroupNode> nodes(SqlCondition source, SqlCondition where, String order, int offset, int limit) {
        String page = "select g.*, row_number() over (order by %s) as rank from %s where %s order by %s"
                        .formatted(order, source.sql(), where.sql(), order)
                + " offset ? limit ?";
        List<Object> parameters = new ArrayList<>(source.parameters());
        parameters.addAll(where.parameters());
        parameters.add(offset);
        parameters.add(limit);
        return jdbc.query(COUNTED.formatted(page), NODE, parameters.toArray());
    }

    /** The group itself and everything below it, in no particular order. */
    public List<ObjectGroup> within(long project, String id) {
        return jdbc.query(
                "select * from object_group where project_id = ? and (id = ? or above && array[?]::text[])",
                GROUP,
                project,
                id,
                id);
    }

    /** Names by id. */
    Map<String, String> names(long project, Collection<String> ids) {
        return jdbc
                .query(
                        "select id, name from object_group where project_id = ? and id = any (?)",
                        (row, number) -> Map.entry(row.getString("id"), row.getString("name")),
                        project,
                        ids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The names above a group from the root down, divided by a slash. */
    public String path(GroupNode node) {
        Map<String, String> names = names(node.project(), node.above());
        return node.above().stream().map(id -> names.getOrDefault(id, "")).collect(Collectors.joining(" / "));
    }

    /** Name of the sibling of the same type that has the logical address; empty when it is free. */
    Optional<String> holderOf(long project, ObjectGroup group) {
        return jdbc
                .queryForList(
                        """
                        select name from object_group
                        where project_id = ? and parent = ? and type = ? and logical_address = ? and id <> ? limit 1\
                        """,
                        String.class,
                        project,
                        group.parent(),
                        group.type().name(),
                        group.logicalAddress(),
                        group.id())
                .stream()
                .findFirst();
    }

    /** Who of the groups right below one has which address. */
    Map<SiblingAddress, String> addresses(long project, String parent) {
        Map<SiblingAddress, String> found = new HashMap<>();
        jdbc.query(
                """
                select type, logical_address, name from object_group
                where project_id = ? and parent = ? and logical_address is not null\
                """,
                row -> {
                    found.put(
                            new SiblingAddress(GroupType.valueOf(row.getString("type")), row.getInt("logical_address")),
                            row.getString("name"));
                },
                project,
                parent);
        return found;
    }

    /** How many rows of a table belong to a group or to one below it; counted apart by the column. */
    int countWithin(GroupNode node, String table, String counted) {
        Integer found = jdbc.queryForObject(
                "select count(distinct " + counted + ") from " + table + " t join object_group g"
                        + " on g.project_id = t.project_id and g.id = t.group_id"
                        + " where g.project_id = ? and (g.id = ? or g.above && array[?]::text[])",
                Integer.class,
                node.project(),
                node.id(),
                node.id());
        return found == null ? 0 : found;
    }

    int countBelow(GroupNode node) {
        Integer found = jdbc.queryForObject(
                "select count(*) from object_group where project_id = ? and above && array[?]::text[]",
                Integer.class,
                node.project(),
                node.id());
        return found == null ? 0 : found;
    }
}
