package dev.lintel.domain.guestpass;

import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.settings.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is handed to a visitor: the address of their page, and what they present at the door. */
@Service
public class SharedPasses {
    private final GuestPasses passes;
    private final GuestPassStore store;
    private final Settings settings;

    SharedPasses(GuestPasses passes, GuestPassStore store, Settings settings) {
        this.passes = passes;
        this.store = store;
        this.settings = settings;
    }

    /**
     * The secret in the address of the visitor's page.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public String secret(Actor actor, long project, String id) {
        return store.secretOf(mine(actor, project, id));
    }

    /**
     * The address of the visitor's page; null while the server does not know its own.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public @Nullable URI link(Actor actor, long project, String id) {
        String secret = secret(actor, project, id);
        URI server = settings.inForce().serverUrl();
        return server == null ? null : URI.create(server + path(secret));
    }

    /** The address of a visitor's page on this server. */
    static String path(String secret) {
        return "/g/" + secret;
    }

    /**
     * The QR code as a PNG; empty for a pass of another type.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> qr(Actor actor, long project, String id) {
        return qr(mine(actor, project, id));
    }

    /** The QR code that a pass consists of, as a PNG. */
    static Optional<byte[]> qr(GuestPass pass) {
        return pass.type() == IdentifierType.QR
                ? Optional.of(QrPicture.png(pass.facts().value()))
                : Optional.empty();
    }

    private GuestPass mine(Actor actor, long project, String id) {
        return passes.all(actor, Permission.IDENTIFIER_EDIT, project, List.of(id))
                .getFirst();
    }
}
