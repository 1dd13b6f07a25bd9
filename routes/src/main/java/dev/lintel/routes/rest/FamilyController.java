package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.people.Family;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The family of a main user. */
@RestController
@RequestMapping("/api/v1/projects/{project}/users/{main}/family")
@Tag(name = "Users")
class FamilyController {
    /** A new family member. */
    record Member(@Nullable String name, @Nullable String email) {}

    private final Family family;

    FamilyController(Family family) {
        this.family = family;
    }

    @GetMapping
    @Operation(summary = "The family of a user", description = "Everybody sees their own; else permission `user.view`.")
    List<PersonView> members(Actor actor, @PathVariable long project, @PathVariable String main) {
        return family.members(actor, project, main).stream().map(PersonView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a family member",
            description = "Five at most, in the same groups. Everybody keeps their own; else permission `user.create`.")
    PersonView add(Actor actor, @PathVariable long project, @PathVariable String main, @RequestBody Member member) {
        return PersonView.of(family.add(actor, project, main, Words.required("name", member.name()), member.email()));
    }

    @DeleteMapping("/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a family member",
            description = "Everybody keeps their own; else permission `user.delete`.")
    void remove(Actor actor, @PathVariable long project, @PathVariable String main, @PathVariable String member) {
        family.remove(actor, project, main, member);
    }
}
