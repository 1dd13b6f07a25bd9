package dev.lintel.ui.mail;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.mail.InlineImage;
import dev.lintel.domain.mail.MailTemplates;
import java.util.Base64;

/** A mail with sample values, shut in a frame that lets nothing out: no scripts, no forms, no links, no cookies. */
final class MailPreview extends Div {
    private static final long serialVersionUID = 1L;

    private final Span subject = new Span();
    private final IFrame frame = new IFrame();

    MailPreview() {
        addClassName("mail-preview");
        subject.addClassName("preview-subject");
        frame.setSandbox();
        frame.getElement().setAttribute("title", getTranslation("mail.preview"));
        add(new H2(getTranslation("mail.preview")), subject, frame);
    }

    void show(MailTemplates.Preview preview) {
        subject.setText(preview.mail().subject());
        String html = preview.mail().html();
        for (InlineImage image : preview.images()) {
            html = html.replace("\"cid:" + image.name() + "\"", "\"" + inside(image) + "\"");
        }
        frame.setSrcdoc(html);
    }

    /** A browser does not know what travels in a mail. */
    private static String inside(InlineImage image) {
        return "data:" + image.mediaType() + ";base64," + Base64.getEncoder().encodeToString(image.bytes());
    }
}
