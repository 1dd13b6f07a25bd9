package dev.lintel.routes.rest;

import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.guestpass.PrintedPasses;
import dev.lintel.domain.guestpass.SharedPasses;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.domain.permission.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What of a guest pass is handed to its visitor. */
@RestController
@RequestMapping("/api/v1/projects/{project}/guest-passes/{id}")
@Tag(name = "Guest passes")
class GuestSharingController {
    private final SharedPasses shared;
    private final PrintedPasses printed;

    GuestSharingController(SharedPasses shared, PrintedPasses printed) {
        this.shared = shared;
        this.printed = printed;
    }

    /** The address of the visitor's page. */
    record Link(String link) {}

    @GetMapping("/link")
    @Operation(
            summary = "The address of the visitor's page",
            description = "Whoever has it can do what the visitor can. One's own pass, or permission `identifier.edit`;"
                    + " 400 while the server does not know its own address.")
    Link link(Actor actor, @PathVariable long project, @PathVariable String id) {
        URI link = shared.link(actor, project, id);
        if (link == null) {
            throw new GuestPassRefusedException(Field.PASS, Reason.NOT_SET_UP, "server address");
        }
        return new Link(link.toString());
    }

    /** Whereto. */
    record Recipient(
            @Schema(example = "guest@example.org") @Nullable String email) {}

    @PostMapping("/mail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Send the visitor a mail",
            description = "In the language of the pass, with the address of the visitor's page. One's own pass, or"
                    + " permission `identifier.edit`.")
    void mail(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody Recipient to) {
        shared.send(actor, project, id, Words.required("email", to.email()));
    }

    @GetMapping("/qr")
    @Operation(
            summary = "The QR code as a picture",
            description = "A PNG of 600 by 600 pixels. One's own pass, or permission `identifier.edit`.")
    ResponseEntity<byte[]> qr(Actor actor, @PathVariable long project, @PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(QrPicture.MEDIA_TYPE))
                .body(shared.qr(actor, project, id).orElseThrow(() -> new NoSuchGuestPassException(id)));
    }

    @GetMapping("/pdf")
    @Operation(
            summary = "The pass as a sheet of paper",
            description =
                    "A PDF in the language of the pass. One's own pass, or permission `identifier.edit`; 400 while"
                            + " the server does not know its own address.")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable long project, @PathVariable String id) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(printed.pdf(actor, project, id));
    }
}
