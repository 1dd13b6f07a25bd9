package dev.lintel.routes.rest;

import dev.lintel.domain.guestpass.TextedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sms.SmsDelivery;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Guest passes by short message. */
@RestController
@RequestMapping("/api/v1/projects/{project}/guest-passes/{id}/sms")
@Tag(name = "Guest passes")
class SmsController {
    /** Whereto. */
    record SmsRecipient(
            @Schema(example = "+44 20 7946 0000") @Nullable String phone) {}

    /** How far a message has come. */
    record SmsDeliveryView(
            String to,

            @Schema(allowableValues = {"queued", "sending", "sent", "failed"})
            String state,

            Instant created,

            @Schema(description = "Of the last attempt; null when there was none.", example = "number-refused")
            @Nullable
            String problem) {
        static SmsDeliveryView of(SmsDelivery delivery) {
            return new SmsDeliveryView(
                    delivery.to(),
                    WireName.of(delivery.state()),
                    delivery.created(),
                    delivery.problem() == null ? null : WireName.of(delivery.problem()));
        }
    }

    private final TextedPasses texted;

    SmsController(TextedPasses texted) {
        this.texted = texted;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send the visitor a short message",
            description = "In the language of the pass, with the address of the visitor's page; 20 an hour for each"
                    + " account. One's own pass, or permission `identifier.edit`.")
    SmsDeliveryView send(
            Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody SmsRecipient to) {
        return SmsDeliveryView.of(texted.send(actor, project, id, Words.required("phone", to.phone())));
    }

    @GetMapping
    @Operation(
            summary = "How far the last short message has come",
            description = "404 as well when there was none. One's own pass, or permission `identifier.edit`.")
    SmsDeliveryView latest(Actor actor, @PathVariable long project, @PathVariable String id) {
        return texted.latest(actor, project, id)
                .map(SmsDeliveryView::of)
                .orElseThrow(() -> new Problems.NotFoundException("short message about the pass", id));
    }
}
