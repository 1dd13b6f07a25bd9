package dev.lintel.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.lintel.domain.user.Accounts;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.user.ChangePasswordView;

/** What belongs to the person who is logged in. */
final class UserMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    UserMenu(String login, Accounts accounts, AuthenticationContext authentication) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        addClassName("user-menu");
        Span name = new Span(VaadinIcon.USER.create(), new Span(login));
        name.addClassName("user-name");
        MenuItem root = addItem(name);
        root.setAriaLabel(getTranslation("user.menuOf", login));
        SubMenu menu = root.getSubMenu();
        languages(menu.addItem(getTranslation("language")).getSubMenu(), login, accounts);
        appearances(menu.addItem(getTranslation("appearance")).getSubMenu());
        menu.addItem(getTranslation("password.title"), click -> ui().navigate(ChangePasswordView.class));
        menu.addSeparator();
        menu.addItem(getTranslation("user.logOut"), click -> authentication.logout());
    }

    private void languages(SubMenu menu, String login, Accounts accounts) {
        for (Language language : Language.values()) {
            MenuItem item = menu.addItem(language.ownName(), click -> {
                accounts.changeLocale(login, language.locale());
                ui().getPage().reload();
            });
            item.setCheckable(true);
            item.setChecked(language == Language.nearest(getLocale()));
        }
    }

    private void appearances(SubMenu menu) {
        Appearance current = Appearance.current();
        for (Appearance appearance : Appearance.values()) {
            MenuItem item = menu.addItem(getTranslation(Messages.keyOf(appearance)), click -> {
                appearance.choose(ui());
                menu.getItems().forEach(other -> other.setChecked(other == click.getSource()));
            });
            item.setCheckable(true);
            item.setChecked(appearance == current);
        }
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
