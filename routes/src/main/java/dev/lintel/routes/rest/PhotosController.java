package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.domain.user.people.PersonPhotos;
import dev.lintel.domain.user.photo.PhotoRefusedException;
import dev.lintel.domain.user.photo.Photos;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Photos of people: JPEG, PNG or WebP comes in, a square JPEG of 256 pixels goes out. */
@RestController
@RequestMapping("/api/v1")
class PhotosController {
    private final PersonPhotos people;
    private final PersonalPage own;

    PhotosController(PersonPhotos people, PersonalPage own) {
        this.people = people;
        this.own = own;
    }

    @GetMapping("/projects/{project}/users/{id}/photo")
    @Tag(name = "Users")
    @Operation(summary = "The photo of a user", description = "A JPEG. Permission `user.view`.")
    ResponseEntity<byte[]> of(Actor actor, @PathVariable long project, @PathVariable String id) {
        return jpeg(people.of(actor, project, id), id);
    }

    @PutMapping(path = "/projects/{project}/users/{id}/photo", consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Users")
    @Operation(
            summary = "Give a user a photo",
            description = "The file is the body: JPEG, PNG or WebP, 5 MB at most. Permission `user.edit`.")
    void change(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @Parameter(hidden = true) InputStream file)
            throws IOException {
        byte[] bytes = read(file);
        taken(() -> people.change(actor, project, id, bytes));
    }

    @DeleteMapping("/projects/{project}/users/{id}/photo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Users")
    @Operation(summary = "Take the photo of a user away", description = "Permission `user.edit`.")
    void remove(Actor actor, @PathVariable long project, @PathVariable String id) {
        people.remove(actor, project, id);
    }

    @GetMapping("/me/photo")
    @Tag(name = "Me")
    @Operation(summary = "One's own photo", description = "A JPEG.")
    ResponseEntity<byte[]> own(Actor actor) {
        MeController.requireAccount(actor);
        return jpeg(own.photo(actor), actor.name());
    }

    @PutMapping(path = "/me/photo", consumes = MediaType.ALL_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Me")
    @Operation(
            summary = "Change one's own photo",
            description = "The file is the body: JPEG, PNG or WebP, 5 MB at most.")
    void changeOwn(Actor actor, @Parameter(hidden = true) InputStream file) throws IOException {
        MeController.requireAccount(actor);
        byte[] bytes = read(file);
        taken(() -> own.changePhoto(actor, bytes));
    }

    @DeleteMapping("/me/photo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Tag(name = "Me")
    @Operation(summary = "Take one's own photo away")
    void removeOwn(Actor actor) {
        MeController.requireAccount(actor);
        own.removePhoto(actor);
    }

    /** One byte more than a photo may have tells that it is too large. */
    private static byte[] read(InputStream file) throws IOException {
        byte[] photo = file.readNBytes(Photos.MOST_BYTES + 1);
        // to its end: whoever is still sending when the answer comes may not hear it
        file.transferTo(OutputStream.nullOutputStream());
        return photo;
    }

    private static void taken(Runnable change) {
        try {
            change.run();
        } catch (PhotoRefusedException refused) {
            throw new RefusedException("photo", WireName.of(refused.reason()));
        }
    }

    private static ResponseEntity<byte[]> jpeg(Optional<byte[]> photo, String whose) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Photos.MEDIA_TYPE))
                .body(photo.orElseThrow(() -> new Problems.NotFoundException("photo of", whose)));
    }
}
