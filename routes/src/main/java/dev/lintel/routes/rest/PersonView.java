package dev.lintel.routes.rest;

import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as the API shows one. */
record PersonView(
        String id,
        String name,
        @Nullable String email,

        @Schema(description = "Takes the place of `email` when it is confirmed.") @Nullable
        String newEmail,

        String profile,
        List<String> groups,
        String phone,
        String address,
        @Nullable String marker,

        @Schema(description = "Whose family member this is.") @Nullable
        String mainUser,

        @Schema(allowableValues = {"not-invited", "invited", "invitation-expired", "active", "suspended"})
        String status,

        boolean suspended,
        Instant created,

        @Schema(description = "Send it back with a change, so that nobody's change is lost.")
        long version) {
    static PersonView of(Person person) {
        var user = person.user();
        return new PersonView(
                user.id(),
                user.name(),
                user.email(),
                person.newEmail(),
                user.profile(),
                user.groups(),
                person.phone(),
                person.address(),
                person.marker(),
                person.mainUser(),
                WireName.of(person.status()),
                user.suspended(),
                person.created(),
                person.version());
    }

    /** What a user is to be. */
    record Wanted(
            @Schema(example = "Anna Bell") @Nullable String name,
            @Nullable String email,

            @Schema(description = "Id of the profile; `user` if absent.", example = "user") @Nullable
            String profile,

            @Schema(description = "Ids of groups.") @Nullable
            List<String> groups,

            @Nullable String phone,
            @Nullable String address,

            @Schema(description = "Id of the marker.") @Nullable
            String marker,

            @Schema(
                    description =
                            "Ids of access restrictions that a new user gets at once; a change leaves them as they"
                                    + " are. Permissions `access-restriction.view` and `user.edit`.")
            @Nullable
            List<String> restrictions,

            @Schema(description = "Of the user as last read; needed for a change.") @Nullable
            Long version) {
        List<String> granted() {
            return restrictions == null ? List.of() : restrictions;
        }

        PersonDraft draft() {
            return new PersonDraft(
                    text(name),
                    email,
                    profile == null ? "user" : profile,
                    groups == null ? List.of() : groups,
                    text(phone),
                    text(address),
                    marker);
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }
}
