package dev.lintel.standalone.local;

import dev.lintel.domain.site.ImportPlan;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.site.SiteProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an import says while it goes on; exactly one of them is there.
 *
 * @param progress from 0 to 1
 * @param summary what has been changed, or would be
 * @param problems everything that is wrong with the file, of which nothing was stored
 */
record ImportLine(
        @Nullable Double progress,
        @Nullable Summary summary,
        @Nullable List<SiteProblem> problems) {

    /** How much an import changes. */
    record Summary(String project, boolean newProject, boolean timeZoneChanged, int kept, List<Count> counts) {}

    /** Numbers of records of one kind. */
    record Count(String kind, int added, int changed, int removed) {
        static Count of(String kind, Puts<?> puts) {
            return new Count(
                    kind,
                    puts.added().size(),
                    puts.changed().size(),
                    puts.removed().size());
        }
    }

    static ImportLine progress(double done) {
        return new ImportLine(done, null, null);
    }

    static ImportLine refused(List<SiteProblem> problems) {
        return new ImportLine(null, null, problems);
    }

    static ImportLine done(ImportPlan plan) {
        SiteChange change = plan.change();
        List<Count> counts = List.of(
                Count.of("groups", change.groups()),
                Count.of("schedules", change.schedules()),
                Count.of("devices", change.devices()),
                Count.of("restrictions", change.restrictions()),
                Count.of("users", change.users()),
                Count.of("identifiers", change.identifiers()),
                new Count(
                        "grants", change.granted().size(), 0, change.withdrawn().size()));
        return new ImportLine(
                null, new Summary(plan.name(), plan.isNewProject(), plan.timeZoneChanged(), plan.kept(), counts), null);
    }
}
