package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.exchange.ListedIdentifier;
import dev.lintel.domain.identifier.exchange.PanelLists;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.i18n.Messages;
import java.util.List;

/** Where a panel is and how one logs in there, to take over what it has. Nothing of it is kept. */
final class PanelForm extends Section {
    private static final long serialVersionUID = 1L;

    private final transient PanelLists panels;
    private final transient Actor actor;
    private final transient Project project;
    private final ImportSteps steps;
    private final TextField address = new TextField(getTranslation("identifierImport.address"));
    private final TextField login = new TextField(getTranslation("identifierImport.login"));
    private final PasswordField password = new PasswordField(getTranslation("identifierImport.password"));

    PanelForm(PanelLists panels, Actor actor, Project project, ImportSteps steps) {
        this.panels = panels;
        this.actor = actor;
        this.project = project;
        this.steps = steps;
        address.setRequiredIndicatorVisible(true);
        address.setHelperText(getTranslation("identifierImport.addressHelp"));
        login.setValue("admin");
        login.setAutocomplete(Autocomplete.OFF);
        password.setAutocomplete(Autocomplete.OFF);
        Button fetch = new Button(getTranslation("identifierImport.fetch"), click -> fetch());
        fetch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        password.addKeyDownListener(Key.ENTER, enter -> fetch());
        add(new Paragraph(getTranslation("identifierImport.panelAbout")), address, login, password, fetch, steps);
    }

    private void fetch() {
        String where = address.getValue();
        String who = login.getValue();
        String secret = password.getValue();
        steps.forget();
        steps.waiting(getTranslation("identifierImport.fetching"));
        steps.inBackground(ui -> {
            try {
                List<ListedIdentifier> listed = panels.fetch(actor, project.id(), where, who, secret);
                ui.access(() -> steps.check(where.strip(), listed));
            } catch (PanelUnavailableException unavailable) {
                ui.access(() -> steps.say(getTranslation(Messages.keyOf(unavailable.problem()))));
            }
        });
    }
}
