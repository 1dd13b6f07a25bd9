package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.user.ColourScheme;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.domain.user.Preferences;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.domain.user.own.DetailRefusedException;
import dev.lintel.domain.user.own.PersonalDetails;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.domain.user.session.LoginSession;
import dev.lintel.domain.user.session.Sessions;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The asker's own account. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(
        name = "Me",
        description =
                "The account that the token belongs to. Password, second factor and passkeys are changed in the web"
                        + " application only.")
class MeController {
    /** Oneself, or what is to change of it: what is absent stays. */
    record Me(
            @Schema(accessMode = Schema.AccessMode.READ_ONLY, example = "admin") @Nullable
            String login,

            @Nullable String name,

            @Schema(
                    accessMode = Schema.AccessMode.READ_ONLY,
                    description = "Logs in, too. Another one is asked for at `email-change`.")
            @Nullable
            String email,

            @Nullable String phone,
            @Nullable String address,

            @Schema(example = "en") @Nullable String language,

            @Schema(description = "A zone of the tz database; empty is that of the browser.", example = "Europe/Kyiv")
            @Nullable
            String timeZone,

            @Schema(allowableValues = {"h24", "h12"}) @Nullable
            String timeFormat,

            @Schema(allowableValues = {"decimal", "hexadecimal"}) @Nullable
            String identifierNotation,

            @Schema(allowableValues = {"auto", "light", "dark"}) @Nullable
            String appearance) {}

    /** Where somebody is logged in. */
    record SessionView(long id, String browser, String address, Instant since, Instant lastSeen) {
        static SessionView of(LoginSession session) {
            return new SessionView(
                    session.id(), session.browser(), session.address(), session.since(), session.lastSeen());
        }
    }

    private final PersonalPage page;
    private final Sessions sessions;

    MeController(PersonalPage page, Sessions sessions) {
        this.page = page;
        this.sessions = sessions;
    }

    @GetMapping
    @Operation(summary = "Tell of oneself")
    Me get(Actor actor) {
        requireAccount(actor);
        PersonalDetails details = page.details(actor);
        Preferences preferences = page.preferences(actor);
        ZoneId zone = preferences.zone();
        return new Me(
                actor.name().replaceFirst("/.*", ""),
                details.name(),
                page.email(actor).orElse(""),
                details.phone(),
                details.address(),
                preferences.language().toLanguageTag(),
                zone == null ? "" : zone.getId(),
                WireName.of(preferences.timeFormat()),
                WireName.of(preferences.notation()),
                WireName.of(preferences.appearance()));
    }

    @PatchMapping
    @Operation(summary = "Change what one says of oneself, and how one likes things shown")
    Me change(Actor actor, @RequestBody Me wanted) {
        requireAccount(actor);
        PersonalDetails details = details(page.details(actor), wanted);
        Preferences preferences = preferences(page.preferences(actor), wanted);
        try {
            page.change(actor, details);
        } catch (DetailRefusedException refused) {
            throw refusal(refused);
        }
        page.prefer(actor, preferences);
        return get(actor);
    }

    @GetMapping("/sessions")
    @Operation(summary = "List where one is logged in, the session seen last first")
    List<SessionView> sessions(Actor actor) {
        requireAccount(actor);
        return sessions.list(actor).stream().map(SessionView::of).toList();
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a session", description = "Whoever works in it sees the login page at once.")
    void end(Actor actor, @PathVariable long id) {
        requireAccount(actor);
        if (!sessions.end(actor, id)) {
            throw new Problems.NotFoundException("session", Long.toString(id));
        }
    }

    /** The command line acts as the server itself, who is nobody. */
    static void requireAccount(Actor actor) {
        if (actor.account() == null) {
            throw new Problems.NotFoundException("account", actor.name());
        }
    }

    private static PersonalDetails details(PersonalDetails now, Me wanted) {
        try {
            return new PersonalDetails(
                    Objects.requireNonNullElse(wanted.name(), now.name()),
                    Objects.requireNonNullElse(wanted.phone(), now.phone()),
                    Objects.requireNonNullElse(wanted.address(), now.address()));
        } catch (DetailRefusedException refused) {
            throw refusal(refused);
        }
    }

    private static RefusedException refusal(DetailRefusedException refused) {
        return new RefusedException(WireName.of(refused.field()), WireName.of(refused.reason()));
    }

    private static Preferences preferences(Preferences now, Me wanted) {
        return new Preferences(
                wanted.language() == null ? now.language() : language(wanted.language()),
                wanted.timeZone() == null ? now.zone() : zone(wanted.timeZone()),
                Objects.requireNonNullElse(
                        Words.choice("timeFormat", TimeFormat.class, wanted.timeFormat()), now.timeFormat()),
                Objects.requireNonNullElse(
                        Words.choice("identifierNotation", IdentifierNotation.class, wanted.identifierNotation()),
                        now.notation()),
                Objects.requireNonNullElse(
                        Words.choice("appearance", ColourScheme.class, wanted.appearance()), now.appearance()));
    }

    private static Locale language(String tag) {
        return ServerSettings.LANGUAGES.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst()
                .orElseThrow(() -> new RefusedException("language", Quoted.of(tag) + " is not spoken here"));
    }

    private static @Nullable ZoneId zone(String id) {
        if (id.isEmpty()) {
            return null;
        }
        return Preferences.zone(id)
                .orElseThrow(() -> new RefusedException(
                        "timeZone", Quoted.of(id) + " is unknown; it must be as in the tz database: Europe/Kyiv"));
    }
}
