package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.CloseButton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes and shares a guest pass over whatever page is open, for those who let people in all day. */
@Component
public final class GrantAccess {
    private final Projects projects;
    private final ObjectProvider<GuestForm> forms;
    private final GuestPageParts parts;

    GrantAccess(Projects projects, ObjectProvider<GuestForm> forms, GuestPageParts parts) {
        this.projects = projects;
        this.forms = forms;
        this.parts = parts;
    }

    /** @param chosen where it is to be good; null lets people choose when there is a choice */
    public void open(Actor actor, @Nullable Long chosen) {
        List<Project> all = projects.list(actor);
        Project where = all.size() == 1
                ? all.getFirst()
                : all.stream()
                        .filter(project -> chosen != null && project.id() == chosen)
                        .findFirst()
                        .orElse(null);
        Dialog dialog = new Dialog();
        dialog.addClassNames("grant-dialog", "guest-view");
        // what is half typed is not lost to a slip of the hand
        dialog.setCloseOnOutsideClick(false);
        dialog.getHeader().add(new CloseButton(dialog::close));
        ask(dialog, actor, all, where);
        dialog.open();
    }

    private void ask(Dialog dialog, Actor actor, List<Project> all, @Nullable Project where) {
        dialog.setHeaderTitle(t("guest.new"));
        dialog.removeAll();
        dialog.getFooter().removeAll();
        Div place = new Div();
        if (all.size() > 1) {
            Select<Project> select = new Select<>();
            select.setLabel(t("project.switch"));
            select.setItems(all);
            select.setItemLabelGenerator(Project::name);
            select.setValue(where);
            select.addValueChangeListener(change -> fill(place, dialog, actor, all, change.getValue()));
            dialog.add(select);
        }
        dialog.add(place);
        if (where != null) {
            fill(place, dialog, actor, all, where);
        }
    }

    private void fill(Div place, Dialog dialog, Actor actor, List<Project> all, Project where) {
        GuestForm form = forms.getObject();
        form.show(where, pass -> share(dialog, actor, all, where, pass));
        place.removeAll();
        place.add(form);
    }

    private void share(Dialog dialog, Actor actor, List<Project> all, Project where, GuestPass pass) {
        dialog.setHeaderTitle(t("guest.isMade"));
        dialog.removeAll();
        dialog.add(parts.share(actor, pass, where));
        Anchor page = new Anchor(GuestPaths.pass(pass.project(), pass.id()), t("guest.toPage"));
        page.addClassName("button-link");
        Button another = new Button(t("guest.another"), click -> ask(dialog, actor, all, where));
        Button done = new Button(t("action.close"), click -> dialog.close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(page, another, done);
        done.focus();
    }

    private static String t(String key) {
        return UI.getCurrentOrThrow().getTranslation(key);
    }
}
