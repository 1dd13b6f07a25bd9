package dev.lintel.domain.site;

import dev.lintel.domain.permission.NamedInRules;
import dev.lintel.domain.permission.NamedInRules.DecidingFirst;
import dev.lintel.domain.permission.NamedInRules.Kind;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What goes with groups: the devices that stand in them and the lines of restrictions for these, what was granted to the
 * groups, and that people belong to them. The people themselves stay, and so do restrictions, if need be without a line.
 */
@Component
class GroupRemoval {
    private final SiteReader reader;
    private final NamedInRules rules;
    private final JdbcTemplate jdbc;

    GroupRemoval(SiteReader reader, NamedInRules rules, JdbcTemplate jdbc) {
        this.reader = reader;
        this.rules = rules;
        this.jdbc = jdbc;
    }

    /** @param groups ids, each with everything below it */
    SiteChange of(long project, List<String> groups) {
        if (groups.isEmpty()) {
            return SiteChange.none();
        }
        String[] ids = groups.toArray(String[]::new);
        List<String> devices = jdbc.queryForList(
                "select id from device where project_id = ? and group_id = any (?) order by id",
                String.class,
                project,
                ids);
        Set<String> gone = new HashSet<>(groups);
        List<User> people = reader.usersOf(project, ids).stream()
                .map(user -> user.withGroups(user.groups().stream()
                        .filter(group -> !gone.contains(group))
                        .toList()))
                .toList();
        List<Grant> grants = jdbc.query(
                "select * from restriction_grant where project_id = ? and group_id = any (?)",
                SiteRows.GRANT,
                project,
                ids);
        return SiteChange.none()
                .withGroups(new Puts<>(List.of(), List.of(), groups))
                .withDevices(new Puts<>(List.of(), List.of(), devices))
                .withRestrictions(new Puts<>(List.of(), without(project, devices), List.of()))
                .withUsers(new Puts<>(List.of(), people, List.of()))
                .withWithdrawn(grants);
    }

    /** Names of the policies that name any of what goes. */
    List<String> policies(long project, SiteChange removal) {
        return Stream.concat(
                        rules.policies(project, Kind.GROUP, removal.groups().removed()).stream(),
                        rules.policies(project, Kind.DEVICE, removal.devices().removed()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The version of the rules that decides first in any of the groups that go. */
    Optional<DecidingFirst> decidingFirst(long project, SiteChange removal) {
        return rules.decidingFirst(project, removal.groups().removed());
    }

    private List<AccessRestriction> without(long project, List<String> devices) {
        if (devices.isEmpty()) {
            return List.of();
        }
        Set<String> gone = new HashSet<>(devices);
        return reader.restrictions(project).stream()
                .filter(restriction -> restriction.lines().stream().anyMatch(line -> gone.contains(line.device())))
                .map(restriction -> new AccessRestriction(
                        restriction.id(),
                        restriction.name(),
                        restriction.guestUsable(),
                        restriction.lines().stream()
                                .filter(line -> !gone.contains(line.device()))
                                .toList(),
                        restriction.schedules()))
                .toList();
    }
}
