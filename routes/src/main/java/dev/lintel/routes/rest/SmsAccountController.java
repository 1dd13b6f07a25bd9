package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sms.SmsAccount;
import dev.lintel.domain.sms.SmsSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** By which account short messages go out. */
@RestController
@RequestMapping("/api/v1/sms-account")
@Tag(name = "Short messages", description = "The account by which short messages go out.")
class SmsAccountController {
    /** The account as the API shows it. */
    record SmsAccountView(String account, String sender, int version) {
        static SmsAccountView of(SmsSettings.Current current) {
            return new SmsAccountView(
                    current.account().account(), current.account().sender(), current.version());
        }
    }

    /** The account as the API takes it. */
    record SmsAccountWish(
            @Schema(description = "Account SID of Twilio.", example = "AC0123456789abcdef0123456789abcdef") @Nullable
            String account,

            @Schema(description = "Auth token of Twilio; the stored one stays if absent.") @Nullable
            String token,

            @Schema(description = "Number or name from which messages come.", example = "+442079460000") @Nullable
            String sender,

            @Schema(description = "The one that was seen; 0 when there was none.") @Nullable
            Integer version) {}

    private final SmsSettings settings;

    SmsAccountController(SmsSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    @Operation(
            summary = "By which account short messages go out",
            description = "Permission `settings.view`, for the whole server; 404 while nothing is set.")
    SmsAccountView view(Actor actor) {
        return settings.view(actor)
                .map(SmsAccountView::of)
                .orElseThrow(() -> new Problems.NotFoundException("account for short messages", "set"));
    }

    @PutMapping
    @Operation(summary = "Set by which account short messages go out", description = "Permission `settings.edit`.")
    SmsAccountView change(Actor actor, @RequestBody SmsAccountWish wanted) {
        SmsAccount account = new SmsAccount(
                Objects.requireNonNullElse(wanted.account(), ""), Objects.requireNonNullElse(wanted.sender(), ""));
        return SmsAccountView.of(
                settings.change(actor, account, wanted.token(), Objects.requireNonNullElse(wanted.version(), 0)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send no short messages any more", description = "Permission `settings.edit`.")
    void remove(Actor actor) {
        settings.remove(actor);
    }
}
