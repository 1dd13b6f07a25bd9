package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessStructure.Opening;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.NoSuchRestrictionException;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says who would gain and who would lose what by a change of an access restriction that nobody has made yet: the same
 * facts as at the doors, before and after. Whoever keeps a door by another restriction loses nothing.
 */
@Service
public class AccessImpact {
    private static final String RESTRICTION_DRAFT = "draft";
    private static final int MOST_NAMED = 200;

    private final AccessDirectory directory;
    private final Restrictions restrictions;
    private final Holders holders;

    AccessImpact(AccessDirectory directory, Restrictions restrictions, JdbcTemplate jdbc) {
        this.directory = directory;
        this.restrictions = restrictions;
        this.holders = new Holders(jdbc);
    }

    /**
     * Somebody for whom it makes a difference.
     *
     * @param gains names of devices within the actor's reach that open for them at more times or in more directions
     * @param loses the opposite
     */
    public record Touched(String person, String name, List<String> gains, List<String> loses) {}

    /**
     * The difference that a change would make.
     *
     * @param gaining how many people gain something
     * @param losing how many people lose something
     * @param guestsGaining how many guest identifiers gain something
     * @param guestsLosing how many guest identifiers lose something, also because their owner does
     * @param doorsGained how many devices open for somebody more than before
     * @param doorsLost the opposite
     * @param named those of them whom the actor may see, losers first, at most 200
     */
    public record Impact(
            int gaining,
            int losing,
            int guestsGaining,
            int guestsLosing,
            int doorsGained,
            int doorsLost,
            List<Touched> named) {
        public boolean isNone() {
            return gaining + guestsGaining == 0 && !takes();
        }

        /** Whether anybody would lose anything. */
        public boolean takes() {
            return losing + guestsLosing > 0;
        }
    }

    /**
     * What storing a draft would change.
     *
     * @param id of the restriction; null for a new one
     * @throws NoSuchRestrictionException when the actor sees none of that id
     */
    @Transactional(readOnly = true)
    public Impact of(Actor actor, long project, @Nullable String id, RestrictionDraft draft) {
        actor.require(Permission.ACCESS_RESTRICTION_VIEW);
        SiteSnapshot site = site(actor, project);
        if (id == null) {
            SiteChange change = SiteChange.none()
                    .withRestrictions(new Puts<>(List.of(draft.restriction(RESTRICTION_DRAFT)), List.of(), List.of()))
                    .withGranted(grants(RESTRICTION_DRAFT, draft.to()));
            return compare(actor, site, List.of(RESTRICTION_DRAFT), change, draft.to());
        }
        StoredRestriction before = known(actor, project, id);
        AccessRestriction after = draft.restriction(id);
        boolean same = after.equals(before.restriction());
        List<GrantTarget> granted = without(draft.to(), before.to());
        List<GrantTarget> withdrawn = without(before.to(), draft.to());
        SiteChange change = SiteChange.none()
                .withRestrictions(new Puts<>(List.of(), same ? List.of() : List.of(after), List.of()))
                .withGranted(grants(id, granted))
                .withWithdrawn(grants(id, withdrawn));
        List<GrantTarget> touched = new ArrayList<>(same ? granted : draft.to());
        touched.addAll(withdrawn);
        return compare(actor, site, List.of(id), change, touched);
    }

    /**
     * What it would change to grant some restrictions to somebody, and to withdraw others.
     *
     * @param granted ids of restrictions
     * @param withdrawn ids of restrictions
     * @throws NoSuchRestrictionException when the actor sees none of such an id
     */
    @Transactional(readOnly = true)
    public Impact ofHolder(
            Actor actor, long project, GrantTarget holder, Collection<String> granted, Collection<String> withdrawn) {
        actor.require(Permission.ACCESS_RESTRICTION_VIEW);
        SiteSnapshot site = site(actor, project);
        Stream.concat(granted.stream(), withdrawn.stream()).forEach(id -> known(actor, project, id));
        SiteChange change = SiteChange.none()
                .withGranted(granted.stream().map(id -> new Grant(id, holder)).toList())
                .withWithdrawn(
                        withdrawn.stream().map(id -> new Grant(id, holder)).toList());
        List<String> touched =
                Stream.concat(granted.stream(), withdrawn.stream()).toList();
        return compare(actor, site, touched, change, List.of(holder));
    }

    /** What deleting a restriction would change. */
    @Transactional(readOnly = true)
    public Impact ofDeletion(Actor actor, long project, String id) {
        actor.require(Permission.ACCESS_RESTRICTION_VIEW);
        SiteSnapshot site = site(actor, project);
        StoredRestriction gone = known(actor, project, id);
        SiteChange change = SiteChange.none()
                .withRestrictions(new Puts<>(List.of(), List.of(), List.of(id)))
                .withWithdrawn(grants(id, gone.to()));
        return compare(actor, site, List.of(id), change, gone.to());
    }

    private SiteSnapshot site(Actor actor, long project) {
        SiteSnapshot site = actor.sees(project) ? directory.site(project) : null;
        if (site == null) {
            throw new NoSuchRestrictionException(Long.toString(project));
        }
        return site;
    }

    private StoredRestriction known(Actor actor, long project, String id) {
        return restrictions.get(actor, project, id).orElseThrow(() -> new NoSuchRestrictionException(id));
    }

    private static List<Grant> grants(String restriction, List<GrantTarget> to) {
        return to.stream().map(target -> new Grant(restriction, target)).toList();
    }

    private static List<GrantTarget> without(List<GrantTarget> all, List<GrantTarget> some) {
        return all.stream().filter(target -> !some.contains(target)).toList();
    }

    private Impact compare(
            Actor actor,
            SiteSnapshot before,
            List<String> restrictions,
            SiteChange change,
            Collection<GrantTarget> to) {
        SiteSnapshot after = before.with(change, SiteTraits.NONE);
        long project = before.project().id();
        List<String> people = holders.of(project, to);
        Map<String, Set<String>> carried = holders.carried(project, people, to);
        Set<String> apart = holders.apart(project, people, to);
        Map<List<String>, Difference> byGroups = new HashMap<>();
        Map<String, Difference> differences = new HashMap<>();
        for (String person : people) {
            User user = before.user(person);
            if (user == null) {
                continue;
            }
            Set<String> own = carried.getOrDefault(person, Set.of());
            // neighbours have the same
            Difference difference = own.isEmpty() && !user.suspended() && !apart.contains(person)
                    ? byGroups.computeIfAbsent(user.groups(), groups -> Difference.of(before, after, person, own))
                    : Difference.of(before, after, person, own);
            if (!difference.isNone()) {
                differences.put(person, difference);
            }
        }
        List<Difference> guests = holders.guests(project, restrictions, to).stream()
                .map(guest -> Difference.between(before.guestOpenings(guest), after.guestOpenings(guest)))
                .toList();
        return impact(actor, after, differences, guests);
    }

    private Impact impact(
            Actor actor, SiteSnapshot site, Map<String, Difference> differences, List<Difference> guests) {
        Set<String> gained = new HashSet<>();
        Set<String> lost = new HashSet<>();
        Stream.concat(differences.values().stream(), guests.stream()).forEach(difference -> {
            gained.addAll(difference.gains());
            lost.addAll(difference.loses());
        });
        Reach devices = actor.reach(Permission.DEVICE_VIEW);
        List<Touched> named = holders.visible(actor, site.project().id(), differences.keySet()).stream()
                .map(person -> touched(site, devices, person, Objects.requireNonNull(differences.get(person))))
                .sorted(Comparator.comparing((Touched one) -> one.loses().isEmpty())
                        .thenComparing(Touched::name)
                        .thenComparing(Touched::person))
                .limit(MOST_NAMED)
                .toList();
        return new Impact(
                gaining(differences.values()),
                losing(differences.values()),
                gaining(guests),
                losing(guests),
                gained.size(),
                lost.size(),
                named);
    }

    private static int gaining(Collection<Difference> all) {
        return (int) all.stream().filter(one -> !one.gains().isEmpty()).count();
    }

    private static int losing(Collection<Difference> all) {
        return (int) all.stream().filter(one -> !one.loses().isEmpty()).count();
    }

    private Touched touched(SiteSnapshot site, Reach devices, String person, Difference difference) {
        User user = Objects.requireNonNull(site.user(person));
        return new Touched(
                person,
                user.name(),
                names(site, devices, difference.gains()),
                names(site, devices, difference.loses()));
    }

    private List<String> names(SiteSnapshot site, Reach reach, Set<String> devices) {
        long project = site.project().id();
        return devices.stream()
                .filter(id -> directory.reaches(reach, project, id))
                .map(id -> name(site, id))
                .sorted()
                .toList();
    }

    private static String name(SiteSnapshot site, String id) {
        Device device = site.device(id);
        return device == null ? id : site.nameOf(device);
    }

    /** Devices that open for somebody more, or less, than before. */
    private record Difference(Set<String> gains, Set<String> loses) {
        static Difference of(SiteSnapshot before, SiteSnapshot after, String person, Set<String> carried) {
            return between(before.openings(person, carried), after.openings(person, carried));
        }

        static Difference between(Map<Opening, Set<String>> then, Map<Opening, Set<String>> now) {
            return new Difference(beyond(now, then), beyond(then, now));
        }

        boolean isNone() {
            return gains.isEmpty() && loses.isEmpty();
        }

        private static Set<String> beyond(Map<Opening, Set<String>> some, Map<Opening, Set<String>> others) {
            Set<String> devices = new TreeSet<>();
            some.forEach((opening, schedules) -> {
                Opening everyWay = new Opening(opening.device(), null, opening.lock());
                if (!covers(others.get(opening), schedules) && !covers(others.get(everyWay), schedules)) {
                    devices.add(opening.device());
                }
            });
            return devices;
        }

        private static boolean covers(@Nullable Set<String> schedules, Set<String> wanted) {
            return schedules != null && (schedules.isEmpty() || !wanted.isEmpty() && schedules.containsAll(wanted));
        }
    }

    /** Finds the people behind targets of grants. */
    private record Holders(JdbcTemplate jdbc) {
        List<String> of(long project, Collection<GrantTarget> to) {
            return jdbc.queryForList(
                    """
                    select m.person_id from object_group g
                    join person_group m on m.project_id = g.project_id and m.group_id = g.id
                    where g.project_id = ? and (g.id = any (?) or g.above && ?::text[])
                    union select id from person where project_id = ? and id = any (?)
                    union select person_id from identifier where project_id = ? and id = any (?) and guest is null""",
                    String.class,
                    project,
                    ids(to, GrantTarget.ToGroup.class),
                    ids(to, GrantTarget.ToGroup.class),
                    project,
                    ids(to, GrantTarget.ToUser.class),
                    project,
                    ids(to, GrantTarget.ToIdentifier.class));
        }

        /** Identifiers of people that have restrictions of their own, or shall have. */
        Map<String, Set<String>> carried(long project, List<String> people, Collection<GrantTarget> to) {
            Map<String, Set<String>> carried = new HashMap<>();
            jdbc.query(
                    """
                    select distinct i.person_id, i.id from identifier i
                    left join restriction_grant t on t.project_id = i.project_id and t.identifier_id = i.id
                    where i.project_id = ? and i.person_id = any (?) and i.guest is null
                      and (t.identifier_id is not null or i.id = any (?))""",
                    row -> {
                        carried.computeIfAbsent(row.getString("person_id"), person -> new HashSet<>())
                                .add(row.getString("id"));
                    },
                    project,
                    people.toArray(String[]::new),
                    ids(to, GrantTarget.ToIdentifier.class));
            return carried;
        }

        /** Guest identifiers that have one of the restrictions, or shall have. */
        List<String> guests(long project, List<String> restrictions, Collection<GrantTarget> to) {
            return jdbc.queryForList(
                    """
                    select i.id from identifier i where i.project_id = ? and i.guest is not null
                    and (i.id = any (?) or i.id in (select t.identifier_id from restriction_grant t
                                                    where t.project_id = ? and t.restriction_id = any (?)))""",
                    String.class,
                    project,
                    ids(to, GrantTarget.ToIdentifier.class),
                    project,
                    restrictions.toArray(String[]::new));
        }

        /** People with restrictions of their own, now or then, who so have something else than their neighbours. */
        Set<String> apart(long project, List<String> people, Collection<GrantTarget> to) {
            Set<String> apart = new HashSet<>(jdbc.queryForList(
                    "select distinct person_id from restriction_grant where project_id = ? and person_id = any (?)",
                    String.class,
                    project,
                    people.toArray(String[]::new)));
            apart.addAll(List.of(ids(to, GrantTarget.ToUser.class)));
            return apart;
        }

        /** Those of them whom the actor may see. */
        List<String> visible(Actor actor, long project, Collection<String> people) {
            SqlCondition visible = SqlCondition.of(
                            "p.project_id = ? and p.id = any (?)", project, people.toArray(String[]::new))
                    .and(InReach.person(actor.reach(Permission.USER_VIEW), "p.project_id", "p.id"));
            return jdbc.queryForList(
                    "select p.id from person p where " + visible.sql(),
                    String.class,
                    visible.parameters().toArray());
        }

        private static String[] ids(Collection<GrantTarget> to, Class<? extends GrantTarget> kind) {
            return to.stream().filter(kind::isInstance).map(GrantTarget::id).toArray(String[]::new);
        }
    }
}
