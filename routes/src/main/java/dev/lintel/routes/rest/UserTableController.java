package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.exchange.UserFileException;
import dev.lintel.domain.user.exchange.UserImport;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import dev.lintel.domain.user.people.UserList;
import dev.lintel.domain.user.people.UserRow;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users by the page, and from tables. */
@RestController
@RequestMapping("/api/v1/projects/{project}/users")
@Tag(name = "Users")
class UserTableController {
    /** A user in a list. */
    record UserRowView(
            String id,
            String name,
            @Nullable String email,
            String phone,
            String address,
            String profile,

            @Schema(description = "Ids.") List<String> groups,

            @Schema(description = "Id.") @Nullable String marker,

            @Schema(allowableValues = {"not-invited", "invited", "invitation-expired", "active", "suspended"})
            String status,

            Instant created) {
        static UserRowView of(UserRow row) {
            return new UserRowView(
                    row.id(),
                    row.name(),
                    row.email(),
                    row.phone(),
                    row.address(),
                    row.profile(),
                    row.groupIds(),
                    row.markerId(),
                    WireName.of(row.status()),
                    row.created());
        }
    }

    /** What becomes of a table. */
    record ImportView(
            @Schema(description = "False after a dry run, and when a row was refused.")
            boolean stored,

            int added,
            int changed,
            int unchanged,
            int refused,
            List<Line> lines) {
        /** What becomes of a row. */
        record Line(long line, String name, String verdict, List<Refusal> problems) {
            static Line of(UserImport.Line line) {
                return new Line(
                        line.line(),
                        line.name(),
                        WireName.of(line.verdict()),
                        line.problems().stream()
                                .map(problem -> new Refusal(WireName.of(problem.field()), problem.text()))
                                .toList());
            }
        }

        static ImportView of(UserImport.Outcome outcome) {
            return new ImportView(
                    outcome.stored(),
                    outcome.count(Verdict.ADDED),
                    outcome.count(Verdict.CHANGED),
                    outcome.count(Verdict.UNCHANGED),
                    outcome.count(Verdict.REFUSED),
                    outcome.lines().stream().map(Line::of).toList());
        }
    }

    private final UserList users;
    private final UserImport imports;

    UserTableController(UserList users, UserImport imports) {
        this.users = users;
        this.imports = imports;
    }

    @GetMapping
    @ListParameters
    @Operation(summary = "Find users", description = "Permission `user.view`.")
    Page<UserRowView> find(Actor actor, @PathVariable long project, @Parameter(hidden = true) ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, users).map(UserRowView::of);
    }

    @PostMapping("/import")
    @Operation(
            summary = "Import users from a table",
            description =
                    "The body is a file of comma-separated values with headings such as `name`, `email`, `profile`,"
                            + " `groups` (paths or ids with semicolons between them), `phone`, `address`, `marker`, `id`. A row changes"
                            + " the user with its id or e-mail address, else it adds one. All rows are stored, or none."
                            + " Permissions `user.create`, `user.edit` and `group.manage-users`.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    ImportView load(
            Actor actor,
            @PathVariable long project,
            @Parameter(hidden = true) InputStream file,
            @Parameter(description = "Only say what would become of each row.") @RequestParam(defaultValue = "false")
                    boolean dryRun)
            throws IOException {
        // one byte more tells that it is too large; the rest of a body that is larger by far never comes into memory
        byte[] table = file.readNBytes(UserImport.MOST_BYTES + 1);
        try {
            return ImportView.of(
                    dryRun ? imports.plan(actor, project, table) : imports.load(actor, project, table, progress -> {}));
        } catch (UserFileException refused) {
            throw new RefusedException("", "no table of users: " + WireName.of(refused.reason()));
        }
    }
}
