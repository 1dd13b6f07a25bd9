package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.NewUsers;
import dev.lintel.domain.user.people.DeletionSummary;
import dev.lintel.domain.user.people.Deletions;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.Suspensions;
import dev.lintel.domain.user.people.Users;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/users")
@Tag(name = "Users", description = "People of a project, as far as the asker's groups reach.")
class UsersController {
    private static final int MOST_AT_ONCE = 10_000;

    /** Several users. */
    record Several(@Nullable List<String> users) {
        List<String> ids() {
            if (users == null || users.isEmpty() || users.size() > MOST_AT_ONCE) {
                throw new RefusedException("users", "must name 1 to " + MOST_AT_ONCE + " users by their ids");
            }
            return users.stream().distinct().toList();
        }
    }

    /** How many users were changed, with their families. */
    record Changed(int changed) {}

    /** What goes when users are deleted. */
    record Deletion(List<String> users, List<String> family, int identifiers, int guestIdentifiers, int accounts) {
        static Deletion of(DeletionSummary summary) {
            return new Deletion(
                    summary.people(),
                    summary.family(),
                    summary.identifiers(),
                    summary.guestIdentifiers(),
                    summary.accounts());
        }
    }

    private final Users users;
    private final Suspensions suspensions;
    private final Deletions deletions;
    private final NewUsers newUsers;

    UsersController(Users users, Suspensions suspensions, Deletions deletions, NewUsers newUsers) {
        this.users = users;
        this.newUsers = newUsers;
        this.suspensions = suspensions;
        this.deletions = deletions;
    }

    @GetMapping("/{id}")
    @Operation(summary = "One user", description = "Permission `user.view`.")
    PersonView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return PersonView.of(users.get(actor, project, id).orElseThrow(() -> new NoSuchUserException(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a user",
            description =
                    "Permission `user.create`, `group.manage-users` for the groups, `marker.apply` for a marker. The"
                            + " profile must be one that the asker may hand out.")
    PersonView create(Actor actor, @PathVariable long project, @RequestBody PersonView.Wanted wanted) {
        return PersonView.of(newUsers.create(actor, project, wanted.draft(), wanted.granted()));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Change a user",
            description = "All fields are replaced; the family of a main user follows. Whoever has an account is asked"
                    + " by mail for another address first: until then it is `newEmail`. Permission `user.edit`.")
    @ApiResponse(responseCode = "200", description = "The user as changed")
    @ApiResponse(
            responseCode = "409",
            description = "Somebody else changed the user: `current` is what there is by now")
    PersonView edit(
            Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody PersonView.Wanted wanted) {
        Long version = wanted.version();
        if (version == null) {
            throw new RefusedException("version", "is missing");
        }
        return PersonView.of(users.edit(actor, project, id, version, wanted.draft()));
    }

    @PostMapping("/suspend")
    @Operation(
            summary = "Suspend users with their families",
            description = "Doors stay shut for them at once. Permission `user.edit`.")
    Changed suspend(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(suspensions.suspend(actor, project, several.ids()));
    }

    @PostMapping("/reinstate")
    @Operation(summary = "Take suspended users back", description = "Permission `user.edit`.")
    Changed reinstate(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(suspensions.reinstate(actor, project, several.ids()));
    }

    @PostMapping("/log-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the sessions of users", description = "Permission `user.edit`.")
    void logOut(Actor actor, @PathVariable long project, @RequestBody Several several) {
        suspensions.logOut(actor, project, several.ids());
    }

    @PostMapping("/deletion")
    @Operation(summary = "Say what would go with users", description = "Deletes nothing. Permission `user.delete`.")
    Deletion deletion(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return Deletion.of(deletions.summary(actor, project, several.ids()));
    }

    @PostMapping("/delete")
    @Operation(
            summary = "Delete users",
            description =
                    "Their identifiers, accounts and families go with them. All or nobody. Permission `user.delete`.")
    Deletion delete(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return Deletion.of(deletions.delete(actor, project, several.ids()));
    }

    @PostMapping("/erase")
    @Operation(
            summary = "Delete users and erase their personal data",
            description =
                    "As `/delete`, and a pseudonym takes their place in the ACS log, the audit, the mails that were"
                            + " sent and the events of devices, for good. At most 100 users with their families at once."
                            + " Permission `user.delete`.")
    Deletion erase(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return Deletion.of(deletions.erase(actor, project, several.ids()));
    }
}
