package dev.lintel.routes.rest;

import dev.lintel.domain.rulebook.ReplayReport;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would have been otherwise. */
@Schema(name = "Replay")
record ReplayView(
        Instant since,
        long judged,

        @Schema(description = "Requests whose facts do not tell what a policy asks.")
        long unjudged,

        @Schema(description = "How many that opened would have been denied.")
        long shut,

        @Schema(description = "How many that were denied would have opened.")
        long opened,

        List<Change> changes,
        List<Example> examples) {
    /** The same at one door. */
    @Schema(name = "ReplayChange")
    record Change(
            String verdict,
            @Nullable String deviceId,
            @Nullable String deviceName,
            List<String> policyNames,
            long count) {}

    /** One of them. */
    @Schema(name = "ReplayExample")
    record Example(
            long entry,
            Instant at,
            @Nullable String deviceName,
            @Nullable String ownerName,
            String before,
            String after,
            List<String> policyNames) {}

    static ReplayView of(ReplayReport report) {
        return new ReplayView(
                report.since(),
                report.judged(),
                report.unjudged(),
                report.shut(),
                report.opened(),
                report.changes().stream()
                        .map(change -> new Change(
                                WireName.of(change.verdict()),
                                change.deviceId(),
                                change.deviceName(),
                                change.policies(),
                                change.count()))
                        .toList(),
                report.examples().stream()
                        .map(example -> new Example(
                                example.entry(),
                                example.at(),
                                example.deviceName(),
                                example.ownerName(),
                                WireName.of(example.before()),
                                WireName.of(example.after()),
                                example.policies()))
                        .toList());
    }
}
