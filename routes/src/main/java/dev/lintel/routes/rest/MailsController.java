package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.MailList;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was sent, and what waits to be. */
@RestController
@RequestMapping("/api/v1/mails")
@Tag(name = "Mail")
class MailsController {
    /** How far a mail has come. */
    record MailView(
            long id,
            @Nullable Long project,
            String type,
            String language,
            String to,
            String subject,

            @Schema(
                    description = "Sent means that the mail server took it.",
                    allowableValues = {"queued", "sending", "sent", "failed"})
            String state,

            int attempts,
            Instant created,

            @Schema(description = "When it is tried next.") @Nullable
            Instant next,

            @Nullable Instant finished,
            @Nullable String problem,

            @Schema(description = "What the mail server said last.") @Nullable
            String answer,

            @Schema(description = "Whether it can be tried again.")
            boolean repeatable) {
        static MailView of(MailDelivery mail) {
            return new MailView(
                    mail.id(),
                    mail.project(),
                    WireName.of(mail.type()),
                    mail.language().toLanguageTag(),
                    mail.to(),
                    mail.subject(),
                    WireName.of(mail.state()),
                    mail.attempts(),
                    mail.created(),
                    mail.next(),
                    mail.finished(),
                    mail.problem() == null ? null : WireName.of(mail.problem()),
                    mail.answer(),
                    mail.repeatable());
        }
    }

    private final MailList list;
    private final Mails mails;

    MailsController(MailList list, Mails mails) {
        this.list = list;
        this.mails = mails;
    }

    @GetMapping
    @ListParameters
    @OfAnyProject
    @Operation(summary = "Find mails of the last 90 days, newest first", description = """
        Fields: `to`, `state`, `subject`, `type`, `created`, `finished`, `problem`, `attempts`, `id`, `project`; sorted \
        by `created`. Permission `settings.view`.\
        """)
    Page<MailView> find(Actor actor, ListRequest request) {
        return request.page(actor, list).map(MailView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One mail, without its content", description = "Permission `settings.view`.")
    MailView get(Actor actor, @PathVariable long id) {
        return mails.get(actor, id).map(MailView::of).orElseThrow(() -> none(id));
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Try to send it again at once",
            description = "Permission `settings.edit`; 404 for what was sent or has expired, too.")
    MailView retry(Actor actor, @PathVariable long id) {
        return mails.tryAgain(actor, id).map(MailView::of).orElseThrow(() -> none(id));
    }

    private static Problems.NotFoundException none(long id) {
        return new Problems.NotFoundException("mail", Long.toString(id));
    }
}
