package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.PersonalPage;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;

/** Who somebody is, and how they like things shown. */
@Route(value = "me", layout = MainLayout.class)
@PermitAll
public class ProfileView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    ProfileView(PersonalPage page, CurrentActor current, Messages messages) {
        Actor actor = current.get();
        UI ui = UI.getCurrentOrThrow();
        addClassName("form-view");
        add(new ViewHeader(getTranslation("me.title")), new PersonalTabs(ProfileView.class));
        // what a project says of its people is kept with them there
        if (actor.membership() == null) {
            add(new DetailsForm(page, actor));
        }
        add(new PreferencesForm(page, actor, ui, messages));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("me.title") + " · Lintel";
    }
}
