package dev.lintel.domain.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the server as a whole.
 *
 * @param name what people call it: it stands at the login, in mails and in front of a user who chooses among servers
 * @param description what stands below the name at the login, for everybody to read; may be empty
 * @param serverUrl where devices and browsers reach the server, {@code http} or {@code https} without a trailing slash;
 *     null while nobody has said
 * @param defaultLanguage for everybody who has not chosen one; one of {@link #LANGUAGES}
 * @param registration whether people are invited to make themselves accounts
 * @param recovery whether people who forgot their password can choose another by mail, without an administrator
 */
public record ServerSettings(
        String name,
        String description,
        @Nullable URI serverUrl,
        Locale defaultLanguage,
        boolean registration,
        boolean recovery) {
    /** What the server is called while nobody has said. */
    public static final String PRODUCT = "Lintel";

    /** The languages that the server speaks. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"), Locale.of("uk"));

    /** The language of the server that is nearest to the locale, its own if none is near. */
    public Locale nearest(Locale locale) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(defaultLanguage);
    }
}
