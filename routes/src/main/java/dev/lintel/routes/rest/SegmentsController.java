package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Filter;
import dev.lintel.domain.listing.Segment;
import dev.lintel.domain.listing.Segments;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps filters of lists under names. */
@RestController
@RequestMapping("/api/v1/lists/{list}/segments")
@Tag(
        name = "Saved segments",
        description = "Filters of a list, such as `acs-log`, under names. It takes what the list takes.")
class SegmentsController {
    /** A segment as the API shows it. */
    record SegmentView(
            long id,
            String name,
            String owner,
            boolean own,
            long version,
            List<String> filter,
            @Schema(allowableValues = {"all", "any"}) String match,
            @Nullable String sort,

            @Schema(description = "Id of the project to which it is shown; null when it is private.") @Nullable
            Long sharedIn) {
        static SegmentView of(Segment segment) {
            Segment.Draft content = segment.content();
            return new SegmentView(
                    segment.id(),
                    content.name(),
                    segment.owner(),
                    segment.own(),
                    segment.version(),
                    content.filters(),
                    WireName.of(content.match()),
                    content.sort(),
                    content.sharedIn());
        }
    }

    /** What is kept. */
    record SegmentDraft(
            @Nullable String name,
            @Nullable List<String> filter,
            @Nullable String match,
            @Nullable String sort,
            @Nullable Long sharedIn,

            @Schema(description = "Of the segment of that name that it replaces; absent when there is none.") @Nullable
            Long version) {
        Segment.Draft checked() {
            return new Segment.Draft(
                    Words.required("name", name),
                    Objects.requireNonNullElse(filter, List.of()),
                    Objects.requireNonNullElse(Words.choice("match", Filter.Match.class, match), Filter.Match.ALL),
                    sort,
                    sharedIn);
        }
    }

    private final Segments segments;
    private final KnownLists lists;

    SegmentsController(Segments segments, KnownLists lists) {
        this.segments = segments;
        this.lists = lists;
    }

    @GetMapping
    @Operation(summary = "Own segments of a list, and those shared in a project")
    List<SegmentView> list(
            Actor actor,
            @PathVariable String list,
            @Parameter(description = "Id of the project; all visible ones if absent.")
                    @RequestParam(required = false)
                    @Nullable
                    Long project) {
        return segments.list(actor, lists.named(list), project).stream()
                .map(SegmentView::of)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Keep a segment",
            description = "One of one's own with the same name is replaced if its version is given.")
    void save(Actor actor, @PathVariable String list, @RequestBody SegmentDraft draft) {
        segments.save(actor, lists.named(list), draft.checked(), draft.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a segment of one's own")
    void delete(Actor actor, @PathVariable String list, @PathVariable long id) {
        lists.named(list);
        if (!segments.delete(actor, id)) {
            throw new Problems.NotFoundException("segment", Long.toString(id));
        }
    }
}
