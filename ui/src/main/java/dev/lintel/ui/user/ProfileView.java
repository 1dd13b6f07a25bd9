package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.invitation.EmailChanges;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.user.people.AccessSection;
import dev.lintel.ui.user.people.FamilySection;
import jakarta.annotation.security.PermitAll;

/** Who somebody is, and how they like things shown. */
@Route(value = "me", layout = MainLayout.class)
@PermitAll
public class ProfileView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    ProfileView(
            PersonalPage page,
            EmailChanges changes,
            FamilySection family,
            AccessSection access,
            CurrentActor current,
            Messages messages) {
        Actor actor = current.get();
        UI ui = UI.getCurrentOrThrow();
        addClassName("form-view");
        add(
                new ViewHeader(getTranslation("me.title")),
                new PersonalTabs(ProfileView.class),
                new DetailsForm(page, actor),
                new EmailSection(page, changes, actor, BrowserZone.moments(ui, messages)));
        family.showOwn();
        access.showOwn();
        add(family, access, new PreferencesForm(page, actor, ui, messages));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("me.title") + " · Lintel";
    }
}
