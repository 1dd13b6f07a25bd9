package dev.lintel.routes.rest;

import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.invitation.Invitation;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.invitation.RecoveryHelp;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends users mails that let them in: invitations, links for a new password. Links and codes are in the mail only. */
@RestController
@RequestMapping("/api/v1/projects/{project}/users")
@Tag(name = "Users")
class InvitationsController {
    /** An invitation as the API shows it. */
    record InvitationView(
            String email,
            Instant created,
            Instant expires,

            @Schema(
                    description = "How far the mail has come; null when that is long ago.",
                    allowableValues = {"queued", "sending", "sent", "failed"})
            @Nullable
            String delivery) {}

    /** What became of inviting several users. */
    record Outcome(int invited, List<Left> left) {
        /** Somebody who was not invited. */
        record Left(String user, String reason) {
            static Left of(Invitations.Left left) {
                return new Left(left.name(), WireName.of(left.why().reason()));
            }
        }
    }

    /** Where a link for a new password goes. */
    record RecoverySent(String email) {}

    private final Invitations invitations;
    private final RecoveryHelp recovery;
    private final Mails mails;

    InvitationsController(Invitations invitations, RecoveryHelp recovery, Mails mails) {
        this.invitations = invitations;
        this.recovery = recovery;
        this.mails = mails;
    }

    @PostMapping("/{id}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Invite a user, or invite them again",
            description =
                    "The mail has a link and a code, good for a week and for one use; an earlier invitation is over."
                            + " Main users invite their family; else permission `user.edit`.")
    InvitationView send(Actor actor, @PathVariable long project, @PathVariable String id) {
        return view(invitations.send(actor, project, id));
    }

    @GetMapping("/{id}/invitation")
    @Operation(summary = "The invitation that waits for a user", description = "Permission `user.view`.")
    InvitationView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return invitations
                .of(actor, project, id)
                .map(this::view)
                .orElseThrow(() -> new Problems.NotFoundException("invitation of the user", id));
    }

    @PostMapping("/invite")
    @Operation(
            summary = "Invite several users",
            description = "Those who can be invited are; of the others the reason is told. Permission `user.edit`.")
    Outcome sendAll(Actor actor, @PathVariable long project, @RequestBody UsersController.Several several) {
        Invitations.Outcome outcome = invitations.sendAll(actor, project, several.ids());
        return new Outcome(
                outcome.invited(), outcome.left().stream().map(Outcome.Left::of).toList());
    }

    @PostMapping("/{id}/password-recovery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send a user a link for a new password",
            description = "Good for a day and for one use, also where people may not recover their password by"
                    + " themselves. The old password stays good until then. Permission `user.edit`.")
    RecoverySent sendRecovery(Actor actor, @PathVariable long project, @PathVariable String id) {
        return new RecoverySent(recovery.send(actor, project, id));
    }

    private InvitationView view(Invitation invitation) {
        return new InvitationView(
                invitation.email(),
                invitation.created(),
                invitation.expires(),
                mails.delivery(invitation.mail())
                        .map(delivery -> WireName.of(delivery.state()))
                        .orElse(null));
    }
}
