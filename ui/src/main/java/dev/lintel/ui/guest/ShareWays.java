package dev.lintel.ui.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.TextedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wallet.WalletPasses;

/** The ways to the phone of a visitor that have to be set up. */
@org.springframework.stereotype.Component
record ShareWays(WalletPasses wallets, TextedPasses texted) {
    Component of(Actor actor, GuestPass pass) {
        Div ways = new Div(new WalletWays(wallets, actor, pass));
        ways.addClassName("share-more");
        if (texted.goOut()) {
            ways.add(new SmsWay(texted, actor, pass));
        }
        return ways;
    }
}
