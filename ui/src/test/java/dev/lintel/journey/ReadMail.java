package dev.lintel.journey;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** A mail as somebody reads it: its subject, its plain text, and its pictures. */
record ReadMail(String subject, List<BodyPart> parts) {
    static ReadMail of(MimeMessage message) throws MessagingException, IOException {
        List<BodyPart> parts = new ArrayList<>();
        collect((Multipart) message.getContent(), parts);
        return new ReadMail(message.getSubject(), parts);
    }

    private static void collect(Multipart all, List<BodyPart> parts) throws MessagingException, IOException {
        for (int i = 0; i < all.getCount(); i++) {
            BodyPart part = all.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                collect(inner, parts);
            } else {
                parts.add(part);
            }
        }
    }

    String text() throws MessagingException, IOException {
        return (String) first("text/plain").getContent();
    }

    /** What the QR code in it says to whoever holds a reader before it. */
    String qrCode() throws MessagingException, IOException, ReaderException {
        BufferedImage image = ImageIO.read(first("image/png").getInputStream());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    /** The address in it that leads to this path. */
    String link(String path) throws MessagingException, IOException {
        return find("http://\\S+?" + Pattern.quote(path) + "[\\w-]+");
    }

    /** The confirmation code of an invitation. */
    String code() throws MessagingException, IOException {
        return find("(?m)^\\s*\\d{4} \\d{4}\\s*$").strip();
    }

    private String find(String pattern) throws MessagingException, IOException {
        Matcher found = Pattern.compile(pattern).matcher(text());
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in: " + text());
        }
        return found.group();
    }

    private BodyPart first(String type) throws MessagingException {
        for (BodyPart part : parts) {
            if (part.isMimeType(type)) {
                return part;
            }
        }
        throw new AssertionError("no " + type + " in the mail");
    }
}
