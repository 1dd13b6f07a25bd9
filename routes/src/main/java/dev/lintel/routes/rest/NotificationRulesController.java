package dev.lintel.routes.rest;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.notification.NoticeColour;
import dev.lintel.domain.notification.NoticeIcon;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.notification.NotificationRule;
import dev.lintel.domain.notification.NotificationRules;
import dev.lintel.domain.notification.RuleRefusedException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people of a project are told of, and what of it is important. */
@RestController
@RequestMapping("/api/v1/projects/{project}/notification-rules")
@Tag(name = "Notifications")
class NotificationRulesController {
    /** A rule as the API shows and takes it. */
    @Schema(name = "NotificationRule")
    record RuleView(
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable
            String id,

            @Schema(example = "strangers") @Nullable String name,

            @Schema(description = "Whether it is in force; it is, if absent.") @Nullable
            Boolean enabled,

            @Schema(description = "Whether what fits is important; it is, if absent.") @Nullable
            Boolean important,

            @Schema(
                    allowableValues = {"red", "orange", "green", "blue", "violet", "grey"},
                    example = "red")
            @Nullable
            String colour,

            @Schema(
                    allowableValues = {
                        "bell", "warning", "shield", "key", "door", "car", "user", "clock", "flag", "star"
                    },
                    example = "warning")
            @Nullable
            String icon,

            @Schema(
                    description = "Kinds of notification that it speaks of, such as `device-offline`.",
                    example = "[\"device-offline\"]")
            @Nullable
            List<String> kinds,

            @Schema(
                    description = "Reasons of the passes that it speaks of, such as `unknown-identifier`.",
                    example = "[\"unknown-identifier\"]")
            @Nullable
            List<String> reasons,

            @Schema(description = "Ids of those whose events alone are meant; everybody if absent.") @Nullable
            List<String> user,

            @Schema(description = "Ids of the devices whose events alone are meant; all if absent.") @Nullable
            List<String> device,

            @Schema(description = "Number of its last edit. Given with a change, it must be the last one.") @Nullable
            Long version) {
        static RuleView of(NotificationRule rule) {
            NotificationRule.Draft draft = rule.draft();
            return new RuleView(
                    rule.id(),
                    draft.name(),
                    draft.enabled(),
                    draft.important(),
                    WireName.of(draft.colour()),
                    WireName.of(draft.icon()),
                    words(draft.kinds()),
                    words(draft.reasons()),
                    draft.people().stream().sorted().toList(),
                    draft.devices().stream().sorted().toList(),
                    rule.version());
        }

        NotificationRule.Draft draft() {
            return new NotificationRule.Draft(
                    Words.required("name", name),
                    enabled == null || enabled,
                    important == null || important,
                    Objects.requireNonNullElse(Words.choice("colour", NoticeColour.class, colour), NoticeColour.RED),
                    Objects.requireNonNullElse(Words.choice("icon", NoticeIcon.class, icon), NoticeIcon.BELL),
                    constants("kinds", NotificationKind.class, kinds),
                    constants("reasons", ReasonCode.class, reasons),
                    Set.copyOf(user == null ? List.of() : user),
                    Set.copyOf(device == null ? List.of() : device));
        }

        private static List<String> words(Collection<? extends Enum<?>> constants) {
            return constants.stream().map(WireName::of).sorted().toList();
        }

        private static <E extends Enum<E>> Set<E> constants(String field, Class<E> type, @Nullable List<String> words) {
            return words == null
                    ? Set.of()
                    : words.stream()
                            .map(word -> Objects.requireNonNull(Words.choice(field, type, Words.required(field, word))))
                            .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Where a rule is to stand. */
    @Schema(name = "RulePlace")
    record Place(
            @Schema(description = "From 1; beyond the last one is the last.", example = "1", minimum = "1") @Nullable
            Integer place) {
        int number() {
            if (place == null) {
                throw new RefusedException("place", "is missing");
            }
            return Words.within("place", place, 1, Integer.MAX_VALUE);
        }
    }

    private final NotificationRules rules;

    NotificationRulesController(NotificationRules rules) {
        this.rules = rules;
    }

    @GetMapping
    @Operation(
            summary = "The rules, in the order in which they decide",
            description = "The first that fits decides. Permission `group.company-info.view` for all of the project.")
    List<RuleView> list(Actor actor, @PathVariable long project) {
        return rules.list(actor, project).stream().map(RuleView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a rule", description = "Permission `group.company-info.edit` for all of the project.")
    RuleView create(Actor actor, @PathVariable long project, @RequestBody RuleView wanted) {
        return RuleView.of(rules.create(actor, project, wanted.draft()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a rule", description = "Permission `group.company-info.edit` for all of the project.")
    RuleView change(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody RuleView wanted) {
        return RuleView.of(rules.change(actor, project, id, wanted.draft(), wanted.version()));
    }

    @PutMapping("/{id}/place")
    @Operation(
            summary = "Move a rule up or down",
            description =
                    "The first rule that fits decides, so the order matters; the others make room. Answers with all"
                            + " rules in their order. Permission `group.company-info.edit` for all of the project.")
    List<RuleView> move(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody Place wanted) {
        return rules.move(actor, project, id, wanted.number()).stream()
                .map(RuleView::of)
                .toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a rule",
            description = "What it was told of stays. Permission `group.company-info.edit` for all of the project.")
    void delete(Actor actor, @PathVariable long project, @PathVariable String id) {
        rules.delete(actor, project, id);
    }

    @ExceptionHandler
    ProblemDetail refused(RuleRefusedException e) {
        String why = WireName.of(e.reason());
        return switch (e.reason()) {
            case UNKNOWN -> ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "there is no such rule or project");
            case CHANGED ->
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "somebody has changed the rule; read it again");
            case NAME_MISSING, NAME_TOO_LONG, NAME_TAKEN -> wrong("name", why);
            case NOTHING_CHOSEN -> wrong("reasons", why);
            case PERSON_UNKNOWN -> wrong("user", why);
            case DEVICE_UNKNOWN, TOO_MANY -> wrong("device", why);
            case TOO_MANY_RULES -> wrong("name", why);
        };
    }

    private static ProblemDetail wrong(String field, String why) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, why);
        problem.setProperty("errors", List.of(new Refusal(field, why)));
        return problem;
    }
}
