package dev.lintel.domain.review;

import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.util.List;

/**
 * For whom reviews are. A review tells of people, of restrictions and of what the log says of both, so it is for those who may
 * see all three, and the rules, in all of the project.
 */
final class ReviewReach {
    private static final List<Permission> SEEING = List.of(
            Permission.RULE_VIEW, Permission.USER_VIEW, Permission.ACCESS_RESTRICTION_VIEW, Permission.ACS_LOG_VIEW);

    private ReviewReach() {}

    /** Whether the actor sees the reviews of a project. */
    static boolean sees(Actor actor, long project) {
        return SEEING.stream().allMatch(permission -> actor.reach(permission).hasProject(project));
    }

    /** Whether there can be reviews for the actor at all. */
    static boolean isFor(Actor actor) {
        for (Permission permission : SEEING) {
            Reach reach = actor.reach(permission);
            if (!(reach instanceof Reach.Everything || reach instanceof Reach.WholeProject)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns when the actor sees the reviews of a project.
     *
     * @throws NoSuchReviewException when there is no such project for them
     */
    static void require(Actor actor, long project) {
        SEEING.forEach(actor::requireReach);
        if (!sees(actor, project)) {
            throw new NoSuchReviewException(project);
        }
    }

    /** Rows that the actor may see. */
    static SqlCondition visible(Actor actor, String project) {
        SqlCondition visible = SqlCondition.all();
        for (Permission permission : SEEING) {
            visible = visible.and(
                    switch (actor.requireReach(permission)) {
                        case Reach.Everything everything -> SqlCondition.all();
                        case Reach.WholeProject whole -> SqlCondition.of(project + " = ?", whole.project());
                        case Reach.Part part -> SqlCondition.none();
                        case Reach.Nothing nothing -> SqlCondition.none();
                    });
        }
        return visible;
    }
}
