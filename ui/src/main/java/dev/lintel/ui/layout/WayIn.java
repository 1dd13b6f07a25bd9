package dev.lintel.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.ui.component.Appearance;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.security.LiveSessions;
import dev.lintel.ui.security.OpenPages;
import dev.lintel.ui.user.ChangePasswordView;
import dev.lintel.ui.user.ChosenLanguage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Greets every new page in the right language and look, and leads a one-time password to its end. */
@Component
class WayIn implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    /** A page that learns of the end of its session by itself goes where one goes that is told. */
    private static final CustomizedSystemMessages WHEN_ENDED = new CustomizedSystemMessages();

    static {
        WHEN_ENDED.setSessionExpiredURL(LiveSessions.ENDED);
    }

    private final transient Accounts accounts;
    private final transient PersonalPage page;
    private final transient AuthenticationContext authentication;
    private final transient CurrentActor current;
    private final OpenPages pages;

    WayIn(
            Accounts accounts,
            PersonalPage page,
            AuthenticationContext authentication,
            CurrentActor current,
            OpenPages pages) {
        this.accounts = accounts;
        this.page = page;
        this.authentication = authentication;
        this.current = current;
        this.pages = pages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(pages);
        event.getSource().setSystemMessagesProvider(asked -> WHEN_ENDED);
        event.getSource().addUIInitListener(init -> begin(init.getUI()));
    }

    private void begin(UI ui) {
        Appearance.show(ui, Appearance.ofTheBrowser());
        AtomicBoolean greeted = new AtomicBoolean(greet(ui));
        ui.addBeforeEnterListener(entering -> {
            // who has just logged in goes on in the page of the login
            if (!greeted.get()) {
                greeted.set(greet(ui));
            }
            leadToNewPassword(entering);
        });
    }

    /** @return whether it is known who is there */
    private boolean greet(UI ui) {
        Optional<Account> account = account();
        account.ifPresent(known -> {
            ChosenLanguage.adopt(ui, known, accounts);
            Preferred.remember(ui, page.preferences(accounts.actor(known)));
            Appearance.show(ui, Preferred.of(ui).appearance());
        });
        return account.isPresent();
    }

    private void leadToNewPassword(BeforeEnterEvent event) {
        if (event.getNavigationTarget() != ChangePasswordView.class
                && account().filter(Account::mustChangePassword).isPresent()) {
            event.forwardTo(ChangePasswordView.class);
        }
    }

    /** By its number: the login can have changed since. */
    private Optional<Account> account() {
        return authentication.isAuthenticated()
                ? Optional.ofNullable(current.get().account()).flatMap(accounts::byId)
                : Optional.empty();
    }
}
