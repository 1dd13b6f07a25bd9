package dev.lintel.routes.rest;

import dev.lintel.domain.mail.MailTemplate;
import dev.lintel.domain.mail.MailTemplates;
import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Placeholder;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts of mails. */
@RestController
@RequestMapping("/api/v1/mail-templates")
@Tag(name = "Mail")
class MailTemplatesController {
    private static final String PROJECT = "Of this project; of the server, if absent.";

    /** A text as the API shows it. */
    record TemplateView(
            @Schema(example = "invitation") String type,
            @Schema(allowableValues = {"en", "ru", "uk"}) String language,

            @Schema(
                    description = "Whose text it is.",
                    allowableValues = {"built-in", "server", "project"})
            String origin,

            String subject,
            @Schema(description = "HTML.") String body,
            int version,
            List<PlaceholderView> placeholders) {
        static TemplateView of(MailTemplate text) {
            return new TemplateView(
                    WireName.of(text.type()),
                    text.language().toLanguageTag(),
                    WireName.of(text.origin()),
                    text.subject(),
                    text.body(),
                    text.version(),
                    text.type().placeholders().stream().map(PlaceholderView::of).toList());
        }
    }

    /** What a text may or must mention. */
    record PlaceholderView(
            @Schema(example = "{link}") String written,
            boolean obligatory,

            @Schema(description = "Not allowed in the subject.")
            boolean secret) {
        static PlaceholderView of(Placeholder placeholder) {
            return new PlaceholderView(placeholder.written(), placeholder.obligatory(), placeholder.secret());
        }
    }

    /** A text that somebody wrote. */
    record Written(
            @Nullable String subject,
            @Schema(description = "HTML.") @Nullable String body,

            @Schema(
                    description = "Whose text was seen when the editing began; the one in force, if absent.",
                    allowableValues = {"built-in", "server", "project"})
            @Nullable
            String origin,

            @Schema(description = "Version of the text that was seen.") @Nullable
            Integer version) {}

    /** A mail made of a text and sample values. */
    record PreviewView(String subject, String html, String plain, List<Refusal> errors) {}

    private final MailTemplates templates;

    MailTemplatesController(MailTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    @Operation(
            summary = "The texts in use, of every type in every language",
            description = "Permission `settings.view`, for a project `group.mail-template.view`.")
    List<TemplateView> list(
            Actor actor, @Parameter(description = PROJECT) @RequestParam(required = false) @Nullable Long project) {
        return templates.list(actor, project).stream().map(TemplateView::of).toList();
    }

    @GetMapping("/{type}/{language}")
    @Operation(summary = "One text in use")
    TemplateView get(
            Actor actor,
            @PathVariable String type,
            @PathVariable String language,
            @Parameter(description = PROJECT) @RequestParam(required = false) @Nullable Long project) {
        return TemplateView.of(templates.get(actor, project, type(type), language(language)));
    }

    @PutMapping("/{type}/{language}")
    @Operation(
            summary = "Use another text",
            description = "Permission `settings.edit`, for a project `group.mail-template.edit`.")
    TemplateView save(
            Actor actor,
            @PathVariable String type,
            @PathVariable String language,
            @Parameter(description = PROJECT) @RequestParam(required = false) @Nullable Long project,
            @RequestBody Written written) {
        MailTemplate inForce = templates.get(actor, project, type(type), language(language));
        MailTemplate.Origin origin = Words.choice("origin", MailTemplate.Origin.class, written.origin());
        MailTemplate seen = new MailTemplate(
                inForce.type(),
                inForce.language(),
                origin == null ? inForce.origin() : origin,
                inForce.subject(),
                inForce.body(),
                Objects.requireNonNullElse(written.version(), inForce.version()));
        String subject = Objects.requireNonNullElse(written.subject(), "");
        String body = Objects.requireNonNullElse(written.body(), "");
        return TemplateView.of(templates.save(actor, project, seen, subject, body));
    }

    @DeleteMapping("/{type}/{language}")
    @Operation(summary = "Drop the text; the one that is used instead is answered")
    TemplateView reset(
            Actor actor,
            @PathVariable String type,
            @PathVariable String language,
            @Parameter(description = PROJECT) @RequestParam(required = false) @Nullable Long project) {
        return TemplateView.of(templates.reset(actor, project, type(type), language(language)));
    }

    @PostMapping("/{type}/{language}/preview")
    @Operation(summary = "What a text would look like, and what keeps it from being stored")
    PreviewView preview(
            Actor actor,
            @PathVariable String type,
            @PathVariable String language,
            @Parameter(description = PROJECT) @RequestParam(required = false) @Nullable Long project,
            @RequestBody Written written) {
        MailTemplates.Preview preview = templates.preview(
                actor,
                project,
                type(type),
                language(language),
                Objects.requireNonNullElse(written.subject(), ""),
                Objects.requireNonNullElse(written.body(), ""));
        return new PreviewView(
                preview.mail().subject(),
                preview.mail().html(),
                preview.mail().plain(),
                WishProblems.refusals(preview.problems()));
    }

    private static MailType type(String name) {
        return WireName.parse(MailType.class, name)
                .orElseThrow(() -> new Problems.NotFoundException("type of mail", name));
    }

    private static Locale language(String tag) {
        return ServerSettings.LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new Problems.NotFoundException("language", tag));
    }
}
