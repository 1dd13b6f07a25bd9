package dev.lintel.domain.user.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a user to be. It may be wrong: {@link PersonCheck} judges it.
 *
 * @param email null or blank is none
 * @param profile id of the profile
 * @param groups ids
 * @param marker id; null is none
 */
public record PersonDraft(
        String name,
        @Nullable String email,
        String profile,
        List<String> groups,
        String phone,
        String address,
        @Nullable String marker) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_EMAIL = 254;
    public static final int LONGEST_PHONE = 50;
    public static final int LONGEST_ADDRESS = 500;

    /** The most groups that one person can be in. */
    public static final int MOST_GROUPS = 100;

    public PersonDraft {
        name = name.strip();
        email = email == null || email.isBlank() ? null : email.strip();
        phone = phone.strip();
        address = address.strip();
        groups = groups.stream().distinct().toList();
        marker = marker == null || marker.isBlank() ? null : marker;
    }

    /** Somebody with nothing but a name and an e-mail address. */
    public static PersonDraft of(String name, @Nullable String email, String profile, List<String> groups) {
        return new PersonDraft(name, email, profile, groups, "", "", null);
    }

    public PersonDraft withGroups(List<String> others) {
        return new PersonDraft(name, email, profile, others, phone, address, marker);
    }

    public PersonDraft withProfile(String other) {
        return new PersonDraft(name, email, other, groups, phone, address, marker);
    }

    public PersonDraft withEmail(@Nullable String other) {
        return new PersonDraft(name, other, profile, groups, phone, address, marker);
    }
}
