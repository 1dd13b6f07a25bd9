package dev.lintel.domain.settings;

import java.util.Objects;

/**
 * All settings of the server as somebody wants them, not checked yet.
 *
 * @param name blank is the product's own
 * @param description may be blank
 * @param serverUrl as typed; blank is none
 * @param defaultLanguage a language tag
 * @param registration whether people are invited to make themselves accounts
 * @param recovery whether people who forgot their password can choose another by mail
 */
public record SettingsDraft(
        String name,
        String description,
        String serverUrl,
        String defaultLanguage,
        boolean registration,
        boolean recovery) {
    public SettingsDraft {
        name = name.strip();
        description = description.strip();
        serverUrl = serverUrl.strip();
    }

    /** What is set now, to change something of it. */
    public static SettingsDraft of(ServerSettings now) {
        return new SettingsDraft(
                now.name(),
                now.description(),
                Objects.toString(now.serverUrl(), ""),
                now.defaultLanguage().toLanguageTag(),
                now.registration(),
                now.recovery());
    }
}
