package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.review.ReviewEvidence;
import dev.lintel.domain.review.ReviewEvidence.Form;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What auditors take along of a closed review. */
@RestController
@RequestMapping("/api/v1/projects/{project}/reviews/{review}")
@Tag(name = "Access reviews")
class ReviewEvidenceController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");

    private final ReviewEvidence evidence;

    ReviewEvidenceController(ReviewEvidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping("/evidence.csv")
    @Operation(summary = "The rights of a closed review as a table", description = """
            The same bytes from then on; their SHA-256 is `csvSha256` of the review, and stands in the PDF. When somebody in it \
            is erased it is made anew without them, and `earlierEvidence` says what it was. 404 while the review is not \
            closed.""")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable long project, @PathVariable long review) {
        return file(CSV, Form.CSV, review, evidence.file(actor, project, review, Form.CSV));
    }

    @GetMapping("/evidence.pdf")
    @Operation(
            summary = "A closed review on paper",
            description =
                    "In the language of whoever closed it. The same bytes from then on, as with the table; their SHA-256 is"
                            + " `pdfSha256`.")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable long project, @PathVariable long review) {
        return file(MediaType.APPLICATION_PDF, Form.PDF, review, evidence.file(actor, project, review, Form.PDF));
    }

    private static ResponseEntity<byte[]> file(MediaType type, Form form, long review, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("access-review-" + review + "." + form.ending())
                                .build()
                                .toString())
                .body(bytes);
    }
}
