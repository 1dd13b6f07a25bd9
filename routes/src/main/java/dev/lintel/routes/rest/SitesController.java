package dev.lintel.routes.rest;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectList;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.ImportPlan;
import dev.lintel.domain.site.Sites;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists projects, and takes and gives whole sites as files. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sites", description = "A site file describes one project, one JSON object per line.")
class SitesController {
    private static final String JSON_LINES = "application/x-ndjson";

    private final ProjectList projects;
    private final Sites sites;

    SitesController(ProjectList projects, Sites sites) {
        this.projects = projects;
        this.sites = sites;
    }

    /** A project as the API shows it. */
    record ProjectView(long id, String name, String timeZone) {
        static ProjectView of(Project project) {
            return new ProjectView(
                    project.id(), project.name(), project.timeZone().getId());
        }
    }

    @GetMapping("/projects")
    @ListParameters
    @Operation(
            summary = "Find projects that are visible to the asker, by name",
            description = "Fields: `name`, `timeZone`, `id`.")
    Page<ProjectView> projects(Actor actor, ListRequest request) {
        return request.page(actor, projects).map(ProjectView::of);
    }

    @PostMapping("/sites/import")
    @Operation(
            summary = "Import a site file",
            description = """
                    The body is the file, of any content type. It is checked first; then all of it is stored, or nothing. \
                    Permission `settings.import`.""",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = JSON_LINES, schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "200", description = "What is changed")
    @ApiResponse(responseCode = "422", description = "Everything that is wrong with the file: line, field and reason")
    ImportView load(
            Actor actor,
            @Parameter(hidden = true) InputStream file,
            @Parameter(description = "Only say what would change.") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Remove stored records that the file does not mention.")
                    @RequestParam(defaultValue = "false")
                    boolean prune)
            throws IOException {
        ImportPlan plan = dryRun ? sites.plan(actor, file, prune) : sites.load(actor, file, prune, progress -> {});
        return ImportView.of(plan, !dryRun);
    }

    @GetMapping(path = "/sites/{project}/export", produces = JSON_LINES)
    @Operation(summary = "Export a project as a site file", description = "Importing it again changes nothing.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = JSON_LINES, schema = @Schema(type = "string")))
    void export(Actor actor, @PathVariable long project, HttpServletResponse response) throws IOException {
        response.setContentType(JSON_LINES);
        response.setHeader("Content-Disposition", "attachment; filename=\"site-" + project + ".jsonl\"");
        if (!sites.export(actor, project, response.getOutputStream())) {
            response.reset();
            throw new Problems.NotFoundException("project", Long.toString(project));
        }
    }
}
