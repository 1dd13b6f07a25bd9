package dev.lintel.routes.rest;

import dev.lintel.domain.site.ImportPlan;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an import changes, in numbers. */
record ImportView(
        @Schema(description = "Id of the project; 0 for a new one that is not stored yet.")
        long project,

        String name,
        boolean newProject,
        boolean timeZoneChanged,
        @Schema(description = "Whether it is stored now.") boolean stored,

        @Schema(description = "Stored records that the file does not mention and that stay.")
        int kept,

        @Schema(
                description =
                        "By kind of record: groups, schedules, devices, restrictions, users, identifiers, grants.")
        Map<String, Counts> changes) {

    /** Numbers of records. */
    record Counts(int added, int changed, int removed) {
        static Counts of(Puts<?> puts) {
            return new Counts(
                    puts.added().size(), puts.changed().size(), puts.removed().size());
        }
    }

    static ImportView of(ImportPlan plan, boolean stored) {
        SiteChange change = plan.change();
        Map<String, Counts> changes = new LinkedHashMap<>();
        changes.put("groups", Counts.of(change.groups()));
        changes.put("schedules", Counts.of(change.schedules()));
        changes.put("devices", Counts.of(change.devices()));
        changes.put("restrictions", Counts.of(change.restrictions()));
        changes.put("users", Counts.of(change.users()));
        changes.put("identifiers", Counts.of(change.identifiers()));
        changes.put(
                "grants",
                new Counts(change.granted().size(), 0, change.withdrawn().size()));
        return new ImportView(
                plan.project(), plan.name(), plan.isNewProject(), plan.timeZoneChanged(), stored, plan.kept(), changes);
    }
}
