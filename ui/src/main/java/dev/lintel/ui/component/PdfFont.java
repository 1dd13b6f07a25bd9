package dev.lintel.ui.component;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The letters of papers: those of all our languages, which the fonts that every reader has do not know. */
public final class PdfFont {
    private static final String FONT = "liberation/LiberationSans-Regular.ttf";

    private PdfFont() {}

    public static BaseFont letters() {
        try (InputStream file = PdfFont.class.getClassLoader().getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IllegalStateException("the font " + FONT + " is not there");
            }
            return BaseFont.createFont(
                    FONT, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, file.readAllBytes(), null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
