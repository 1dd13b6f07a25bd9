package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.settings.Settings;
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

            @Schema(
                    description = "Where devices and browsers reach the server; none if null.",
                    example = "https://lintel.example.org")
            @Nullable
            String serverUrl,

            @Schema(allowableValues = {"en", "ru", "uk"}) @Nullable
            String defaultLanguage) {
        static SettingsView of(ServerSettings settings) {
            String url =
                    settings.serverUrl() == null ? null : settings.serverUrl().toString();
            return new SettingsView(
                    settings.name(), url, settings.defaultLanguage().toLanguageTag());
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
        return SettingsView.of(settings.change(
                actor,
                Objects.requireNonNullElse(wanted.name(), ""),
                Objects.requireNonNullElse(wanted.serverUrl(), ""),
                Words.required("defaultLanguage", wanted.defaultLanguage())));
    }
}
