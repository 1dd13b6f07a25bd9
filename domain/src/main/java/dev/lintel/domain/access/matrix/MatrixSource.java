package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.Filter;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Says which identifiers can be meant by conditions on what they open: from a door back to its restrictions, from these to
 * their holders. Never too few; whether one is meant is seen when it is worked out.
 *
 * @param few so many are looked up one by one; where there are more, the list meets them anyway as it goes
 */
record MatrixSource(List<SiteSnapshot> sites, JdbcTemplate jdbc, int few) {
    static final int FEW = 5_000;

    /** An array that the planner cannot look into, or it takes the list in its order to be the quicker way to so many. */
    private static final String AMONG = "i.project_id = any (?) and i.id = any (array (select unnest (?::text[])))";

    private static final String MEMBERS =
            "select person_id from person_group where project_id = ? and group_id = any (?)";

    /**
     * Holds for the identifiers from which anything that is asked for can come.
     *
     * @param visible holds for those that may be seen at all
     */
    SqlCondition of(ListQuery<MatrixCell> query, SqlCondition visible, Instant now) {
        SqlCondition always =
                Filter.all(query.narrowing()).alternatives(now, this::of).getFirst();
        List<SqlCondition> alternatives = query.filter().alternatives(now, this::of);
        if (alternatives.size() > 1 || isWorkedOut(query)) {
            List<String> found = lookedUp(visible.and(always), alternatives);
            if (found.size() <= few) {
                return SqlCondition.of(AMONG, projects(), found.toArray(String[]::new));
            }
        }
        return always.and(alternatives.stream().reduce(SqlCondition::or).orElseThrow());
    }

    private Long[] projects() {
        return sites.stream().map(site -> site.project().id()).toArray(Long[]::new);
    }

    private static boolean isWorkedOut(ListQuery<MatrixCell> query) {
        return Stream.concat(query.narrowing().stream(), query.filter().conditions().stream())
                .anyMatch(condition ->
                        MatrixFields.WORKED_OUT.contains(condition.field().key()));
    }

    /** The database finds each alternative by an index of its own, but no mixture of them; one more than few if there are. */
    private List<String> lookedUp(SqlCondition always, List<SqlCondition> alternatives) {
        List<String> questions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (SqlCondition alternative : alternatives) {
            SqlCondition one = always.and(alternative);
            questions.add("select i.id from " + MatrixFields.LISTING.from() + " where " + one.sql());
            parameters.addAll(one.parameters());
        }
        return jdbc.queryForList(
                String.join(" union all ", questions) + " limit " + (few + 1), String.class, parameters.toArray());
    }

    /** @return null for a condition that the database can be asked itself */
    private @Nullable SqlCondition of(Condition<MatrixCell> condition) {
        String field = condition.field().key();
        if (!MatrixFields.WORKED_OUT.contains(field)) {
            return null;
        }
        if (condition.operator() != Operator.IS && condition.operator() != Operator.HAS) {
            return SqlCondition.all();
        }
        List<Object> values = condition.values();
        return switch (field) {
            case "device" -> holding((site, restriction) -> leadsTo(restriction, Set.copyOf(values)));
            case "door" -> doorsNamed(values);
            case "restriction" -> holding((site, restriction) -> values.contains(restriction.id()));
            case "restrictions" -> holding((site, restriction) -> has(restriction.name(), values));
            case "schedule" ->
                holding((site, restriction) -> restriction.schedules().stream().anyMatch(values::contains));
            case "schedules" ->
                holding((site, restriction) -> restriction.schedules().stream()
                        .map(site::schedule)
                        .anyMatch(schedule -> isNamed(schedule, values)));
            default -> SqlCondition.all();
        };
    }

    private SqlCondition doorsNamed(List<Object> words) {
        return sites.stream()
                .map(site -> {
                    Set<Object> doors = new HashSet<>();
                    for (Device device : site.devices()) {
                        if (has(site.nameOf(device), words)) {
                            doors.add(device.id());
                        }
                    }
                    return holding(site, (same, restriction) -> leadsTo(restriction, doors));
                })
                .reduce(SqlCondition.none(), SqlCondition::or);
    }

    private static boolean leadsTo(AccessRestriction restriction, Set<Object> devices) {
        return restriction.lines().stream().anyMatch(line -> devices.contains(line.device()));
    }

    private static boolean isNamed(@Nullable Schedule schedule, List<Object> words) {
        return schedule != null && has(schedule.name(), words);
    }

    private static boolean has(String name, List<Object> words) {
        return name.toLowerCase(Locale.ROOT)
                .contains(words.getFirst().toString().toLowerCase(Locale.ROOT));
    }

    private SqlCondition holding(BiPredicate<SiteSnapshot, AccessRestriction> asked) {
        return sites.stream().map(site -> holding(site, asked)).reduce(SqlCondition.none(), SqlCondition::or);
    }

    /** Identifiers of this site that have any of the restrictions, by themselves, their owner, or a group. */
    private SqlCondition holding(SiteSnapshot site, BiPredicate<SiteSnapshot, AccessRestriction> asked) {
        Set<String> restrictions = site.restrictions(restriction -> asked.test(site, restriction));
        Set<GrantTarget> holders = restrictions.isEmpty() ? Set.of() : site.holders(restrictions);
        if (holders.isEmpty()) {
            return SqlCondition.none();
        }
        long project = site.project().id();
        SqlCondition any = SqlCondition.none();
        String[] identifiers = ids(holders, GrantTarget.ToIdentifier.class);
        if (identifiers.length > 0) {
            any = any.or(SqlCondition.of("i.id = any (?)", (Object) identifiers));
        }
        String[] people = ids(holders, GrantTarget.ToUser.class);
        if (people.length > 0) {
            any = any.or(SqlCondition.of("i.person_id = any (?)", (Object) people));
        }
        Set<String> groups = Set.of(ids(holders, GrantTarget.ToGroup.class));
        if (!groups.isEmpty()) {
            any = any.or(members(site, groups));
        }
        return SqlCondition.of("i.project_id = ?", project).and(any);
    }

    private SqlCondition members(SiteSnapshot site, Set<String> tops) {
        for (String id : tops) {
            var group = site.group(id);
            if (group != null && group.parent() == null) {
                return SqlCondition.all();
            }
        }
        long project = site.project().id();
        // the tree in memory: the database compares every group's path with every one of these
        String[] groups = site.within(tops).toArray(String[]::new);
        List<String> found = jdbc.queryForList(MEMBERS + " limit " + (few + 1), String.class, project, groups);
        return found.size() <= few
                ? SqlCondition.of("i.person_id = any (?)", (Object) found.toArray(String[]::new))
                : SqlCondition.of("i.person_id in (" + MEMBERS + ")", project, groups);
    }

    private static String[] ids(Collection<GrantTarget> holders, Class<? extends GrantTarget> kind) {
        return holders.stream().filter(kind::isInstance).map(GrantTarget::id).toArray(String[]::new);
    }
}
