package dev.lintel.routes.rest;

import dev.lintel.domain.identifier.IdentifierPictures;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.photo.Photos;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of identifiers. */
@RestController
@RequestMapping("/api/v1/projects/{project}/identifiers/{id}")
@Tag(name = "Identifiers")
class IdentifierPicturesController {
    private final IdentifierPictures pictures;

    IdentifierPicturesController(IdentifierPictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/qr")
    @Operation(
            summary = "A QR code as a picture",
            description = "A PNG of 600 by 600 pixels, for its owner and for whoever may change it. Permission"
                    + " `identifier.view`.")
    ResponseEntity<byte[]> qr(Actor actor, @PathVariable long project, @PathVariable String id) {
        return picture(pictures.qr(actor, project, id), QrPicture.MEDIA_TYPE, id);
    }

    @GetMapping("/photo")
    @Operation(summary = "The photo of a face", description = "A JPEG. Permission `identifier.view`.")
    ResponseEntity<byte[]> photo(Actor actor, @PathVariable long project, @PathVariable String id) {
        return picture(pictures.photo(actor, project, id), Photos.MEDIA_TYPE, id);
    }

    private static ResponseEntity<byte[]> picture(Optional<byte[]> picture, String type, String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(picture.orElseThrow(() -> new NoSuchIdentifierException(id)));
    }
}
