package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.invitation.EmailChange;
import dev.lintel.domain.user.invitation.EmailChanges;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
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

/** New e-mail addresses that wait to be confirmed. Links are in the mail only. */
@RestController
@RequestMapping("/api/v1")
class EmailChangesController {
    /** A wish for another address of one's own. */
    record Wanted(@Nullable String email, @Nullable String password) {}

    /** An address that waits. */
    record Waiting(String email, Instant expires, boolean expired) {
        static Waiting of(EmailChange change) {
            return new Waiting(change.email(), change.expires(), change.isOver());
        }
    }

    private final EmailChanges changes;

    EmailChangesController(EmailChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/me/email-change")
    @Tag(name = "Me")
    @Operation(summary = "The new e-mail address of one's own that waits to be confirmed")
    Waiting own(Actor actor) {
        MeController.requireAccount(actor);
        return shown(changes.waiting(actor), actor.name());
    }

    @PostMapping("/me/email-change")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Tag(name = "Me")
    @Operation(
            summary = "Ask for another e-mail address of one's own",
            description = "It is in force once the link in the mail to it is opened; it logs in, too, so it costs the"
                    + " password. The address in force is told.")
    Waiting ask(Actor actor, @RequestBody Wanted wanted) {
        MeController.requireAccount(actor);
        try {
            return Waiting.of(changes.ask(
                    actor, Words.required("email", wanted.email()), Words.required("password", wanted.password())));
        } catch (PasswordRefusedException refused) {
            throw new RefusedException("password", WireName.of(refused.reason()));
        }
    }

    @PostMapping("/me/email-change/send")
    @Tag(name = "Me")
    @Operation(summary = "Write to the new e-mail address of one's own again")
    Waiting sendAgain(Actor actor) {
        MeController.requireAccount(actor);
        return shown(changes.sendAgain(actor), actor.name());
    }

    @DeleteMapping("/me/email-change")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Me")
    @Operation(summary = "Take the wish for another e-mail address back")
    void cancel(Actor actor) {
        MeController.requireAccount(actor);
        require(changes.cancel(actor), actor.name());
    }

    @GetMapping("/projects/{project}/users/{id}/email-change")
    @Tag(name = "Users")
    @Operation(
            summary = "The new e-mail address that a user has yet to confirm",
            description = "Permission `user.view`.")
    Waiting of(Actor actor, @PathVariable long project, @PathVariable String id) {
        return shown(changes.waiting(actor, project, id), id);
    }

    @PostMapping("/projects/{project}/users/{id}/email-change/send")
    @Tag(name = "Users")
    @Operation(summary = "Write to the new e-mail address of a user again", description = "Permission `user.edit`.")
    Waiting sendAgain(Actor actor, @PathVariable long project, @PathVariable String id) {
        return shown(changes.sendAgain(actor, project, id), id);
    }

    @DeleteMapping("/projects/{project}/users/{id}/email-change")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Users")
    @Operation(summary = "Leave the e-mail address of a user as it is", description = "Permission `user.edit`.")
    void cancel(Actor actor, @PathVariable long project, @PathVariable String id) {
        require(changes.cancel(actor, project, id), id);
    }

    private static Waiting shown(Optional<EmailChange> change, String whose) {
        return change.map(Waiting::of)
                .orElseThrow(() -> new Problems.NotFoundException("new e-mail address of", whose));
    }

    private static void require(boolean found, String whose) {
        if (!found) {
            throw new Problems.NotFoundException("new e-mail address of", whose);
        }
    }
}
