package dev.lintel.ui.guest;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfWriter;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.ui.component.PdfFont;
import dev.lintel.ui.i18n.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A guest pass as a sheet of paper, in the visitor's language: the QR code, and what the visitor has to know. */
record GuestPdf(Messages messages, Project project, GuestPass pass) {
    private static final float MARGIN = 36;
    private static final float QR_SIDE = 220;

    /** @param link to the visitor's page */
    byte[] bytes(String link) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A5, MARGIN, MARGIN, MARGIN, MARGIN)) {
            PdfWriter.getInstance(document, bytes);
            BaseFont letters = PdfFont.letters();
            document.open();
            document.addTitle(project.name());
            line(document, project.name(), new Font(letters, 20));
            if (!pass.visitor().isEmpty()) {
                line(document, t("visitor.for", pass.visitor()), new Font(letters, 12));
            }
            picture(document, letters, link);
            facts(document, new Font(letters, 11));
            line(document, link, new Font(letters, 8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What is shown at the door; for the others the way to the visitor's page. */
    private void picture(Document document, BaseFont letters, String link) throws IOException {
        boolean code = pass.type() == IdentifierType.QR;
        Image picture = Image.getInstance(QrPicture.png(code ? pass.facts().value() : link));
        picture.scaleToFit(QR_SIDE, QR_SIDE);
        picture.setAlignment(Element.ALIGN_CENTER);
        document.add(picture);
        String below =
                switch (pass.type()) {
                    case QR -> t("visitor.qrHelp");
                    case ACCESS_CODE -> t("guest.code") + ": " + pass.facts().value();
                    case LICENCE_PLATE -> t("guest.plate") + ": " + pass.facts().value();
                    default -> t("guest.openPage");
                };
        line(document, below, new Font(letters, code ? 11 : 16));
    }

    private void facts(Document document, Font font) {
        PassWords words = new PassWords(messages, language(), project.timeZone(), pass);
        line(document, t("visitor.from") + ": " + words.from(), font);
        line(document, t("visitor.until") + ": " + words.until(), font);
        line(document, t("visitor.passesLeft") + ": " + words.passesLeft(), font);
        if (!pass.message().isEmpty()) {
            line(document, pass.message(), font);
        }
        line(document, t("visitor.zone", project.timeZone().getId()), font);
    }

    private static void line(Document document, String text, Font font) {
        Paragraph line = new Paragraph(text, font);
        line.setAlignment(Element.ALIGN_CENTER);
        line.setSpacingAfter(font.getSize() / 2);
        document.add(line);
    }

    private Locale language() {
        return pass.language();
    }

    private String t(String key, Object... arguments) {
        return messages.getTranslation(key, language(), arguments);
    }
}
