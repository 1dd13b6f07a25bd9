package dev.lintel.ui.mail;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.mail.MailRefusedException;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.settings.Settings;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Where mail goes out, and whether that works. */
@Route(value = MailServerView.PATH, layout = MainLayout.class)
@PermitAll
public class MailServerView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    public static final String PATH = "settings/mail";

    private static final long serialVersionUID = 1L;

    private final transient MailSettings settings;
    private final transient Actor actor;
    private final MailServerForm form;
    private final Button remove = new Button(getTranslation("mail.remove"), click -> askToRemove());
    private final Paragraph nothingSet = new Paragraph(getTranslation("mail.nothingSet"));
    private int version;

    MailServerView(MailSettings settings, Settings server, CurrentActor current) {
        this.settings = settings;
        this.actor = current.get();
        boolean mayEdit = actor.may(Permission.SETTINGS_EDIT);
        form = new MailServerForm(server.inForce().name(), mayEdit);
        nothingSet.addClassName("note");
        addClassNames("form-view", "mail-server");
        show(settings.view(actor));
        if (mayEdit) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            Div actions = new Div(save, remove);
            actions.addClassName("row-actions");
            form.add(actions);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        add(
                new ViewHeader(getTranslation("mail.title")),
                new MailPages(
                        actor,
                        MailServerView.class,
                        event.getLocation().getQueryParameters().including(ChosenProject.PARAMETER)),
                nothingSet,
                form);
        if (actor.may(Permission.SETTINGS_EDIT)) {
            add(new TestMail(settings, actor, form));
        }
    }

    private void show(Optional<MailSettings.Current> current) {
        current.ifPresent(form::show);
        version = current.map(MailSettings.Current::version).orElse(0);
        remove.setVisible(current.isPresent());
        nothingSet.setVisible(current.isEmpty());
    }

    private void save() {
        form.refusals().clear();
        try {
            show(Optional.of(settings.change(actor, form.server(), form.password(), version)));
            Notification.show(getTranslation("settings.saved"));
        } catch (MailRefusedException refused) {
            form.refusals().refuse(refused.problems());
        }
    }

    private void askToRemove() {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("mail.removeTitle"));
        question.setText(getTranslation("mail.removeText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("mail.remove"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> {
            settings.remove(actor);
            show(Optional.empty());
        });
        question.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.title") + " · Lintel";
    }
}
