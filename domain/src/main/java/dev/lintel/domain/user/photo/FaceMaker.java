package dev.lintel.domain.user.photo;

import dev.lintel.domain.user.photo.PhotoRefusedException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Makes of the photo of a face what panels recognise it by: checked as their manual asks (Link manual 6.4.1: JPEG, 320 by 240
 * to 5120 by 2700 pixels, well lit), upright, painted anew so that nothing else that the file held is kept.
 *
 * <p>Whether there is a face on it, only the panel tells.
 */
final class FaceMaker {
    static final int FEWEST_ACROSS = 240;
    static final int FEWEST_ALONG = 320;
    static final int MOST_ACROSS = 2700;
    static final int MOST_ALONG = 5120;

    /** Of the longer side; panels need no more, and 20,000 faces have to be kept. */
    private static final int LONGEST_KEPT = 1600;

    private static final float QUALITY = 0.9f;
    private static final int STEEPEST = 2;
    private static final int DARKEST = 45;
    private static final int BRIGHTEST = 215;
    private static final int LEAST_CONTRAST = 18;

    /** One picture at a time: unfolded it takes tens of megabytes. */
    private static final Object ONE_AT_A_TIME = new Object();

    private FaceMaker() {}

    /** @throws PhotoRefusedException when it is no such photo */
    static byte[] face(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            ImageReader reader = reader(input);
            try {
                reader.setInput(input, true, true);
                synchronized (ONE_AT_A_TIME) {
                    BufferedImage face = read(reader, Orientation.in(file));
                    requireLight(face);
                    return JpegWriter.write(face, QUALITY);
                }
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
            if ("jpeg".equalsIgnoreCase(reader.getFormatName())) {
                return reader;
            }
        }
        throw new PhotoRefusedException(Reason.NO_JPEG);
    }

    private static BufferedImage read(ImageReader reader, Orientation orientation) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        requireSize(Math.min(width, height), Math.max(width, height));
        int each = Math.max(1, Math.max(width, height) / (2 * LONGEST_KEPT));
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(each, each, 0, 0);
        return upright(reader.read(0, some), orientation);
    }

    private static void requireSize(int across, int along) {
        if (across > MOST_ACROSS || along > MOST_ALONG) {
            throw new PhotoRefusedException(Reason.TOO_WIDE);
        }
        if (across < FEWEST_ACROSS || along < FEWEST_ALONG) {
            throw new PhotoRefusedException(Reason.TOO_FEW_PIXELS);
        }
        if (along > STEEPEST * across) {
            throw new PhotoRefusedException(Reason.NO_PORTRAIT);
        }
    }

    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        double scale = Math.min(1, (double) LONGEST_KEPT / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        BufferedImage face = orientation.isLying()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = face.createGraphics();
        try {
            pencil.setColor(Color.WHITE);
            pencil.fillRect(0, 0, face.getWidth(), face.getHeight());
            pencil.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            AffineTransform upright = orientation.upright(width, height);
            upright.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
            pencil.drawImage(picture, upright, null);
        } finally {
            pencil.dispose();
        }
        return face;
    }

    /** Looks at the middle, where the face has to be. */
    private static void requireLight(BufferedImage face) {
        int left = face.getWidth() / 4;
        int top = face.getHeight() / 4;
        long count = 0;
        double sum = 0;
        double squares = 0;
        for (int y = top; y < face.getHeight() - top; y += 2) {
            for (int x = left; x < face.getWidth() - left; x += 2) {
                double light = luminance(face.getRGB(x, y));
                sum += light;
                squares += light * light;
                count++;
            }
        }
        double mean = sum / count;
        double contrast = Math.sqrt(Math.max(0, squares / count - mean * mean));
        if (mean < DARKEST) {
            throw new PhotoRefusedException(Reason.TOO_DARK);
        }
        if (mean > BRIGHTEST) {
            throw new PhotoRefusedException(Reason.TOO_BRIGHT);
        }
        if (contrast < LEAST_CONTRAST) {
            throw new PhotoRefusedException(Reason.TOO_FLAT);
        }
    }

    /** ITU-R BT.601, 0 to 255. */
    private static double luminance(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }
}
