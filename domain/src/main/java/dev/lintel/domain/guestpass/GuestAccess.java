package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Problem;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much people may give away: limits of groups, and of the server for where no group says anything. */
@Service
public class GuestAccess {
    private final Groups groups;
    private final GuestLimitStore store;
    private final Settings settings;
    private final GuestPassNews news;

    GuestAccess(Groups groups, GuestLimitStore store, Settings settings, GuestPassNews news) {
        this.groups = groups;
        this.store = store;
        this.settings = settings;
        this.news = news;
    }

    /**
     * The limits of a group.
     *
     * @param own what the group says itself
     * @param otherwise what holds where it says nothing
     */
    public record OfGroup(GuestLimits own, GuestLimits otherwise) {}

    /** Whether the actor may say how much the people of the group give away. */
    public boolean mayManage(Actor actor, GroupNode group) {
        return actor.sees(group.project())
                && actor.reach(Permission.GROUP_MANAGE_GUEST_ACCESS)
                        .hasGroup(group.project(), group.id(), group.above());
    }

    /** Empty when the actor sees no such group. */
    @Transactional(readOnly = true)
    public Optional<OfGroup> ofGroup(Actor actor, long project, String group) {
        return groups.find(actor, project, group)
                .map(found -> new OfGroup(store.ofGroup(project, group), store.above(project, group)));
    }

    /**
     * Changes the limits of a group; passes that are out stay as they are.
     *
     * @return empty when the actor sees no such group
     * @throws GuestPassRefusedException with everything that is wrong
     */
    @Transactional
    public Optional<OfGroup> change(Actor actor, long project, String group, GuestLimits limits) {
        Optional<GroupNode> found = groups.find(actor, project, group);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!mayManage(actor, found.get())) {
            throw new PermissionDeniedException(Permission.GROUP_MANAGE_GUEST_ACCESS);
        }
        require(limits);
        GuestLimits before = store.ofGroup(project, group);
        store.save(project, group, limits);
        news.limits(actor, project, group, found.get().name(), before, limits);
        return ofGroup(actor, project, group);
    }

    public GuestLimits ofServer(Actor actor) {
        actor.require(Permission.SETTINGS_VIEW);
        return store.ofServer();
    }

    /** @throws GuestPassRefusedException with everything that is wrong */
    @Transactional
    public void changeOfServer(Actor actor, GuestLimits limits) {
        actor.require(Permission.SETTINGS_EDIT);
        require(limits);
        GuestLimits before = store.ofServer();
        store.saveOfServer(limits);
        news.limits(actor, null, "", settings.inForce().name(), before, limits);
    }

    private static void require(GuestLimits limits) {
        List<Problem> problems = new ArrayList<>();
        within(Field.MOST_DAYS, limits.days(), GuestLimits.MOST_DAYS, problems);
        within(Field.MOST_PASSES, limits.passes(), GuestLimits.MOST_PASSES, problems);
        within(Field.MOST_AT_ONCE, limits.atOnce(), GuestLimits.MOST_AT_ONCE, problems);
        if (!problems.isEmpty()) {
            throw new GuestPassRefusedException(problems);
        }
    }

    private static void within(Field field, @Nullable Integer number, int most, List<Problem> problems) {
        if (number != null && (number < 1 || number > most)) {
            problems.add(new Problem(field, Reason.OUT_OF_RANGE, number.toString()));
        }
    }
}
