package dev.lintel.domain.wallet;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.domain.wallet.WalletRefusedException.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who signs passes for wallets. Only those who work for the server as a whole have to do with it. */
@Service
public class WalletSettings {
    private static final String APPLE = "Apple Wallet";
    private static final String GOOGLE = "Google Wallet";

    private final WalletStore store;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    WalletSettings(WalletStore store, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is set for Apple Wallet, without the key.
     *
     * @param version to be given back with a change, so that nobody overwrites what they have not seen
     */
    public record AppleView(AppleWallet wallet, String passType, String team, Instant expires, int version) {
        static AppleView of(WalletStore.Apple found) {
            AppleCertificate certificate = found.certificate();
            return new AppleView(
                    found.wallet(), certificate.passType(), certificate.team(), certificate.expires(), found.version());
        }
    }

    /** What is set for Google Wallet, without the key. */
    public record GoogleView(String issuer, String email, int version) {
        static GoogleView of(WalletStore.Google found) {
            return new GoogleView(found.account().issuer(), found.account().email(), found.version());
        }
    }

    /**
     * A certificate as somebody gives it.
     *
     * @param file PKCS#12
     * @param intermediate DER or PEM; null where the file has it, too
     */
    public record Upload(byte[] file, String password, byte @Nullable [] intermediate) {}

    public static boolean mayView(Actor actor) {
        return actor.may(Permission.SETTINGS_VIEW) && actor.projects() == null;
    }

    public static boolean mayEdit(Actor actor) {
        return actor.may(Permission.SETTINGS_EDIT) && actor.projects() == null;
    }

    /** Empty while nobody has set it. */
    public Optional<AppleView> apple(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_VIEW);
        return store.apple().map(AppleView::of);
    }

    /** Empty while nobody has set it. */
    public Optional<GoogleView> google(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_VIEW);
        return store.google().map(GoogleView::of);
    }

    /**
     * Stores it.
     *
     * @param upload null keeps the stored certificate
     * @param version the one seen; 0 when there was none
     * @throws WalletRefusedException with what is wrong
     */
    @Transactional
    public AppleView change(Actor actor, AppleWallet wallet, @Nullable Upload upload, int version) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        Map<String, String> before = readableApple();
        if (upload == null && before.isEmpty()) {
            throw new WalletRefusedException(Field.CERTIFICATE, Reason.MISSING, "");
        }
        AppleCertificate certificate = upload == null
                ? null
                : AppleCertificate.read(upload.file(), upload.password(), upload.intermediate(), clock.instant());
        WalletStore.Signer signer = upload == null ? null : WalletStore.Signer.of(upload.file(), upload.password());
        if (!store.save(wallet, signer, certificate, version)) {
            throw new WalletRefusedException(Field.CERTIFICATE, Reason.CHANGED_MEANWHILE, "");
        }
        tell(actor, APPLE, before, readableApple());
        return AppleView.of(store.apple().orElseThrow());
    }

    /** Gives no passes for Apple Wallet any more; those that are out stay as they are. */
    @Transactional
    public void removeApple(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        Map<String, String> before = readableApple();
        store.deleteApple();
        tell(actor, APPLE, before, Map.of());
    }

    /**
     * Stores it.
     *
     * @param file of the service account; null keeps the stored one
     * @param version the one seen; 0 when there was none
     * @throws WalletRefusedException with what is wrong
     */
    @Transactional
    public GoogleView change(Actor actor, String issuer, @Nullable String file, int version) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        Map<String, String> before = readableGoogle();
        String inForce = file == null
                ? store.googleFile()
                        .orElseThrow(() -> new WalletRefusedException(Field.SERVICE_ACCOUNT, Reason.MISSING, ""))
                : file;
        if (!store.save(GoogleAccount.read(issuer, inForce), inForce, version)) {
            throw new WalletRefusedException(Field.ISSUER, Reason.CHANGED_MEANWHILE, "");
        }
        tell(actor, GOOGLE, before, readableGoogle());
        return GoogleView.of(store.google().orElseThrow());
    }

    /** Gives no links for Google Wallet any more. */
    @Transactional
    public void removeGoogle(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        Map<String, String> before = readableGoogle();
        store.deleteGoogle();
        tell(actor, GOOGLE, before, Map.of());
    }

    private Map<String, String> readableApple() {
        return store.apple()
                .map(found -> Map.of(
                        "organisation", found.wallet().organisation(),
                        "background", found.wallet().background(),
                        "foreground", found.wallet().foreground(),
                        "push", Boolean.toString(found.wallet().push()),
                        "passType", found.certificate().passType(),
                        "certificateExpires", found.certificate().expires().toString()))
                .orElse(Map.of());
    }

    private Map<String, String> readableGoogle() {
        return store.google()
                .map(found -> Map.of(
                        "issuer", found.account().issuer(),
                        "serviceAccount", found.account().email()))
                .orElse(Map.of());
    }

    private void tell(Actor actor, String name, Map<String, String> before, Map<String, String> after) {
        if (!before.equals(after)) {
            events.publishEvent(new RecordChanged(actor, null, "wallet", "", name, before, after));
        }
    }

    private static void requireForServer(Actor actor, Permission permission) {
        actor.require(permission);
        if (actor.projects() != null) {
            throw new PermissionDeniedException(permission);
        }
    }
}
