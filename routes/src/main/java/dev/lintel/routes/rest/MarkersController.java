package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.MarkerList;
import dev.lintel.domain.user.marker.Markers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The markers of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/markers")
@Tag(name = "Markers", description = "Coloured signs on users; the passes of marked users show them.")
class MarkersController {
    /** A marker as the API shows it. */
    record MarkerView(String id, String name, String colour) {
        static MarkerView of(Marker marker) {
            return new MarkerView(marker.id(), marker.name(), marker.colour());
        }
    }

    /** What a marker is to be. */
    record Wanted(
            @Schema(example = "moves out") @Nullable String name,
            @Schema(example = "#b42318") @Nullable String colour) {}

    private final MarkerList list;
    private final Markers markers;

    MarkersController(MarkerList list, Markers markers) {
        this.list = list;
        this.markers = markers;
    }

    @GetMapping
    @ListParameters
    @Operation(summary = "Find markers, by name", description = "Fields: `name`, `id`. Permission `marker.view`.")
    Page<MarkerView> find(Actor actor, @PathVariable long project, ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(MarkerView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a marker", description = "Permission `marker.create`.")
    MarkerView create(Actor actor, @PathVariable long project, @RequestBody Wanted wanted) {
        return MarkerView.of(markers.create(
                actor, project, Words.required("name", wanted.name()), Words.required("colour", wanted.colour())));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a marker", description = "Permission `marker.edit`.")
    MarkerView change(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody Wanted wanted) {
        return MarkerView.of(markers.change(
                actor, project, id, Words.required("name", wanted.name()), Words.required("colour", wanted.colour())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a marker", description = "Whoever had it has none then. Permission `marker.delete`.")
    void delete(Actor actor, @PathVariable long project, @PathVariable String id) {
        markers.delete(actor, project, id);
    }
}
