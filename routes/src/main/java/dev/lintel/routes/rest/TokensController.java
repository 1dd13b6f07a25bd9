package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.ApiToken;
import dev.lintel.domain.user.ApiTokenList;
import dev.lintel.domain.user.ApiTokens;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The asker's own API tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "API tokens", description = "Nobody gives a token more than they may do themselves.")
class TokensController {
    /** A wish for a token. */
    record Wanted(
            @Schema(example = "door report") @Nullable String name,

            @Schema(example = "[\"acs-log.view\"]") @Nullable
            List<String> permissions,

            @Schema(
                    description = "First instant at which it no longer works; never if absent.",
                    example = "2027-01-01T00:00:00Z")
            @Nullable
            String expires) {}

    /** A token without its secret. */
    record TokenView(
            long id,
            String name,
            List<String> permissions,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant lastUsed) {
        static TokenView of(ApiToken token) {
            List<String> codes =
                    token.permissions().stream().map(Permission::code).sorted().toList();
            return new TokenView(token.id(), token.name(), codes, token.created(), token.expires(), token.lastUsed());
        }
    }

    /** A new token with its secret, shown this once. */
    record Issued(
            TokenView token,

            @Schema(description = "Send it as `Authorization: Bearer …`.")
            String secret) {}

    private final ApiTokenList list;
    private final ApiTokens tokens;

    TokensController(ApiTokenList list, ApiTokens tokens) {
        this.list = list;
        this.tokens = tokens;
    }

    @GetMapping
    @ListParameters
    @Operation(summary = "Find one's tokens, newest first", description = """
        Fields: `name`, `permission` (a code; those that hold it), `created`, `lastUsed`, `expires`, `id`.\
        """)
    Page<TokenView> find(Actor actor, ListRequest request) {
        return request.page(actor, list).map(TokenView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a token")
    Issued issue(Actor actor, @RequestBody Wanted wanted) {
        if (wanted.permissions() == null || wanted.permissions().isEmpty()) {
            throw new RefusedException("permissions", "must name at least one of " + codes());
        }
        Set<Permission> permissions =
                wanted.permissions().stream().map(TokensController::permission).collect(Collectors.toSet());
        String name = Words.required("name", wanted.name());
        Instant expires = Words.instant("expires", wanted.expires());
        try {
            ApiToken.Issued issued = tokens.issue(actor, name, permissions, expires);
            return new Issued(TokenView.of(issued.token()), issued.secret());
        } catch (IllegalArgumentException noAccount) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, noAccount.getMessage());
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token", description = "It stops working at once.")
    void revoke(Actor actor, @PathVariable long id) {
        if (!tokens.revoke(actor, id)) {
            throw new Problems.NotFoundException("token", Long.toString(id));
        }
    }

    private static Permission permission(String code) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        "permissions", Quoted.of(code) + " is unknown; it must be one of " + codes()));
    }

    private static String codes() {
        return Arrays.stream(Permission.values()).map(Permission::code).collect(Collectors.joining(", "));
    }
}
