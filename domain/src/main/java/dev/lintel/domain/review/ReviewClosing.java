package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.review.ReviewRefusedException.Field;
import dev.lintel.domain.review.ReviewRefusedException.Problem;
import dev.lintel.domain.review.ReviewRefusedException.Reason;
import dev.lintel.domain.user.User;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries out what a review decided, with the services by which people do the same by hand, so that the same is asked, audited
 * and told to doors.
 */
@Component
class ReviewClosing {
    private final AccessDirectory directory;
    private final Restrictions restrictions;
    private final Users users;

    ReviewClosing(AccessDirectory directory, Restrictions restrictions, Users users) {
        this.directory = directory;
        this.restrictions = restrictions;
        this.users = users;
    }

    /** Somebody in a group. */
    private record Member(String person, String group) {
        static Member of(ReviewRight right) {
            return new Member(right.holder().person(), right.granting().via().id());
        }
    }

    /** @throws ReviewRefusedException for rights that nobody loses by leaving a group of their own */
    void requireFromOwnGroups(Actor actor, long project, List<ReviewRight> rights) {
        Map<String, Boolean> known = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (ReviewRight right : rights) {
            Member member = Member.of(right);
            boolean can = right.granting().isByGroup()
                    && known.computeIfAbsent(
                            member.person() + "/" + member.group(), key -> canLeave(actor, project, member));
            if (!can && problems.isEmpty()) {
                problems.add(new Problem(
                        Field.DECISION,
                        Reason.NOT_FROM_OWN_GROUP,
                        right.holder().personName() + ", " + right.granting().viaName()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ReviewRefusedException(problems);
        }
    }

    private boolean canLeave(Actor actor, long project, Member member) {
        return users.get(actor, project, member.person())
                .filter(person -> canLeave(person, member.group()))
                .isPresent();
    }

    /** Who follows a main user has the groups of that one, and nobody is in none. */
    private static boolean canLeave(Person person, String group) {
        List<String> groups = person.user().groups();
        return person.mainUser() == null && groups.contains(group) && groups.size() > 1;
    }

    /** @throws ReviewRefusedException when somebody is to leave a group by which they are to keep something */
    static void requireNoContradiction(List<ReviewRight> rights) {
        Set<Member> leaving = new HashSet<>();
        rights.stream()
                .filter(right -> right.decision() == ReviewDecision.LEAVE_GROUP)
                .map(Member::of)
                .forEach(leaving::add);
        for (ReviewRight right : rights) {
            if (right.decision() == ReviewDecision.KEEP
                    && right.granting().isByGroup()
                    && leaving.contains(Member.of(right))) {
                throw new ReviewRefusedException(
                        Field.DECISION,
                        Reason.CONTRADICTION,
                        right.holder().personName() + ", " + right.granting().viaName());
            }
        }
    }

    /** Asks for what carrying it out will ask for, so that nobody learns of it half-way. */
    void requirePermissions(Actor actor, long project, List<ReviewRight> rights) {
        Set<Permission> needed = new LinkedHashSet<>();
        for (ReviewRight right : rights) {
            if (right.decision() == ReviewDecision.LEAVE_GROUP
                    || right.decision() == ReviewDecision.REMOVE
                            && right.granting().via().kind() == Via.Kind.USER) {
                needed.add(Permission.USER_EDIT);
            } else if (right.decision() == ReviewDecision.REMOVE
                    && right.granting().via().kind() == Via.Kind.IDENTIFIER) {
                needed.add(Permission.IDENTIFIER_EDIT);
            }
        }
        for (Permission permission : needed) {
            if (!actor.requireReach(permission).hasProject(project)) {
                throw new PermissionDeniedException(permission);
            }
        }
    }

    /** @return what became of each right, by its number */
    Map<Integer, ReviewOutcome> carryOut(Actor actor, long project, List<ReviewRight> rights) {
        Map<Integer, ReviewOutcome> outcomes = new HashMap<>();
        withdraw(actor, project, rights, outcomes);
        Map<String, User> left = leave(actor, project, rights, outcomes);
        SiteSnapshot site = directory.site(project);
        for (ReviewRight right : rights) {
            if (right.decision() == ReviewDecision.KEEP) {
                User changed = left.get(right.holder().person());
                boolean gone = changed != null
                        && site != null
                        && right.granting().isByGroup()
                        && !site.groupsOf(changed)
                                .contains(right.granting().via().id());
                outcomes.put(right.number(), gone ? ReviewOutcome.WENT_ALONG : ReviewOutcome.KEPT);
            } else if (right.decision() == ReviewDecision.REMOVE
                    && right.granting().isByGroup()) {
                outcomes.put(
                        right.number(),
                        isHeld(site, right, left) ? ReviewOutcome.LEFT_OPEN : ReviewOutcome.ALREADY_GONE);
            }
        }
        return outcomes;
    }

    /** What is granted to people and identifiers themselves: one change for each restriction. */
    private void withdraw(Actor actor, long project, List<ReviewRight> rights, Map<Integer, ReviewOutcome> outcomes) {
        Map<String, Map<Integer, GrantTarget>> wanted = new LinkedHashMap<>();
        for (ReviewRight right : rights) {
            Via via = right.granting().via();
            if (right.decision() == ReviewDecision.REMOVE && via.kind() != Via.Kind.GROUP) {
                GrantTarget target = via.kind() == Via.Kind.USER
                        ? new GrantTarget.ToUser(via.id())
                        : new GrantTarget.ToIdentifier(via.id());
                wanted.computeIfAbsent(right.granting().restriction(), id -> new LinkedHashMap<>())
                        .put(right.number(), target);
            }
        }
        wanted.forEach((restriction, targets) -> {
            Set<GrantTarget> had = restrictions.get(actor, project, restriction).isEmpty()
                    ? Set.of()
                    : restrictions.withdrawAll(actor, project, restriction, targets.values());
            targets.forEach((number, target) ->
                    outcomes.put(number, had.contains(target) ? ReviewOutcome.WITHDRAWN : ReviewOutcome.ALREADY_GONE));
        });
    }

    /** @return those who left groups, as they are now, by their ids */
    private Map<String, User> leave(
            Actor actor, long project, List<ReviewRight> rights, Map<Integer, ReviewOutcome> outcomes) {
        Map<String, List<ReviewRight>> byPerson = new LinkedHashMap<>();
        rights.stream()
                .filter(right -> right.decision() == ReviewDecision.LEAVE_GROUP)
                .forEach(right -> byPerson.computeIfAbsent(right.holder().person(), id -> new ArrayList<>())
                        .add(right));
        Map<String, User> left = new HashMap<>();
        byPerson.forEach((id, all) -> {
            Optional<Person> person = users.get(actor, project, id);
            Set<String> leaving = new LinkedHashSet<>();
            for (ReviewRight right : all) {
                String group = right.granting().via().id();
                outcomes.put(right.number(), outcome(actor, person, group, leaving));
            }
            if (!leaving.isEmpty()) {
                Person before = person.orElseThrow();
                List<String> groups = before.user().groups().stream()
                        .filter(group -> !leaving.contains(group))
                        .toList();
                left.put(
                        id,
                        users.edit(
                                        actor,
                                        project,
                                        id,
                                        before.version(),
                                        before.draft().withGroups(groups))
                                .user());
            }
        });
        return left;
    }

    /** @param leaving groups that the person is about to leave, to which this one may be added */
    private ReviewOutcome outcome(Actor actor, Optional<Person> known, String group, Set<String> leaving) {
        if (known.isEmpty() || !known.get().user().groups().contains(group)) {
            return ReviewOutcome.ALREADY_GONE;
        }
        Person person = known.get();
        Set<String> after = new HashSet<>(leaving);
        after.add(group);
        boolean can =
                canLeave(person, group) && after.size() < person.user().groups().size() && users.mayEdit(actor, person);
        if (can) {
            leaving.add(group);
        }
        return can ? ReviewOutcome.LEFT_GROUP : ReviewOutcome.LEFT_OPEN;
    }

    /** Those that were left open and are there at this moment. */
    List<ReviewRight> stillHeld(long project, List<ReviewRight> rights) {
        SiteSnapshot site = directory.site(project);
        return rights.stream()
                .filter(right -> right.outcome() == ReviewOutcome.LEFT_OPEN && isHeld(site, right, Map.of()))
                .toList();
    }

    private static boolean isHeld(@Nullable SiteSnapshot site, ReviewRight right, Map<String, User> changed) {
        String id = right.holder().person();
        User person = site == null ? null : changed.getOrDefault(id, site.user(id));
        return site != null
                && person != null
                && site.heldBy(person)
                        .getOrDefault(right.granting().restriction(), List.of())
                        .contains(right.granting().via());
    }
}
