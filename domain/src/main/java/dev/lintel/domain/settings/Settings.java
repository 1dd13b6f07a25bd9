package dev.lintel.domain.settings;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.settings.SettingRefusedException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the settings of the server. */
@Service
public class Settings {
    private static final String SERVER_URL = "server.url";
    private static final String DEFAULT_LANGUAGE = "server.language";
    private static final int LONGEST_URL = 200;

    private final StoredSettings stored;

    Settings(StoredSettings stored) {
        this.stored = stored;
    }

    /** What is set, for somebody who may see it. */
    public ServerSettings view(Actor actor) {
        actor.require(Permission.SETTINGS_VIEW);
        return inForce();
    }

    /** What is set, for the server's own use. */
    @Unguarded("for the use of the server itself")
    public ServerSettings inForce() {
        return new ServerSettings(
                stored.findById(SERVER_URL)
                        .map(setting -> URI.create(setting.value()))
                        .orElse(null),
                stored.findById(DEFAULT_LANGUAGE)
                        .map(setting -> Locale.forLanguageTag(setting.value()))
                        .orElse(Locale.ENGLISH));
    }

    /**
     * Changes both settings or none.
     *
     * @param serverUrl as typed; blank is none
     * @param defaultLanguage a language tag
     * @throws SettingRefusedException with what is wrong
     */
    @Transactional
    public ServerSettings change(Actor actor, String serverUrl, String defaultLanguage) {
        actor.require(Permission.SETTINGS_EDIT);
        ServerSettings checked = new ServerSettings(url(serverUrl.strip()), language(defaultLanguage));
        if (checked.serverUrl() == null) {
            stored.deleteById(SERVER_URL);
        } else {
            stored.save(new StoredSetting(SERVER_URL, checked.serverUrl().toString()));
        }
        stored.save(
                new StoredSetting(DEFAULT_LANGUAGE, checked.defaultLanguage().toLanguageTag()));
        return checked;
    }

    private static @Nullable URI url(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        URI url = parse(typed);
        if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new SettingRefusedException(Reason.SERVER_URL_SCHEME);
        }
        if (url.getHost() == null) {
            throw new SettingRefusedException(Reason.SERVER_URL_MALFORMED);
        }
        boolean hasMore = url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null;
        if (hasMore || typed.length() > LONGEST_URL) {
            throw new SettingRefusedException(Reason.SERVER_URL_TOO_MUCH);
        }
        return typed.endsWith("/") ? parse(typed.replaceFirst("/+$", "")) : url;
    }

    private static URI parse(String typed) {
        try {
            URI url = new URI(typed);
            if (url.isAbsolute()) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // said below, as for what is no absolute URL
        }
        throw new SettingRefusedException(Reason.SERVER_URL_MALFORMED);
    }

    private static Locale language(String tag) {
        return ServerSettings.LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new SettingRefusedException(Reason.LANGUAGE_UNKNOWN));
    }
}
