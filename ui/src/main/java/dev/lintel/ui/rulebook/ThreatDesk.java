package dev.lintel.ui.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.ThreatLevels;
import dev.lintel.domain.access.ThreatLevels.SetLevel;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.ui.access.InsidersView;
import dev.lintel.ui.component.ChosenProject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Threat levels as one person has them before them. */
final class ThreatDesk {
    private final Parts parts;
    private final Actor actor;
    private final long project;

    private ThreatDesk(Parts parts, Actor actor, long project) {
        this.parts = parts;
        this.actor = actor;
        this.project = project;
    }

    /** Makes desks. */
    @Component
    static final class Parts {
        private final ThreatLevels levels;
        private final Rulebooks rulebooks;
        private final AccessDirectory directory;

        Parts(ThreatLevels levels, Rulebooks rulebooks, AccessDirectory directory) {
            this.levels = levels;
            this.rulebooks = rulebooks;
            this.directory = directory;
        }

        ThreatDesk of(Actor actor, long project) {
            return new ThreatDesk(this, actor, project);
        }
    }

    List<SetLevel> levels() {
        return parts.levels.of(actor, project);
    }

    boolean maySet(String group) {
        return parts.levels.maySet(actor, project, group);
    }

    boolean maySetEverywhere() {
        return actor.reach(Permission.THREAT_SET).hasProject(project);
    }

    boolean seesInsiders() {
        return Insiders.isFor(actor);
    }

    /** Where it is said who is inside: what matters most in danger. */
    String insiders() {
        return InsidersView.PATH + "?" + ChosenProject.PARAMETER + "=" + project;
    }

    /** Lets somebody choose a level for the whole project. */
    void askEverywhere(Runnable changed) {
        ObjectGroup root = root();
        ask(root.id(), root.name(), null, changed);
    }

    /** @param level null lets them choose */
    void ask(String group, String name, @Nullable ThreatLevel level, Runnable changed) {
        new ThreatDialog(name, level, this::asking, chosen -> {
                    parts.levels.set(actor, project, group, chosen);
                    changed.run();
                })
                .open();
    }

    /** Names of the policies in force that hold at a level and not at every one; empty, too, for whoever may not see them. */
    private List<String> asking(ThreatLevel level) {
        if (actor.reach(Permission.RULE_VIEW) instanceof Reach.Nothing
                || !parts.rulebooks.may(actor, Permission.RULE_VIEW, project)) {
            return List.of();
        }
        return parts.rulebooks.inForce(actor, project).stream()
                .flatMap(version -> version.policies().stream())
                .filter(policy -> policy.times().state().threats().contains(level))
                .map(Policy::name)
                .sorted()
                .toList();
    }

    private ObjectGroup root() {
        SiteSnapshot site = Objects.requireNonNull(parts.directory.site(project));
        return site.root();
    }
}
