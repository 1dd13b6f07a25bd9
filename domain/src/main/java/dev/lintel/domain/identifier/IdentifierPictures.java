package dev.lintel.domain.identifier;

import dev.lintel.domain.permission.Actor;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of identifiers is a picture: QR codes, for those who may know their values, and the photos of faces. */
@Service
public class IdentifierPictures {
    private final Identifiers identifiers;
    private final IdentifierValues values;

    IdentifierPictures(Identifiers identifiers, IdentifierValues values) {
        this.identifiers = identifiers;
        this.values = values;
    }

    /**
     * A QR code as a PNG; empty when it is none, or its value is not for the actor.
     *
     * @throws NoSuchIdentifierException when the actor sees none of that id
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> qr(Actor actor, long project, String id) {
        IssuedIdentifier identifier = seen(actor, project, id);
        boolean shown =
                identifier.identifier().type() == IdentifierType.QR && identifiers.maySeeValue(actor, identifier);
        return shown ? Optional.of(QrPicture.png(identifier.identifier().value())) : Optional.empty();
    }

    /**
     * The photo of a face as a JPEG; empty when there is none.
     *
     * @throws NoSuchIdentifierException when the actor sees none of that id
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> photo(Actor actor, long project, String id) {
        return values.photo(project, seen(actor, project, id).id());
    }

    private IssuedIdentifier seen(Actor actor, long project, String id) {
        return identifiers.get(actor, project, id).orElseThrow(() -> new NoSuchIdentifierException(id));
    }
}
