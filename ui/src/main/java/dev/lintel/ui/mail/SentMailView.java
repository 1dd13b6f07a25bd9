package dev.lintel.ui.mail;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;

/** What was sent, and what waits to be. */
@Route(value = SentMailView.PATH, layout = MainLayout.class)
@PermitAll
public class SentMailView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    public static final String PATH = "settings/mail/sent";

    private static final long serialVersionUID = 1L;

    private final transient Mails mails;
    private final transient Actor actor;
    private final Div pages = new Div();
    private final RecordList<MailDelivery> list;

    SentMailView(Mails mails, RecordLists lists, MailColumns columns, CurrentActor current) {
        this.mails = mails;
        this.actor = current.get();
        actor.require(Permission.SETTINGS_VIEW);
        this.list = lists.of(columns.list(PATH, this::tryAgain))
                .nothingYet(new EmptyState(getTranslation("mail.noneTitle"), getTranslation("mail.noneText")));
        addClassName("list-view");
        Button refresh =
                new Button(getTranslation("action.refresh"), VaadinIcon.REFRESH.create(), click -> list.reload());
        refresh.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(new ViewHeader(getTranslation("mail.title"), refresh), pages, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        pages.removeAll();
        pages.add(new MailPages(
                actor,
                SentMailView.class,
                event.getLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
    }

    private void tryAgain(MailDelivery mail) {
        mails.tryAgain(actor, mail.id())
                .ifPresentOrElse(tried -> list.change(mail.id(), before -> tried), () -> list.reload());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.sent") + " · Lintel";
    }
}
