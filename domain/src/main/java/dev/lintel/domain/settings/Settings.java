package dev.lintel.domain.settings;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.settings.SettingRefusedException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads and changes the settings of the server. */
@Service
public class Settings {
    private static final String NAME = "server.name";
    private static final String DESCRIPTION = "server.description";
    private static final String SERVER_URL = "server.url";
    private static final String DEFAULT_LANGUAGE = "server.language";
    private static final String REGISTRATION = "people.registration";
    private static final String RECOVERY = "people.recovery";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_URL = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final StoredSettings stored;

    /** Every page and mail asks for them. Another node's change is seen when the copy has grown old. */
    private final LoadingCache<String, ServerSettings> copy;

    private final ApplicationEventPublisher events;

    Settings(StoredSettings stored, ApplicationEventPublisher events) {
        this.stored = stored;
        this.events = events;
        this.copy =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build(key -> load());
    }

    /** What is set, for somebody who may see it. */
    public ServerSettings view(Actor actor) {
        actor.require(Permission.SETTINGS_VIEW);
        return inForce();
    }

    /** What is set, for the server's own use. */
    @Unguarded("everybody may know how the server is called and reached")
    public ServerSettings inForce() {
        return Objects.requireNonNull(copy.get("server"));
    }

    /**
     * Changes all settings or none.
     *
     * @throws SettingRefusedException with what is wrong
     */
    @Transactional
    public ServerSettings change(Actor actor, SettingsDraft wanted) {
        actor.require(Permission.SETTINGS_EDIT);
        ServerSettings checked = new ServerSettings(
                name(wanted.name()),
                description(wanted.description()),
                url(wanted.serverUrl()),
                language(wanted.defaultLanguage()),
                wanted.registration(),
                wanted.recovery());
        Map<String, String> before = readable(load());
        keep(NAME, checked.name());
        keep(DESCRIPTION, checked.description());
        keep(SERVER_URL, checked.serverUrl());
        keep(DEFAULT_LANGUAGE, checked.defaultLanguage().toLanguageTag());
        keep(REGISTRATION, checked.registration());
        keep(RECOVERY, checked.recovery());
        if (!before.equals(readable(checked))) {
            events.publishEvent(
                    new RecordChanged(actor, null, "settings", "", checked.name(), before, readable(checked)));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                copy.invalidateAll();
            }
        });
        return checked;
    }

    private ServerSettings load() {
        return new ServerSettings(
                kept(NAME).orElse(ServerSettings.PRODUCT),
                kept(DESCRIPTION).orElse(""),
                kept(SERVER_URL).map(URI::create).orElse(null),
                kept(DEFAULT_LANGUAGE).map(Locale::forLanguageTag).orElse(Locale.ENGLISH),
                kept(REGISTRATION).map(Boolean::valueOf).orElse(true),
                kept(RECOVERY).map(Boolean::valueOf).orElse(true));
    }

    private Optional<String> kept(String key) {
        return stored.findById(key).map(StoredSetting::value);
    }

    private static Map<String, String> readable(ServerSettings settings) {
        return Map.of(
                NAME, settings.name(),
                DESCRIPTION, settings.description(),
                SERVER_URL, Objects.toString(settings.serverUrl(), ""),
                DEFAULT_LANGUAGE, settings.defaultLanguage().toLanguageTag(),
                REGISTRATION, Boolean.toString(settings.registration()),
                RECOVERY, Boolean.toString(settings.recovery()));
    }

    private void keep(String key, @Nullable Object value) {
        if (value == null) {
            stored.deleteById(key);
        } else {
            stored.save(new StoredSetting(key, value.toString()));
        }
    }

    private static String name(String typed) {
        if (typed.length() > LONGEST_NAME) {
            throw new SettingRefusedException(Reason.NAME_TOO_LONG);
        }
        if (CONTROL.matcher(typed).find()) {
            throw new SettingRefusedException(Reason.NAME_CONTROL_CHARACTER);
        }
        return typed.isEmpty() ? ServerSettings.PRODUCT : typed;
    }

    private static String description(String typed) {
        if (typed.length() > LONGEST_DESCRIPTION) {
            throw new SettingRefusedException(Reason.DESCRIPTION_TOO_LONG);
        }
        return typed;
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
