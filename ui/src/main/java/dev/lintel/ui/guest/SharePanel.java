package dev.lintel.ui.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.SharedPasses;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.CopyField;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;

/** How a pass comes to its visitor: a picture, a link, a mail, a sheet of paper. */
final class SharePanel extends Section {
    private static final long serialVersionUID = 1L;

    /** Phones offer their own ways to share; where there are none, the button is not there. */
    private static final String OFFER = "if (navigator.share && window.isSecureContext) { this.hidden = false; }";

    private static final String SHARE = "navigator.share({title: $0, url: $1}).catch(() => {});";

    private final transient SharedPasses shared;
    private final transient Actor actor;
    private final transient GuestPass pass;
    private final EmailField email = new EmailField(getTranslation("guest.email"));

    SharePanel(SharedPasses shared, Actor actor, GuestPass pass, GuestPdf pdf, Component more) {
        this.shared = shared;
        this.actor = actor;
        this.pass = pass;
        addClassName("share-panel");
        String link = link();
        Div side = new Div();
        side.addClassName("share-ways");
        side.add(new CopyField(getTranslation("guest.link"), link));
        if (pass.type() == IdentifierType.ACCESS_CODE) {
            side.add(new CopyField(getTranslation("guest.code"), pass.facts().value()));
        }
        side.add(files(link, pdf), more, mail(), new Paragraph(getTranslation("guest.shareText")));
        Div panel = new Div();
        panel.addClassName("share");
        picture().ifPresent(panel::add);
        panel.add(side);
        add(new H2(getTranslation("guest.share")), panel);
    }

    /** As the server calls itself; while it does not know, as this browser has reached it. */
    private String link() {
        URI known = shared.link(actor, pass.project(), pass.id());
        if (known != null) {
            return known.toString();
        }
        String path = "/g/" + shared.secret(actor, pass.project(), pass.id());
        return VaadinServletRequest.getCurrent() == null
                ? path
                : URI.create(VaadinServletRequest.getCurrent().getRequestURL().toString())
                        .resolve(path)
                        .toString();
    }

    private Optional<Image> picture() {
        return shared.qr(actor, pass.project(), pass.id()).map(png -> {
            Image image = new Image(
                    "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                    getTranslation("guest.type.QR"));
            image.addClassName("share-qr");
            return image;
        });
    }

    private Div files(String link, GuestPdf pdf) {
        Div files = new Div();
        files.addClassName("share-files");
        Button share = new Button(getTranslation("guest.shareButton"), VaadinIcon.SHARE.create());
        share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        share.getElement().setAttribute("hidden", true);
        share.getElement().executeJs(OFFER);
        // on the phone itself: sharing must follow the touch at once
        share.getElement()
                .executeJs(
                        "this.addEventListener('click', () => { " + SHARE + " })", getTranslation("guest.pass"), link);
        files.add(share);
        shared.qr(actor, pass.project(), pass.id())
                .ifPresent(png -> files.add(download("guest.qrFile", "guest-pass.png", QrPicture.MEDIA_TYPE, png)));
        files.add(download("guest.pdf", "guest-pass.pdf", "application/pdf", pdf.bytes(link)));
        Anchor page = new Anchor(link, getTranslation("guest.openPage"), AnchorTarget.BLANK);
        page.addClassName("button-link");
        files.add(page);
        return files;
    }

    private Anchor download(String key, String name, String type, byte[] content) {
        Anchor anchor = new Anchor(
                DownloadHandler.fromInputStream(
                        event -> new DownloadResponse(new ByteArrayInputStream(content), name, type, content.length)),
                getTranslation(key));
        anchor.getElement().setAttribute("download", name);
        anchor.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        anchor.addClassName("button-link");
        return anchor;
    }

    private Div mail() {
        email.setValue(pass.email());
        email.setManualValidation(true);
        Button send = new Button(getTranslation("guest.send"), VaadinIcon.ENVELOPE_O.create(), click -> send());
        email.setValueChangeMode(ValueChangeMode.EAGER);
        send.addClickShortcut(Key.ENTER).listenOn(email);
        Div mail = new Div(email, send);
        mail.addClassName("share-mail");
        return mail;
    }

    private void send() {
        email.setInvalid(false);
        try {
            shared.send(actor, pass.project(), pass.id(), email.getValue());
            Notification.show(getTranslation("guest.sent", email.getValue()));
        } catch (GuestPassRefusedException refused) {
            email.setErrorMessage(GuestRefusals.sentence(refused.problems().getFirst()));
            email.setInvalid(true);
        }
    }
}
