package dev.lintel.ui.wallet;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.sms.SmsSettings;
import dev.lintel.domain.wallet.WalletSettings;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;

/** Who signs guest passes for the wallets of phones. */
@Route(value = WalletView.PATH, layout = MainLayout.class)
@PermitAll
public class WalletView extends Div implements HasDynamicTitle {
    public static final String PATH = "settings/wallets";

    private static final long serialVersionUID = 1L;

    WalletView(WalletSettings wallets, SmsSettings sms, Settings settings, Messages messages, CurrentActor current) {
        Actor actor = current.get();
        addClassNames("form-view", "wallet-view");
        add(
                new ViewHeader(getTranslation("wallet.title")),
                new Paragraph(getTranslation("wallet.about")),
                new AppleForm(wallets, actor, settings.inForce(), messages),
                new GoogleForm(wallets, actor),
                new SmsForm(sms, actor));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("wallet.title") + " · Lintel";
    }
}
