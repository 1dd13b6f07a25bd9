package dev.lintel.domain.user.photo;

import dev.lintel.domain.user.photo.PhotoRefusedException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes of a picture what is kept of it: the middle as a small square, upright, painted anew, so that nothing else that the
 * file held (place, camera, a second picture) is kept.
 *
 * <p>The size is read from the head of the file before any pixel is, since a few bytes can unfold to gigabytes.
 */
final class PortraitMaker {
    static final int SIDE = 256;
    static final int FEWEST_ACROSS = 32;

    /** What the cameras of phones give. */
    static final long MOST_PIXELS = 25_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");
    private static final float QUALITY = 0.85f;

    /** One picture at a time: unfolded it takes up to a hundred megabytes. */
    private static final Object ONE_AT_A_TIME = new Object();

    private PortraitMaker() {}

    /** @throws PhotoRefusedException when it is no picture, or too large or too small a one */
    static byte[] portrait(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(input);
            try {
                reader.setInput(input, true, true);
                BufferedImage square;
                synchronized (ONE_AT_A_TIME) {
                    square = square(reader, Orientation.in(file));
                }
                return JpegWriter.write(square, QUALITY);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException bad) {
            // readers fail in all these ways on files that were cut off or made up
            throw new PhotoRefusedException(Reason.DAMAGED);
        }
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                return reader;
            }
        }
        throw new PhotoRefusedException(Reason.FORMAT_UNKNOWN);
    }

    private static BufferedImage square(ImageReader reader, Orientation orientation) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new PhotoRefusedException(Reason.TOO_MANY_PIXELS);
        }
        int across = Math.min(width, height);
        if (across < FEWEST_ACROSS) {
            throw new PhotoRefusedException(Reason.TOO_SMALL);
        }
        int each = Math.max(1, across / (2 * SIDE));
        ImageReadParam middle = reader.getDefaultReadParam();
        middle.setSourceRegion(new Rectangle((width - across) / 2, (height - across) / 2, across, across));
        middle.setSourceSubsampling(each, each, 0, 0);
        return painted(reader.read(0, middle), orientation);
    }

    private static BufferedImage painted(BufferedImage picture, Orientation orientation) {
        BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = square.createGraphics();
        try {
            pencil.setColor(Color.WHITE);
            pencil.fillRect(0, 0, SIDE, SIDE);
            pencil.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            AffineTransform upright = orientation.upright(SIDE);
            upright.scale((double) SIDE / picture.getWidth(), (double) SIDE / picture.getHeight());
            pencil.drawImage(picture, upright, null);
        } finally {
            pencil.dispose();
        }
        return square;
    }
}
