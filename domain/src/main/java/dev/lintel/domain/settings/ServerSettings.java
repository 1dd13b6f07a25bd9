package dev.lintel.domain.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the server as a whole.
 *
 * @param serverUrl where devices and browsers reach the server, {@code http} or {@code https} without a trailing slash;
 *     null while nobody has said
 * @param defaultLanguage for everybody who has not chosen one; one of {@link #LANGUAGES}
 */
public record ServerSettings(@Nullable URI serverUrl, Locale defaultLanguage) {
    /** The languages that the server speaks. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"), Locale.of("uk"));
}
