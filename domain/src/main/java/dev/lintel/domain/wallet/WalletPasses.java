package dev.lintel.domain.wallet;

import dev.lintel.domain.access.VisitorDoors;
import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.guestpass.SharedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.settings.Settings;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guest passes for the wallets of phones. */
@Service
public class WalletPasses {
    private static final String VISITOR = "whoever knows the address of the page is the visitor";

    private final SharedPasses shared;
    private final VisitorDoors doors;
    private final WalletStore wallets;
    private final WalletPassStore passes;
    private final PassSurroundings around;

    WalletPasses(
            SharedPasses shared,
            VisitorDoors doors,
            WalletStore wallets,
            WalletPassStore passes,
            PassSurroundings around) {
        this.shared = shared;
        this.doors = doors;
        this.wallets = wallets;
        this.passes = passes;
        this.around = around;
    }

    /** What a wallet needs beside the pass: words, the server's address, the time. */
    @Component
    record PassSurroundings(PassWording wording, Settings settings, InstantSource clock) {}

    /** What is missing before a wallet can be offered. */
    public enum Missing {
        NOTHING,
        /** Nobody has given a certificate or an account. */
        SETTINGS,
        /** The certificate is over. */
        EXPIRED,
        /** The server does not know its own address, so that a pass could not lead back. */
        ADDRESS
    }

    @Unguarded("whether passes for a wallet are given stands on every visitor's page")
    public Missing missingForApple() {
        Optional<WalletStore.Apple> apple = wallets.apple();
        if (apple.isEmpty()) {
            return Missing.SETTINGS;
        }
        if (!apple.get().certificate().expires().isAfter(around.clock().instant())) {
            return Missing.EXPIRED;
        }
        return address() == null ? Missing.ADDRESS : Missing.NOTHING;
    }

    @Unguarded("whether passes for a wallet are given stands on every visitor's page")
    public Missing missingForGoogle() {
        if (wallets.google().isEmpty()) {
            return Missing.SETTINGS;
        }
        return address() == null ? Missing.ADDRESS : Missing.NOTHING;
    }

    /**
     * A pass for Apple Wallet.
     *
     * @throws GuestPassRefusedException when the server cannot give one
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public byte[] apple(Actor actor, long project, String id) {
        String secret = shared.secret(actor, project, id);
        require(missingForApple());
        return apple(secret).orElseThrow(() -> new NoSuchGuestPassException(id));
    }

    /**
     * The link by which a visitor keeps the pass in Google Wallet.
     *
     * @throws GuestPassRefusedException when the server cannot give one
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public URI google(Actor actor, long project, String id) {
        String secret = shared.secret(actor, project, id);
        require(missingForGoogle());
        return google(secret).orElseThrow(() -> new NoSuchGuestPassException(id));
    }

    private static void require(Missing missing) {
        if (missing != Missing.NOTHING) {
            throw new GuestPassRefusedException(
                    GuestPassRefusedException.Field.PASS,
                    GuestPassRefusedException.Reason.NOT_SET_UP,
                    "wallet " + missing.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A pass for Apple Wallet for the visitor of a page; empty for a secret that is none, and where none are given. */
    @Unguarded(VISITOR)
    @Transactional
    public Optional<byte[]> apple(String secret) {
        return missingForApple() == Missing.NOTHING
                ? doors.visit(secret)
                        .map(visit -> signed(visit, secret, wallets.apple().orElseThrow()))
                : Optional.empty();
    }

    /** The link for Google Wallet for the visitor of a page; empty for a secret that is none, and where none are given. */
    @Unguarded(VISITOR)
    @Transactional
    public Optional<URI> google(String secret) {
        return missingForGoogle() == Missing.NOTHING
                ? doors.visit(secret)
                        .map(visit -> link(visit, secret, wallets.google().orElseThrow()))
                : Optional.empty();
    }

    /** The pass as it is now, for a wallet that has shown its token. */
    byte[] again(StoredPass pass, WalletStore.Apple apple) {
        StoredPass.Shown shows = pass.shows();
        if (shows == null) {
            return ended(pass, apple);
        }
        String secret = shared.secret(Actor.server(), shows.project(), shows.identifier());
        Visit visit = doors.visit(secret).orElseThrow();
        return signed(visit, secret, apple);
    }

    private byte[] signed(Visit visit, String secret, WalletStore.Apple apple) {
        PassWording.Texts said = around.wording().of(visit, visit.pass().language());
        Map<Locale, String> strings =
                inEach(language -> AppleArchive.strings(said, around.wording().of(visit, language)));
        AppleFile file = new AppleFile(
                visit,
                said,
                stored(visit),
                page(secret),
                service(),
                around.clock().instant());
        return AppleArchive.signed(
                file.pass(apple.wallet(), apple.certificate()), strings, apple.wallet(), apple.certificate());
    }

    private byte[] ended(StoredPass pass, WalletStore.Apple apple) {
        PassWording.Ended said =
                around.wording().ended(around.settings().inForce().defaultLanguage());
        Map<Locale, String> strings =
                inEach(language -> AppleArchive.strings(said, around.wording().ended(language)));
        EndedFile file = new EndedFile(said, pass, service());
        return AppleArchive.signed(
                file.pass(apple.wallet(), apple.certificate()), strings, apple.wallet(), apple.certificate());
    }

    private static Map<Locale, String> inEach(Function<Locale, String> said) {
        Map<Locale, String> strings = new LinkedHashMap<>();
        ServerSettings.LANGUAGES.forEach(language -> strings.put(language, said.apply(language)));
        return strings;
    }

    private URI link(Visit visit, String secret, WalletStore.Google google) {
        Locale language = visit.pass().language();
        String colour =
                wallets.apple().map(apple -> apple.wallet().background()).orElse(AppleWallet.USUAL_BACKGROUND);
        return new GoogleLink(
                        visit,
                        around.wording().of(visit, language),
                        language,
                        stored(visit),
                        page(secret),
                        around.clock().instant())
                .signed(google.account(), colour);
    }

    private StoredPass stored(Visit visit) {
        return passes.of(visit.pass().project(), visit.pass().id());
    }

    private @Nullable URI address() {
        return around.settings().inForce().serverUrl();
    }

    private URI page(String secret) {
        return URI.create(address() + "/g/" + secret);
    }

    /** Phones ask over HTTPS only. */
    private @Nullable URI service() {
        URI server = address();
        return server != null && "https".equalsIgnoreCase(server.getScheme()) ? URI.create(server + "/wallet") : null;
    }
}
