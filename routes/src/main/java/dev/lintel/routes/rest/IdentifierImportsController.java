package dev.lintel.routes.rest;

import dev.lintel.domain.identifier.exchange.IdentifierFile;
import dev.lintel.domain.identifier.exchange.IdentifierImport;
import dev.lintel.domain.identifier.exchange.IdentifierImport.Outcome;
import dev.lintel.domain.identifier.exchange.IdentifierImport.Wish;
import dev.lintel.domain.identifier.exchange.ImportHistory;
import dev.lintel.domain.identifier.exchange.ListedIdentifier;
import dev.lintel.domain.identifier.exchange.PanelLists;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException;
import dev.lintel.domain.listing.CsvFile;
import dev.lintel.domain.listing.CsvFileException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Identifiers from tables and panels, and imports taken back. */
@RestController
@RequestMapping("/api/v1/projects/{project}/identifiers")
@Tag(name = "Identifiers")
class IdentifierImportsController {
    /** What becomes of a list. */
    record ListImport(
            @Schema(description = "Number of the import, by which it can be taken back; null when nothing was stored.")
            @Nullable
            Long stored,

            int added,
            int changed,
            int unchanged,
            int refused,
            List<Line> lines) {
        /** What becomes of a row. */
        record Line(long line, String value, String verdict, List<Refusal> problems) {
            static Line of(IdentifierImport.Line line) {
                return new Line(
                        line.line(),
                        line.value(),
                        WireName.of(line.verdict()),
                        line.problems().stream()
                                .map(problem -> new Refusal(WireName.of(problem.field()), problem.text()))
                                .toList());
            }
        }

        static ListImport of(Outcome outcome) {
            return new ListImport(
                    outcome.stored(),
                    outcome.count(Verdict.ADDED),
                    outcome.count(Verdict.CHANGED),
                    outcome.count(Verdict.UNCHANGED),
                    outcome.count(Verdict.REFUSED),
                    outcome.lines().stream().map(Line::of).toList());
        }
    }

    /** An import of the past. */
    record PastImport(
            long id,
            Instant at,
            String by,
            String source,
            int added,
            int changed,

            @Schema(description = "How many of both have been changed or deleted since; any, and it stays.")
            int touched,

            @Nullable Instant undone) {
        static PastImport of(ImportHistory.Import one) {
            return new PastImport(
                    one.id(),
                    one.at(),
                    one.by(),
                    one.source(),
                    one.added(),
                    one.changed(),
                    one.touched(),
                    one.undone());
        }
    }

    /** A panel to import from. */
    record FromPanel(
            @Schema(description = "Host or address, perhaps with a scheme and a port.") @Nullable
            String address,

            @Nullable String login,
            @Nullable String password,

            @Schema(description = "Id of the owner of what the panel gives to nobody known; absent refuses it.")
            @Nullable
            String user,

            @Schema(description = "Only say what would become of each.") @Nullable
            Boolean dryRun,

            @Schema(description = "Leave out what is refused instead of storing nothing.") @Nullable
            Boolean withoutRefused) {}

    private final IdentifierImport imports;
    private final ImportHistory history;
    private final PanelLists panels;

    IdentifierImportsController(IdentifierImport imports, ImportHistory history, PanelLists panels) {
        this.imports = imports;
        this.history = history;
        this.panels = panels;
    }

    @PostMapping("/import")
    @Operation(
            summary = "Import identifiers from a table",
            description =
                    "The body is a file of comma-separated values with headings such as `value`, `type`, `owner` (name, e-mail"
                            + " address or id), `name`, `notes`, `valid from`, `valid until`, `max passes`, `restrictions` (names or ids"
                            + " with semicolons between them), `id`. A row changes the identifier with its id or value, else it adds one."
                            + " All rows are stored, or none. Permissions `identifier.import`, `identifier.create` and `identifier.edit`.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    ListImport load(
            Actor actor,
            @PathVariable long project,
            @Parameter(hidden = true) InputStream file,
            @Parameter(description = "Id of the owner of what the table gives to nobody known; absent refuses it.")
                    @RequestParam(required = false)
                    @Nullable
                    String user,
            @Parameter(description = "Only say what would become of each row.") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Leave out what is refused instead of storing nothing.")
                    @RequestParam(defaultValue = "false")
                    boolean withoutRefused)
            throws IOException {
        // one byte more tells that it is too large; the rest of a body that is larger by far never comes into memory
        byte[] table = file.readNBytes(CsvFile.MOST_BYTES + 1);
        return run(actor, project, new Wish("REST", rows(table), user), dryRun, withoutRefused);
    }

    private static List<ListedIdentifier> rows(byte[] table) {
        try {
            IdentifierFile read = IdentifierFile.read(table);
            if (!read.isMapped()) {
                throw new RefusedException("", "no table of identifiers: it has neither a value nor an id");
            }
            return read.rows();
        } catch (CsvFileException refused) {
            throw new RefusedException("", "no table of identifiers: " + WireName.of(refused.reason()));
        }
    }

    @PostMapping("/import-from-panel")
    @Operation(
            summary = "Import the identifiers of a panel",
            description =
                    "The server asks a BAS-IP panel over its HTTP interface; the login is used once and not kept. Owners are"
                            + " known by their names. Permissions `identifier.import`, `identifier.create` and `identifier.edit`.")
    ListImport fromPanel(Actor actor, @PathVariable long project, @RequestBody FromPanel from) {
        try {
            String address = from.address() == null ? "" : from.address();
            Wish wish = new Wish(
                    address,
                    panels.fetch(
                            actor,
                            project,
                            address,
                            from.login() == null ? "" : from.login(),
                            from.password() == null ? "" : from.password()),
                    from.user());
            return run(
                    actor,
                    project,
                    wish,
                    Boolean.TRUE.equals(from.dryRun()),
                    Boolean.TRUE.equals(from.withoutRefused()));
        } catch (PanelUnavailableException unavailable) {
            throw new RefusedException("address", WireName.of(unavailable.problem()));
        }
    }

    private ListImport run(Actor actor, long project, Wish wish, boolean dryRun, boolean withoutRefused) {
        return ListImport.of(
                dryRun
                        ? imports.plan(actor, project, wish)
                        : imports.load(actor, project, wish, withoutRefused, progress -> {}));
    }

    @GetMapping("/imports")
    @Operation(
            summary = "The last imports of identifiers",
            description =
                    "One's own, and all for those who import to the whole project. Permission `identifier.import`.")
    List<PastImport> past(Actor actor, @PathVariable long project) {
        return history.list(actor, project).stream().map(PastImport::of).toList();
    }

    @PostMapping("/imports/{number}/undo")
    @Operation(
            summary = "Take an import of identifiers back",
            description =
                    "What it added is deleted, what it changed is as it was. 409 when something of it has been changed"
                            + " since. Permissions `identifier.import` and `identifier.delete`.")
    PastImport undo(Actor actor, @PathVariable long project, @PathVariable long number) {
        return history.undo(actor, project, number)
                .map(PastImport::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT, "something of the import has been changed since, or it was taken back"));
    }
}
