package dev.lintel.routes.rest;

import dev.lintel.domain.group.FoundGroup;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group as the API shows it. */
@Schema(name = "Group")
record GroupView(
        long project,
        String id,

        @Schema(description = "Id of the group above; null for the root of a project.") @Nullable
        String parent,

        @Schema(allowableValues = {"custom", "building", "unit", "floor", "apartment"})
        String type,

        String name,
        @Nullable Integer logicalAddress,
        String description,

        @Schema(description = "Number of the last edit; say it when you edit.")
        long version,

        @Schema(description = "How many groups are right below it.")
        int subgroups,

        @Schema(description = "How many people belong to this very group.")
        int people,

        @Schema(description = "How many devices stand in this very group.")
        int devices,

        @Schema(description = "Names above it from the root down; null in lists of one parent.") @Nullable
        List<String> path) {
    static GroupView of(GroupNode node) {
        return of(node, null);
    }

    static GroupView of(FoundGroup found) {
        return of(found.node(), found.path());
    }

    static GroupView of(GroupPage page) {
        return of(page.node(), page.path().stream().map(GroupPage.Step::name).toList());
    }

    private static GroupView of(GroupNode node, @Nullable List<String> path) {
        var group = node.group();
        return new GroupView(
                node.project(),
                group.id(),
                group.parent(),
                WireName.of(group.type()),
                group.name(),
                group.logicalAddress(),
                group.description(),
                node.version(),
                node.subgroups(),
                node.people(),
                node.devices(),
                path);
    }
}
