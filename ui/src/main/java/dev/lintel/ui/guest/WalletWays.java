package dev.lintel.ui.guest;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wallet.WalletPasses;
import dev.lintel.domain.wallet.WalletPasses.Missing;
import dev.lintel.domain.wallet.WalletSettings;
import dev.lintel.ui.settings.GeneralView;
import dev.lintel.ui.wallet.WalletView;
import java.io.ByteArrayInputStream;

/** How a pass comes into the wallet of a phone, and what is missing where it cannot. */
final class WalletWays extends Div {
    private static final long serialVersionUID = 1L;

    WalletWays(WalletPasses wallets, Actor actor, GuestPass pass) {
        addClassName("share-files");
        Missing apple = wallets.missingForApple();
        if (apple == Missing.NOTHING) {
            Anchor file = new Anchor(
                    DownloadHandler.fromInputStream(event -> {
                        byte[] content = wallets.apple(actor, pass.project(), pass.id());
                        return new DownloadResponse(
                                new ByteArrayInputStream(content),
                                "guest-pass.pkpass",
                                "application/vnd.apple.pkpass",
                                content.length);
                    }),
                    getTranslation("wallet.applePass"));
            file.addClassName("button-link");
            add(file);
        } else {
            add(missing(actor, apple));
        }
        if (wallets.missingForGoogle() == Missing.NOTHING) {
            Anchor link = new Anchor(
                    wallets.google(actor, pass.project(), pass.id()).toString(),
                    getTranslation("wallet.googleSave"),
                    AnchorTarget.BLANK);
            link.addClassName("button-link");
            add(link);
        }
    }

    /** Who can do something about it is led there. */
    private Paragraph missing(Actor actor, Missing what) {
        Paragraph note = new Paragraph(new Span(getTranslation("wallet.missing." + what.name())));
        note.addClassName("about");
        if (WalletSettings.mayEdit(actor)) {
            note.add(" ");
            note.add(new RouterLink(
                    getTranslation("wallet.toSettings"),
                    what == Missing.ADDRESS ? GeneralView.class : WalletView.class));
        }
        return note;
    }
}
