package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wallet.AppleWallet;
import dev.lintel.domain.wallet.WalletSettings;
import dev.lintel.domain.wallet.WalletSettings.AppleView;
import dev.lintel.domain.wallet.WalletSettings.GoogleView;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Base64;
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

/** Who signs passes for wallets. */
@RestController
@RequestMapping("/api/v1/wallets")
@Tag(name = "Wallets", description = "Who signs guest passes for the wallets of phones.")
class WalletSettingsController {
    /** Apple Wallet as the API shows it. */
    record AppleWalletView(
            String organisation,
            @Schema(example = "#0f766e") String background,
            @Schema(example = "#ffffff") String foreground,
            boolean push,
            @Schema(example = "pass.org.example.doors") String passType,
            @Schema(example = "A1B2C3D4E5") String team,

            @Schema(description = "When the certificate is over.")
            Instant expires,

            int version) {
        static AppleWalletView of(AppleView view) {
            AppleWallet wallet = view.wallet();
            return new AppleWalletView(
                    wallet.organisation(),
                    wallet.background(),
                    wallet.foreground(),
                    wallet.push(),
                    view.passType(),
                    view.team(),
                    view.expires(),
                    view.version());
        }
    }

    /** Apple Wallet as the API takes it. */
    record AppleWalletWish(
            @Schema(description = "Who gives the passes, for the lock screen.") @Nullable
            String organisation,

            @Schema(example = "#0f766e") @Nullable String background,

            @Schema(example = "#ffffff") @Nullable String foreground,

            @Schema(description = "Whether phones are told of changes over Apple's push service; no if absent.")
            @Nullable
            Boolean push,

            @Schema(
                    description =
                            "PKCS#12 in Base64: the certificate of the pass type with its key. The stored one stays"
                                    + " if absent.")
            @Nullable
            String certificate,

            @Schema(description = "Of the PKCS#12 file.") @Nullable
            String password,

            @Schema(
                    description =
                            "Apple's intermediate certificate, DER or PEM in Base64; the one in the PKCS#12 file if"
                                    + " absent.")
            @Nullable
            String intermediate,

            @Schema(description = "The one that was seen; 0 when there was none.") @Nullable
            Integer version) {
        AppleWallet wallet() {
            return new AppleWallet(text(organisation), text(background), text(foreground), Boolean.TRUE.equals(push));
        }

        WalletSettings.@Nullable Upload upload() {
            byte[] file = bytes("certificate", certificate);
            return file == null
                    ? null
                    : new WalletSettings.Upload(file, text(password), bytes("intermediate", intermediate));
        }

        private static String text(@Nullable String given) {
            return Objects.requireNonNullElse(given, "");
        }

        private static byte @Nullable [] bytes(String field, @Nullable String base64) {
            try {
                return base64 == null ? null : Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException malformed) {
                throw new RefusedException(field, "must be Base64");
            }
        }
    }

    /** Google Wallet as the API shows it. */
    record GoogleWalletView(String issuer, String serviceAccount, int version) {
        static GoogleWalletView of(GoogleView view) {
            return new GoogleWalletView(view.issuer(), view.email(), view.version());
        }
    }

    /** Google Wallet as the API takes it. */
    record GoogleWalletWish(
            @Schema(description = "Number of the issuer account.", example = "3388000000012345678") @Nullable
            String issuer,

            @Schema(description = "The JSON file of the service account, as text. The stored one stays if absent.")
            @Nullable
            String serviceAccount,

            @Schema(description = "The one that was seen; 0 when there was none.") @Nullable
            Integer version) {}

    private final WalletSettings settings;

    WalletSettingsController(WalletSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/apple")
    @Operation(
            summary = "Who signs passes for Apple Wallet",
            description = "Permission `settings.view`, for the whole server; 404 while nothing is set.")
    AppleWalletView apple(Actor actor) {
        return settings.apple(actor)
                .map(AppleWalletView::of)
                .orElseThrow(() -> new Problems.NotFoundException("Apple Wallet", "set"));
    }

    @PutMapping("/apple")
    @Operation(summary = "Set who signs passes for Apple Wallet", description = "Permission `settings.edit`.")
    AppleWalletView change(Actor actor, @RequestBody AppleWalletWish wanted) {
        return AppleWalletView.of(settings.change(
                actor, wanted.wallet(), wanted.upload(), Objects.requireNonNullElse(wanted.version(), 0)));
    }

    @DeleteMapping("/apple")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Give no passes for Apple Wallet any more",
            description = "Those that are out stay as they are. Permission `settings.edit`.")
    void removeApple(Actor actor) {
        settings.removeApple(actor);
    }

    @GetMapping("/google")
    @Operation(
            summary = "Who signs links for Google Wallet",
            description = "Permission `settings.view`, for the whole server; 404 while nothing is set.")
    GoogleWalletView google(Actor actor) {
        return settings.google(actor)
                .map(GoogleWalletView::of)
                .orElseThrow(() -> new Problems.NotFoundException("Google Wallet", "set"));
    }

    @PutMapping("/google")
    @Operation(summary = "Set who signs links for Google Wallet", description = "Permission `settings.edit`.")
    GoogleWalletView change(Actor actor, @RequestBody GoogleWalletWish wanted) {
        return GoogleWalletView.of(settings.change(
                actor,
                Objects.requireNonNullElse(wanted.issuer(), ""),
                wanted.serviceAccount(),
                Objects.requireNonNullElse(wanted.version(), 0)));
    }

    @DeleteMapping("/google")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give no links for Google Wallet any more", description = "Permission `settings.edit`.")
    void removeGoogle(Actor actor) {
        settings.removeGoogle(actor);
    }
}
