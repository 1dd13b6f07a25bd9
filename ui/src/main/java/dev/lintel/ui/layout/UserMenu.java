package dev.lintel.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.ColourScheme;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.ui.component.Appearance;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.user.ChangePasswordView;
import dev.lintel.ui.user.ProfileView;

/** What belongs to the person who is logged in. */
final class UserMenu extends MenuBar {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final transient PersonalPage page;

    UserMenu(Actor actor, PersonalPage page, AuthenticationContext authentication) {
        this.actor = actor;
        this.page = page;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        addClassName("user-menu");
        Span name = new Span(VaadinIcon.USER.create(), new Span(actor.name()));
        name.addClassName("user-name");
        MenuItem root = addItem(name);
        root.setAriaLabel(getTranslation("user.menuOf", actor.name()));
        SubMenu menu = root.getSubMenu();
        menu.addItem(getTranslation("me.title"), click -> ui().navigate(ProfileView.class));
        languages(menu.addItem(getTranslation("language")).getSubMenu());
        appearances(menu.addItem(getTranslation("appearance")).getSubMenu());
        menu.addItem(getTranslation("password.title"), click -> ui().navigate(ChangePasswordView.class));
        menu.addSeparator();
        menu.addItem(getTranslation("user.logOut"), click -> authentication.logout());
    }

    private void languages(SubMenu menu) {
        for (Language language : Language.values()) {
            MenuItem item = menu.addItem(language.ownName(), click -> {
                page.prefer(actor, page.preferences(actor).withLanguage(language.locale()));
                ui().getPage().reload();
            });
            item.setCheckable(true);
            item.setChecked(language == Language.nearest(getLocale()));
        }
    }

    private void appearances(SubMenu menu) {
        ColourScheme current = page.preferences(actor).appearance();
        for (ColourScheme scheme : ColourScheme.values()) {
            MenuItem item = menu.addItem(getTranslation(Messages.keyOf(scheme)), click -> {
                page.prefer(actor, page.preferences(actor).withAppearance(scheme));
                Preferred.remember(ui(), page.preferences(actor));
                Appearance.choose(ui(), scheme);
                menu.getItems().forEach(other -> other.setChecked(other == click.getSource()));
            });
            item.setCheckable(true);
            item.setChecked(scheme == current);
        }
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
