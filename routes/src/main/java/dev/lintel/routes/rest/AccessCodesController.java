package dev.lintel.routes.rest;

import dev.lintel.domain.identifier.code.AccessCodes;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long the access codes are that a project issues. */
@RestController
@RequestMapping("/api/v1/projects/{project}/access-codes")
@Tag(name = "Identifiers")
class AccessCodesController {
    /** What there is of codes. */
    record Supply(
            @Schema(description = "Digits of the codes that are made.")
            int length,

            @Schema(description = "How many codes of that length there can be.")
            long possible,

            @Schema(description = "How many of them open doors.")
            long issued,

            @Schema(description = "Whether there are fewer than 1,000 for each that is issued: use longer ones.")
            boolean scarce) {
        static Supply of(AccessCodes.Supply supply) {
            return new Supply(supply.length(), supply.possible(), supply.issued(), supply.isScarce());
        }
    }

    /** What is to be. */
    record Wanted(
            @Schema(description = "4 to 8.", example = "6") @Nullable
            Integer length) {}

    private final AccessCodes codes;

    AccessCodesController(AccessCodes codes) {
        this.codes = codes;
    }

    @GetMapping
    @Operation(summary = "How many access codes there are", description = "Permission `identifier.create`.")
    Supply get(Actor actor, @PathVariable long project) {
        return known(codes.supply(actor, project), project);
    }

    @PutMapping
    @Operation(
            summary = "Say how long access codes are",
            description = "Those that are issued stay. Permission `identifier.edit` for all of the project.")
    Supply change(Actor actor, @PathVariable long project, @RequestBody Wanted wanted) {
        if (wanted.length() == null) {
            throw new RefusedException("length", "is missing");
        }
        int length = Words.within("length", wanted.length(), AccessCodes.FEWEST_DIGITS, AccessCodes.MOST_DIGITS);
        return known(codes.changeLength(actor, project, length), project);
    }

    private static Supply known(Optional<AccessCodes.Supply> found, long project) {
        return found.map(Supply::of)
                .orElseThrow(() -> new Problems.NotFoundException("project", Long.toString(project)));
    }
}
