package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The settings of the server. */
@RestController
@RequestMapping("/api/v1/settings")
@Tag(name = "Settings")
class SettingsController {
    /** The settings as the API shows and takes them. */
    record SettingsView(
            @Schema(
                    description = "What people call the server: at the login, in mails. The product's name if null.",
                    example = "Heathfield House")
            @Nullable
            String name,

            @Schema(description = "What stands below the name at the login; nothing if null.") @Nullable
            String description,

            @Schema(
                    description = "Where devices and browsers reach the server; none if null.",
                    example = "https://lintel.example.org")
            @Nullable
            String serverUrl,

            @Schema(allowableValues = {"en", "ru", "uk"}) @Nullable
            String defaultLanguage,

            @Schema(description = "Whether people are invited to make themselves accounts; yes if null.") @Nullable
            Boolean registration,

            @Schema(description = "Whether people who forgot their password choose another by mail; yes if null.")
            @Nullable
            Boolean recovery) {
        static SettingsView of(ServerSettings settings) {
            String url =
                    settings.serverUrl() == null ? null : settings.serverUrl().toString();
            return new SettingsView(
                    settings.name(),
                    settings.description(),
                    url,
                    settings.defaultLanguage().toLanguageTag(),
                    settings.registration(),
                    settings.recovery());
        }

        SettingsDraft draft() {
            return new SettingsDraft(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(description, ""),
                    Objects.requireNonNullElse(serverUrl, ""),
                    Words.required("defaultLanguage", defaultLanguage),
                    !Boolean.FALSE.equals(registration),
                    !Boolean.FALSE.equals(recovery));
        }
    }

    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    @Operation(summary = "What is set", description = "Permission `settings.view`.")
    SettingsView view(Actor actor) {
        return SettingsView.of(settings.view(actor));
    }

    @PutMapping
    @Operation(summary = "Change all settings or none", description = "Permission `settings.edit`.")
    SettingsView change(Actor actor, @RequestBody SettingsView wanted) {
        return SettingsView.of(settings.change(actor, wanted.draft()));
    }
}
