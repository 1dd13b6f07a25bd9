package dev.lintel.domain.user.people;

import dev.lintel.domain.user.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user with everything that the server keeps of them.
 *
 * @param phone empty when there is none
 * @param address empty when there is none
 * @param marker id of the marker
 * @param mainUser id of the user whose family member this is; null for everybody else
 * @param account number of the account; null while there is none
 * @param newEmail an address that they have yet to confirm; null when there is none
 * @param created when the server learned of them
 * @param version another one after every edit
 */
public record Person(
        long project,
        User user,
        String phone,
        String address,
        @Nullable String marker,
        @Nullable String mainUser,
        UserStatus status,
        @Nullable Long account,
        @Nullable String newEmail,
        Instant created,
        long version) {

    public String id() {
        return user.id();
    }

    /** As a form shows it. */
    public PersonDraft draft() {
        return new PersonDraft(user.name(), user.email(), user.profile(), user.groups(), phone, address, marker);
    }

    /** The same with other groups, profile and suspension, as a family member follows the main user. */
    User following(List<String> groups, boolean suspended) {
        return new User(user.id(), user.name(), user.email(), user.profile(), groups, suspended);
    }
}
