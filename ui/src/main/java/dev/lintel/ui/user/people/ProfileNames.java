package dev.lintel.ui.user.people;

import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Profile;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.Locale;

/** What profiles are called: the built-in ones in the reader's language, own ones as somebody named them. */
final class ProfileNames {
    private final Messages messages;
    private final Locale locale;

    ProfileNames(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String of(Profile profile) {
        return BuiltInProfile.ofCode(profile.id())
                .map(builtIn -> messages.nameOf(locale, builtIn))
                .orElse(profile.name());
    }

    /** @param known where own profiles are looked for; the id is shown of one that is not there */
    String of(String id, List<Profile> known) {
        return BuiltInProfile.ofCode(id)
                .map(builtIn -> messages.nameOf(locale, builtIn))
                .or(() -> known.stream()
                        .filter(profile -> profile.id().equals(id))
                        .map(Profile::name)
                        .findFirst())
                .orElse(id);
    }
}
