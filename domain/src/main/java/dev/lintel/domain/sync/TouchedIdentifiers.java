package dev.lintel.domain.sync;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds the identifiers that a change of a site can reach. It may find some too many, and never one too few. */
@Repository
class TouchedIdentifiers {
    private final JdbcTemplate jdbc;

    TouchedIdentifiers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> by(SiteSnapshot site, SiteChange change) {
        long project = site.project().id();
        Set<String> touched = new LinkedHashSet<>(ids(change.identifiers(), Identifier::id));
        Set<String> groups = new LinkedHashSet<>(ids(change.groups(), ObjectGroup::id));
        Set<String> people = new LinkedHashSet<>(ids(change.users(), User::id));
        Set<String> restrictions = new LinkedHashSet<>(ids(change.restrictions(), AccessRestriction::id));
        List<String> devices = new ArrayList<>(ids(change.devices(), Device::id));
        if (site.isDenying()) {
            // a policy may ask where a device stands, and what for
            devices.addAll(standing(project, groups));
        }
        restrictions.addAll(opening(project, devices));
        Stream.of(change.granted(), change.withdrawn()).flatMap(List::stream).forEach(grant -> {
            switch (grant.to()) {
                case GrantTarget.ToGroup to -> groups.add(to.id());
                case GrantTarget.ToUser to -> people.add(to.id());
                case GrantTarget.ToIdentifier to -> touched.add(to.id());
            }
        });
        granted(project, restrictions).forEach(grant -> {
            switch (grant.to()) {
                case GrantTarget.ToGroup to -> groups.add(to.id());
                case GrantTarget.ToUser to -> people.add(to.id());
                case GrantTarget.ToIdentifier to -> touched.add(to.id());
            }
        });
        touched.addAll(carried(project, groups, people));
        return touched;
    }

    private static <T> List<String> ids(Puts<T> puts, Function<T, String> id) {
        return Stream.of(puts.added().stream().map(id), puts.changed().stream().map(id), puts.removed().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Devices that stand in these groups and below. */
    private List<String> standing(long project, Collection<String> groups) {
        String[] within = groups.toArray(String[]::new);
        return groups.isEmpty() ? List.of() : jdbc.queryForList("""
                        select d.id from object_group g
                        join device d on d.project_id = g.project_id and d.group_id = g.id
                        where g.project_id = ? and (g.id = any (?) or g.above && ?::text[])""", String.class, project, within, within);
    }

    /** Restrictions that open one of these devices. */
    private List<String> opening(long project, Collection<String> devices) {
        return devices.isEmpty()
                ? List.of()
                : jdbc.queryForList(
                        "select distinct restriction_id from restriction_line where project_id = ? and device_id = any (?)",
                        String.class,
                        project,
                        devices.toArray(String[]::new));
    }

    private List<Grant> granted(long project, Collection<String> restrictions) {
        return restrictions.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select * from restriction_grant where project_id = ? and restriction_id = any (?)",
                        (row, number) -> {
                            String group = row.getString("group_id");
                            String person = row.getString("person_id");
                            GrantTarget to = group != null
                                    ? new GrantTarget.ToGroup(group)
                                    : person != null
                                            ? new GrantTarget.ToUser(person)
                                            : new GrantTarget.ToIdentifier(row.getString("identifier_id"));
                            return new Grant(row.getString("restriction_id"), to);
                        },
                        project,
                        restrictions.toArray(String[]::new));
    }

    /** Identifiers of these people, and of everybody in these groups and below. */
    private List<String> carried(long project, Collection<String> groups, Collection<String> people) {
        String[] within = groups.toArray(String[]::new);
        return groups.isEmpty() && people.isEmpty()
                ? List.of()
                : jdbc.queryForList("""
                        select i.id from identifier i where i.project_id = ? and i.person_id in (
                            select m.person_id from object_group g
                            join person_group m on m.project_id = g.project_id and m.group_id = g.id
                            where g.project_id = ? and (g.id = any (?) or g.above && ?::text[])
                            union select unnest(?::text[]))""", String.class, project, project, within, within, people.toArray(String[]::new));
    }
}
