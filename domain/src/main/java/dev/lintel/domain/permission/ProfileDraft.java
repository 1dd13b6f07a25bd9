package dev.lintel.domain.permission;

import dev.lintel.domain.permission.ProfileRefusedException.Reason;
import java.util.List;
import java.util.Set;

/**
 * What somebody wants a profile to be.
 *
 * @param name 1 to {@value #LONGEST_NAME} characters, unique in its project
 * @param description up to {@value #LONGEST_DESCRIPTION} characters
 * @param available ids of the profiles that its holders may hand out and edit
 */
public record ProfileDraft(String name, String description, Set<Permission> permissions, Set<String> available) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_DESCRIPTION = 1_000;

    /** @throws ProfileRefusedException for a text that is missing or too long */
    public ProfileDraft {
        name = name.strip();
        description = description.strip();
        permissions = Set.copyOf(permissions);
        available = Set.copyOf(available);
        if (name.isEmpty()) {
            throw new ProfileRefusedException(Reason.NAME_MISSING);
        }
        if (name.length() > LONGEST_NAME) {
            throw new ProfileRefusedException(Reason.NAME_TOO_LONG, List.of(name));
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new ProfileRefusedException(Reason.DESCRIPTION_TOO_LONG);
        }
    }

    /** To begin a new profile from another one, built in or own. */
    public static ProfileDraft copyOf(Profile profile, String name) {
        return new ProfileDraft(name, profile.description(), profile.permissions(), profile.available());
    }
}
