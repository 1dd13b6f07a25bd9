package dev.lintel.domain.group;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Reach;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The trees of groups as people see them, read piece by piece. Who belongs to groups sees these and everything below them,
 * and the names of what is above.
 */
@Service
public class Groups {
    /** The most that one call returns. */
    public static final int LONGEST_PAGE = 1_000;

    private static final String BY_NAME = "g.name collate people, g.project_id, g.id";

    private final GroupRows rows;

    Groups(GroupRows rows) {
        this.rows = rows;
    }

    /**
     * Where the tree begins for the actor: root groups, or the highest of their own groups.
     *
     * @param project null is every project within reach
     */
    public List<GroupNode> tops(Actor actor, @Nullable Long project) {
        SqlCondition top =
                switch (GroupReach.require(actor)) {
                    case Reach.Everything everything -> SqlCondition.of("g.parent is null");
                    case Reach.WholeProject whole ->
                        SqlCondition.of("g.project_id = ? and g.parent is null", whole.project());
                    case Reach.Part part -> {
                        Object own = part.groups().toArray(String[]::new);
                        yield SqlCondition.of(
                                "g.project_id = ? and g.id = any (?) and not g.above && ?::text[]",
                                part.project(),
                                own,
                                own);
                    }
                    case Reach.Nothing nothing -> SqlCondition.none();
                };
        return rows.nodes(top.and(in(project)), BY_NAME, 0, LONGEST_PAGE);
    }

    /**
     * The groups right below a group, by name; empty when there is no such group to see.
     *
     * @param limit up to {@value #LONGEST_PAGE}
     */
    public List<GroupNode> children(Actor actor, long project, String parent, int offset, int limit) {
        return find(actor, project, parent).isPresent()
                ? rows.children(project, parent, offset, Math.min(limit, LONGEST_PAGE))
                : List.of();
    }

    /** Empty when there is no such group to see. */
    public Optional<GroupNode> find(Actor actor, long project, String id) {
        GroupReach.require(actor);
        return rows.find(project, id).filter(node -> GroupReach.sees(actor, node));
    }

    /** The group with what stands around it; empty when there is no such group to see. */
    public Optional<GroupPage> get(Actor actor, long project, String id) {
        return find(actor, project, id)
                .map(node -> new GroupPage(
                        node,
                        path(actor, node),
                        rows.countBelow(node),
                        rows.countWithin(node, "person_group", "t.person_id"),
                        rows.countWithin(node, "device", "t.id")));
    }

    private List<GroupPage.Step> path(Actor actor, GroupNode node) {
        Map<String, String> names = rows.names(node.project(), node.above());
        Reach reach = GroupReach.require(actor);
        List<GroupPage.Step> path = new ArrayList<>();
        for (int i = 0; i < node.above().size(); i++) {
            String id = node.above().get(i);
            boolean visible = reach.hasGroup(node.project(), id, node.above().subList(0, i));
            path.add(new GroupPage.Step(id, names.getOrDefault(id, ""), visible));
        }
        return path;
    }

    /**
     * Groups by their names: the last word stands in the group's own name, the others there or in a name above it, so that
     * "building 2 flat 12" finds what people mean. A number is found from its first digit on. No words find everything.
     *
     * @param project null is every project within reach
     * @param limit up to {@value #LONGEST_PAGE}
     */
    public List<FoundGroup> search(Actor actor, @Nullable Long project, String words, int offset, int limit) {
        SqlCondition where = in(project).and(InReach.group(GroupReach.require(actor), "g.project_id", "g.id"));
        List<String> patterns = Arrays.stream(words.strip().split("[\\s/,]+"))
                .filter(word -> !word.isEmpty())
                .map(Groups::pattern)
                .toList();
        // the shortest name first: "flat 1" is meant rather than "flat 10"
        if (patterns.size() < 2) {
            SqlCondition named =
                    patterns.isEmpty() ? where : where.and(SqlCondition.of("g.name ~* ?", patterns.getFirst()));
            return found(rows.nodes(named, "length(g.name), " + BY_NAME, offset, Math.min(limit, LONGEST_PAGE)));
        }
        String order = "length(g.name), w.way, " + BY_NAME;
        return found(rows.nodes(namedAround(project, patterns), where, order, offset, Math.min(limit, LONGEST_PAGE)));
    }

    /**
     * Groups with the last pattern in their own names and each of the others there or above, and how long the names above
     * are. Worked out for all together before anything else: asked group by group it takes a thousand times as long.
     */
    private static SqlCondition namedAround(@Nullable Long project, List<String> patterns) {
        List<String> around = patterns.subList(0, patterns.size() - 1);
        List<Object> parameters = new ArrayList<>(List.of(patterns.getLast()));
        if (project != null) {
            parameters.add(project);
        }
        parameters.addAll(around);
        return new SqlCondition(
                """
                        (with named as materialized (
                            select c.project_id, c.id, sum(length(a.name)) as way
                            from object_group c cross join unnest(c.above || c.id) as up (id)
                            join object_group a on a.project_id = c.project_id and a.id = up.id
                            where c.name ~* ?\
                        """ + (project == null ? "" : " and c.project_id = ?")
                        + " group by c.project_id, c.id having "
                        + around.stream().map(pattern -> "bool_or(a.name ~* ?)").collect(Collectors.joining(" and "))
                        + ") select * from named) w join object_group g on g.project_id = w.project_id and g.id = w.id",
                parameters);
    }

    /** The word anywhere in a name; a number only where a number begins, so that "building 2" is not found in "flat 12". */
    private static String pattern(String word) {
        String literally = word.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
        return (Character.isDigit(word.charAt(0)) ? "(^|[^0-9])" : "") + literally;
    }

    /**
     * Those of the groups that are there to see, with their paths, in no particular order.
     *
     * @param project null is every project within reach
     */
    public List<FoundGroup> named(Actor actor, @Nullable Long project, Collection<String> ids) {
        SqlCondition where = in(project)
                .and(SqlCondition.of("g.id = any (?)", (Object) ids.toArray(String[]::new)))
                .and(InReach.group(GroupReach.require(actor), "g.project_id", "g.id"));
        return found(rows.nodes(where, BY_NAME, 0, LONGEST_PAGE));
    }

    /** The groups with the names above them, which are read for all of a project at once. */
    private List<FoundGroup> found(List<GroupNode> nodes) {
        Map<Long, Set<String>> above = nodes.stream()
                .collect(groupingBy(GroupNode::project, flatMapping(node -> node.above().stream(), toSet())));
        Map<Long, Map<String, String>> names = new HashMap<>();
        above.forEach((project, ids) -> names.put(project, rows.names(project, ids)));
        return nodes.stream()
                .map(node -> new FoundGroup(
                        node,
                        node.above().stream()
                                .map(id -> names.getOrDefault(node.project(), Map.of())
                                        .getOrDefault(id, ""))
                                .toList()))
                .toList();
    }

    private static SqlCondition in(@Nullable Long project) {
        return project == null ? SqlCondition.all() : SqlCondition.of("g.project_id = ?", project);
    }
}
