package dev.lintel.domain.user.photo;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * How a phone was held: photos lie on their side in the file, and a note in it says so.
 *
 * @param turns quarter turns to the right that set it upright
 * @param mirrored whether it is to be mirrored before that
 */
record Orientation(int turns, boolean mirrored) {
    private static final Orientation UPRIGHT = new Orientation(0, false);

    /** Upright when the file does not say, or is no JPEG. */
    static Orientation in(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            List<JPEGSegment> notes = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
            return notes.isEmpty() ? UPRIGHT : of(notes.getFirst());
        } catch (IOException | RuntimeException none) {
            // whatever is wrong with the note is no reason to refuse the picture
            return UPRIGHT;
        }
    }

    /** What a square of this side is drawn through. */
    AffineTransform upright(int side) {
        return upright(side, side);
    }

    /** Whether it swaps width and height. */
    boolean isLying() {
        return turns % 2 == 1;
    }

    /** What a picture of this size, as it lies in the file, is drawn through. */
    AffineTransform upright(int width, int height) {
        boolean lying = isLying();
        AffineTransform upright =
                AffineTransform.getTranslateInstance((lying ? height : width) / 2.0, (lying ? width : height) / 2.0);
        upright.quadrantRotate(turns);
        upright.scale(mirrored ? -1 : 1, 1);
        upright.translate(-width / 2.0, -height / 2.0);
        return upright;
    }

    private static Orientation of(JPEGSegment note) throws IOException {
        try (InputStream data = note.data()) {
            // the text "Exif" has two zero bytes behind it, of which the reader of segments takes one
            data.skipNBytes(1);
            try (ImageInputStream tiff = ImageIO.createImageInputStream(data)) {
                Directory directory = new TIFFReader().read(tiff);
                Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
                return entry == null ? UPRIGHT : of(((Number) entry.getValue()).intValue());
            }
        }
    }

    /** The values of Exif 2.32, 4.6.4, tag 274. */
    private static Orientation of(int value) {
        return switch (value) {
            case 2 -> new Orientation(0, true);
            case 3 -> new Orientation(2, false);
            case 4 -> new Orientation(2, true);
            case 5 -> new Orientation(3, true);
            case 6 -> new Orientation(1, false);
            case 7 -> new Orientation(1, true);
            case 8 -> new Orientation(3, false);
            default -> UPRIGHT;
        };
    }
}
