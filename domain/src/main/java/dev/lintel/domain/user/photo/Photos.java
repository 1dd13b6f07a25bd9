package dev.lintel.domain.user.photo;

import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.photo.PhotoRefusedException.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Keeps photos of people, apart from the rows of those people, who refer to them by number. A photo is never changed: a new
 * one has a new number. Who may see one is for those to say who know whose it is.
 */
@Service
public class Photos {
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** What every stored photo is. */
    public static final String MEDIA_TYPE = "image/jpeg";

    private static final String BY_OTHERS = "whoever refers to the photo knows whose it is, and asks";

    private final JdbcTemplate jdbc;

    Photos(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a small square of a picture; keeps nothing.
     *
     * @param file a JPEG, PNG or WebP
     * @return a JPEG of 256 by 256 pixels
     * @throws PhotoRefusedException with what is wrong
     */
    @Unguarded(BY_OTHERS)
    public byte[] portrait(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new PhotoRefusedException(Reason.TOO_LARGE);
        }
        return PortraitMaker.portrait(file);
    }

    /**
     * Makes of the photo of a face what is given to panels; keeps nothing.
     *
     * @param file a JPEG
     * @return a JPEG without anything but the picture, upright
     * @throws PhotoRefusedException with what is wrong
     */
    @Unguarded(BY_OTHERS)
    public byte[] face(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new PhotoRefusedException(Reason.TOO_LARGE);
        }
        return FaceMaker.face(file);
    }

    /**
     * Keeps the {@linkplain #portrait portrait} of a picture.
     *
     * @return its number
     * @throws PhotoRefusedException with what is wrong
     */
    @Unguarded(BY_OTHERS)
    public long add(byte[] file) {
        byte[] portrait = portrait(file);
        return DataAccessUtils.requiredSingleResult(
                jdbc.queryForList("insert into photo (jpeg) values (?) returning id", Long.class, (Object) portrait));
    }

    /** The JPEG. */
    @Unguarded(BY_OTHERS)
    public Optional<byte[]> jpeg(long id) {
        return jdbc.queryForList("select jpeg from photo where id = ?", byte[].class, id).stream()
                .findFirst();
    }

    /** Nothing happens when there is none. */
    @Unguarded(BY_OTHERS)
    public void delete(@Nullable Long id) {
        if (id != null) {
            jdbc.update("delete from photo where id = ?", id);
        }
    }
}
