package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.ui.i18n.Language;
import java.util.Locale;

/** Remembers a language chosen at the login page until it is known whose it is. */
public final class ChosenLanguage {
    private static final String ATTRIBUTE = ChosenLanguage.class.getName();

    private ChosenLanguage() {}

    /** Somebody not yet known chose a language. */
    static void choose(UI ui, Language language) {
        ui.getSession().setAttribute(ATTRIBUTE, language);
        show(ui, language);
    }

    /** Speaks the account's language, which is the one just chosen at the login page, if one was. */
    public static void adopt(UI ui, Account account, Accounts accounts) {
        VaadinSession session = ui.getSession();
        if (session.getAttribute(ATTRIBUTE) instanceof Language chosen) {
            session.setAttribute(ATTRIBUTE, null);
            accounts.changeLocale(account.login(), chosen.locale());
            show(ui, chosen);
        } else {
            show(ui, Language.nearest(account.locale()));
        }
    }

    private static void show(UI ui, Language language) {
        Locale locale = language.locale();
        ui.getSession().setLocale(locale);
        ui.setLocale(locale);
        ui.getPage().executeJs("document.documentElement.lang = $0", locale.toLanguageTag());
    }
}
