package dev.lintel.domain.identifier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as a picture to be shown to a panel, printed or sent. */
public final class QrPicture {
    public static final String MEDIA_TYPE = "image/png";

    /** Pixels across: sharp on paper as wide as a card. */
    private static final int SIDE = 600;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.CHARACTER_SET, "UTF-8");

    private QrPicture() {}

    /** A black and white PNG of 600 by 600 pixels with its quiet margin. */
    public static byte[] png(String text) {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE, HINTS);
            BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    picture.setRGB(x, y, dots.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too much for a QR code", tooLong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
