package dev.lintel.domain.identifier;

import dev.lintel.domain.identifier.IdentifierRefusedException.Field;
import dev.lintel.domain.identifier.IdentifierRefusedException.Reason;
import dev.lintel.domain.identifier.code.AccessCodes;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.user.photo.Photos;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the values that people do not write themselves: codes, QR codes, and the fingerprint that stands for a face. */
@Component
class IdentifierValues {
    private final AccessCodes codes;
    private final Photos photos;
    private final JdbcTemplate jdbc;

    IdentifierValues(AccessCodes codes, Photos photos, JdbcTemplate jdbc) {
        this.codes = codes;
        this.photos = photos;
        this.jdbc = jdbc;
    }

    /**
     * A draft with its value.
     *
     * @param photo to be kept with it, as it is kept; null is none
     */
    record Made(IdentifierDraft draft, byte @Nullable [] photo) {}

    /**
     * Gives a draft without a value one, where the server makes it. A face has none but by its photo. The project is locked.
     *
     * @param old the value so far, which stays when no other is given; empty is none
     * @param file a photo; null is none
     */
    Made complete(long project, IdentifierDraft draft, String old, byte @Nullable [] file) {
        if (draft.type() == IdentifierType.FACE && file != null) {
            byte[] jpeg = photos.face(file);
            return new Made(draft.withValue(HexFormat.of().formatHex(Secrets.hash(jpeg))), jpeg);
        }
        if (draft.type() == IdentifierType.FACE || draft.value().isEmpty() && !old.isEmpty()) {
            return new Made(draft.withValue(old), null);
        }
        if (!draft.value().isEmpty()) {
            return new Made(draft, null);
        }
        return new Made(
                switch (draft.type()) {
                    case ACCESS_CODE ->
                        draft.withValue(codes.next(project)
                                .orElseThrow(() -> new IdentifierRefusedException(Field.VALUE, Reason.USED_UP, "")));
                    case QR, URL -> draft.withValue(UUID.randomUUID().toString());
                    case CARD, UKEY, FACE, LICENCE_PLATE -> draft;
                },
                null);
    }

    void keep(long project, String id, Made made) {
        if (made.photo() != null) {
            jdbc.update("""
                    insert into face_photo (project_id, identifier_id, jpeg) values (?, ?, ?)
                    on conflict (project_id, identifier_id) do update set jpeg = excluded.jpeg""", project, id, made.photo());
        }
    }

    /** The JPEG of a face. */
    Optional<byte[]> photo(long project, String id) {
        return jdbc
                .queryForList(
                        "select jpeg from face_photo where project_id = ? and identifier_id = ?",
                        byte[].class,
                        project,
                        id)
                .stream()
                .findFirst();
    }
}
