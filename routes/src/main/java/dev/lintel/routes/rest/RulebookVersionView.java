package dev.lintel.routes.rest;

import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a rulebook as the API shows it. */
@Schema(name = "RulebookVersion")
record RulebookVersionView(
        int number,

        @Schema(allowableValues = {"draft", "submitted", "in-force", "retired"})
        String state,

        List<PolicyView> policies,

        @Schema(description = "What whoever submitted it said.")
        String note,

        @Schema(description = "Logins of whoever had a hand in it.")
        List<String> authors,

        @Schema(description = "Of a draft, for the next change of it.")
        long edition,

        @Schema(description = "The version whose policies it took up again.") @Nullable
        Integer restored,

        Instant changed,
        @Nullable String publishedBy,
        @Nullable Instant published,
        @Nullable Instant retired) {

    static RulebookVersionView of(RulebookVersion version) {
        return new RulebookVersionView(
                version.number(),
                WireName.of(version.state()),
                version.policies().stream().map(PolicyView::of).toList(),
                version.note(),
                version.authors(),
                version.edition(),
                version.restored(),
                version.changed(),
                version.publishedBy(),
                version.published(),
                version.retired());
    }
}
