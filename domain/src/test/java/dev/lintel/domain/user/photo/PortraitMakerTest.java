package dev.lintel.domain.user.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.user.photo.PhotoRefusedException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitMakerTest {
    /** One white pixel in WebP, as small as such files get. */
    private static final String TINY_WEBP = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void keepsTheMiddleAsASmallJpeg(String format) throws IOException {
        BufferedImage wide = new BufferedImage(3000, 1000, BufferedImage.TYPE_INT_RGB);
        paint(wide, Color.RED, 0, 3000);
        paint(wide, Color.GREEN, 1000, 1000);

        byte[] portrait = PortraitMaker.portrait(file(wide, format));

        BufferedImage square = ImageIO.read(new ByteArrayInputStream(portrait));
        assertThat(square.getWidth()).isEqualTo(PortraitMaker.SIDE);
        assertThat(square.getHeight()).isEqualTo(PortraitMaker.SIDE);
        assertThat(portrait).hasSizeLessThan(20_000);
        for (int x : new int[] {8, 128, 247}) {
            assertThat(green(square, x, 128)).as("at %s", x).isTrue();
        }
    }

    @Test
    void keepsNothingThatTheFileSaidBesides() throws IOException {
        byte[] file = withNote(picture(100, 100), 1, "51.5007 N, 0.1246 W");

        byte[] portrait = PortraitMaker.portrait(file);

        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("51.5007 N");
        assertThat(new String(portrait, StandardCharsets.ISO_8859_1))
                .doesNotContain("51.5007 N")
                .doesNotContain("Exif");
    }

    @Test
    void setsAPhotoUprightThatLiesOnItsSide() throws IOException {
        BufferedImage lying = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        paint(lying, Color.GREEN, 0, 100);

        BufferedImage plain = ImageIO.read(new ByteArrayInputStream(PortraitMaker.portrait(withNote(lying, 1, ""))));
        BufferedImage turned = ImageIO.read(new ByteArrayInputStream(PortraitMaker.portrait(withNote(lying, 6, ""))));

        assertThat(green(plain, 30, 220)).isTrue();
        assertThat(green(plain, 220, 30)).isFalse();
        // a quarter to the right: what was left is above
        assertThat(green(turned, 220, 30)).isTrue();
        assertThat(green(turned, 30, 220)).isFalse();
    }

    @Test
    void readsTheSizeBeforeThePixels() throws IOException {
        assertThat(refusal(sized(file(picture(40, 40), "png"), 60_000, 60_000))).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(refusal(sized(file(picture(40, 40), "png"), Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        byte[] jpeg = file(picture(400, 400), "jpeg");

        assertThat(refusal(new byte[0])).isEqualTo(Reason.FORMAT_UNKNOWN);
        assertThat(refusal("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.FORMAT_UNKNOWN);
        assertThat(refusal(file(picture(40, 40), "gif"))).isEqualTo(Reason.FORMAT_UNKNOWN);
        assertThat(refusal(Arrays.copyOf(jpeg, 100))).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(file(picture(20, 400), "png"))).isEqualTo(Reason.TOO_SMALL);
        assertThat(refusal(Base64.getDecoder().decode(TINY_WEBP))).isEqualTo(Reason.TOO_SMALL);
    }

    private static Reason refusal(byte[] file) {
        Reason[] why = new Reason[1];
        assertThatThrownBy(() -> PortraitMaker.portrait(file))
                .asInstanceOf(type(PhotoRefusedException.class))
                .satisfies(refused -> why[0] = refused.reason());
        return why[0];
    }

    private static boolean green(BufferedImage picture, int x, int y) {
        Color colour = new Color(picture.getRGB(x, y));
        return colour.getGreen() > 150 && colour.getRed() < 100;
    }

    private static void paint(BufferedImage picture, Color colour, int x, int width) {
        Graphics2D pencil = picture.createGraphics();
        pencil.setColor(colour);
        pencil.fillRect(x, 0, width, picture.getHeight());
        pencil.dispose();
    }

    private static BufferedImage picture(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return file.toByteArray();
    }

    /** A PNG whose head says another size. */
    private static byte[] sized(byte[] png, int width, int height) {
        ByteBuffer file = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        return file.putInt(29, (int) sum.getValue()).array();
    }

    /** A JPEG with an Exif note: how it was held, and a comment behind that. */
    private static byte[] withNote(BufferedImage picture, int orientation, String comment) throws IOException {
        byte[] jpeg = file(picture, "jpeg");
        byte[] text = comment.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(26 + text.length)
                .put("MM\0*\0\0\0\10".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 1)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(text);
        byte[] note = tiff.array();
        return ByteBuffer.allocate(jpeg.length + note.length + 10)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (note.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(note)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
