package dev.lintel.routes.rest;

import dev.lintel.domain.identifier.IdentifierList;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The identifiers of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/identifiers")
@Tag(name = "Identifiers", description = "What people present at doors, as far as the asker reaches their owners.")
class IdentifiersController {
    /** As the identifier was when it was last read. */
    record AsRead(
            @Schema(description = "Of the identifier as last read.") @Nullable
            Long version) {
        long known() {
            if (version == null) {
                throw new RefusedException("version", "is missing");
            }
            return version;
        }
    }

    private final IdentifierList list;
    private final Identifiers identifiers;
    private final InstantSource clock;

    IdentifiersController(IdentifierList list, Identifiers identifiers, InstantSource clock) {
        this.list = list;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    @GetMapping
    @ListParameters
    @Operation(
            summary = "Find identifiers",
            description = "A card is found by its value in any notation. Permission `identifier.view`.")
    Page<IdentifierView.Row> find(
            Actor actor, @PathVariable long project, @Parameter(hidden = true) ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(IdentifierView.Row::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One identifier", description = "Permission `identifier.view`.")
    IdentifierView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return view(actor, identifiers.get(actor, project, id).orElseThrow(() -> new NoSuchIdentifierException(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add an identifier",
            description = "No other identifier of the type means the same, in whatever notation. Permission"
                    + " `identifier.create`; restrictions must be such as the asker can hand out.")
    IdentifierView create(Actor actor, @PathVariable long project, @RequestBody IdentifierView.Wanted wanted) {
        return view(actor, identifiers.create(actor, project, wanted.draft(), wanted.jpeg()));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change an identifier",
            description =
                    "All fields are replaced but the value and the restrictions, which stay where they are absent."
                            + " The type stays. Permission `identifier.edit`.")
    @ApiResponse(responseCode = "200", description = "The identifier as changed")
    @ApiResponse(
            responseCode = "409",
            description = "Somebody else changed the identifier: `current` is what there is by now")
    IdentifierView edit(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @RequestBody IdentifierView.Wanted wanted) {
        return view(actor, identifiers.edit(actor, project, id, wanted.knownVersion(), wanted.draft(), wanted.jpeg()));
    }

    @PostMapping("/{id}/renew")
    @Operation(
            summary = "Give an access code or QR code another value",
            description = "The old one opens nothing from then on. Permission `identifier.edit`.")
    IdentifierView renew(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody AsRead read) {
        return view(actor, identifiers.renew(actor, project, id, read.known()));
    }

    @PostMapping("/{id}/reset-passes")
    @Operation(summary = "Count the passes of an identifier anew", description = "Permission `identifier.edit`.")
    IdentifierView resetPasses(
            Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody AsRead read) {
        return view(actor, identifiers.resetPasses(actor, project, id, read.known()));
    }

    private IdentifierView view(Actor actor, IssuedIdentifier issued) {
        return IdentifierView.of(issued, identifiers.maySeeValue(actor, issued), clock.instant());
    }
}
