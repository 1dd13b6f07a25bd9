package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.identifier.IdentifierPictures;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.user.people.UserView;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What belongs to an identifier beside the form: its QR code, what is known of it, and what other features say. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class IdentifierSide extends Div {
    private static final long serialVersionUID = 1L;

    private final transient IdentifierPictures pictures;
    private final transient List<IdentifierSection> sections;
    private final transient Actor actor;
    private final transient Moments moments;
    private final Div picture = new Div();

    IdentifierSide(
            IdentifierPictures pictures, List<IdentifierSection> sections, Messages messages, CurrentActor current) {
        this.pictures = pictures;
        this.sections = List.copyOf(sections);
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("person-side");
    }

    /** The QR code, which people come here for first. */
    Component picture() {
        return picture;
    }

    void show(IssuedIdentifier identifier, boolean valueShown) {
        removeAll();
        picture.removeAll();
        if (valueShown && identifier.identifier().type() == IdentifierType.QR) {
            picture.add(qr(identifier));
        }
        add(known(identifier));
        sections.forEach(section -> section.section(actor, identifier).ifPresent(this::add));
    }

    private Section qr(IssuedIdentifier identifier) {
        long project = identifier.project();
        String id = identifier.id();
        DownloadHandler shown =
                DownloadHandler.fromInputStream(event -> png(project, id)).inline();
        Image image = new Image(shown, getTranslation("identifier.qr"));
        image.addClassName("qr-code");
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(event -> png(project, id)),
                AttachmentType.DOWNLOAD,
                getTranslation("identifier.qrDownload"));
        Section section = new Section(new H2(getTranslation("identifier.qr")), image, download);
        section.addClassName("qr-section");
        return section;
    }

    private DownloadResponse png(long project, String id) {
        return pictures.qr(actor, project, id)
                .map(png -> new DownloadResponse(
                        new ByteArrayInputStream(png), "qr-code.png", QrPicture.MEDIA_TYPE, png.length))
                .orElseGet(() -> DownloadResponse.error(404));
    }

    private Section known(IssuedIdentifier of) {
        Facts facts = new Facts();
        facts.fact(
                "identifier.owner",
                new Anchor(UserView.path(of.project(), of.identifier().user()), of.owner()));
        Integer most = of.identifier().maxPasses();
        if (most != null) {
            facts.fact(
                    "identifiers.passes",
                    getTranslation("identifier.passesOf", of.identifier().passesUsed(), most));
        }
        facts.fact(
                "identifiers.used",
                of.lastUsed() == null ? getTranslation("identifier.never") : moments.inList(of.lastUsed()));
        facts.fact("identifiers.created", moments.inList(of.created()));
        return new Section(new H2(getTranslation("identifier.known")), facts);
    }
}
