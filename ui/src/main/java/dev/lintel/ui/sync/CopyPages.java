package dev.lintel.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.ChosenProject;

/** The ways between the lists of what devices keep; they stay with the same project and device. */
final class CopyPages {
    private static final String DEVICE = "device";

    private CopyPages() {}

    static Component[] toSchedules(Component from, Actor actor) {
        return ScheduleCopiesView.isFor(actor)
                ? new Component[] {way(from, "schedules.title", VaadinIcon.CALENDAR_CLOCK, ScheduleCopiesView.class)}
                : new Component[0];
    }

    static Component[] toIdentifiers(Component from, Actor actor) {
        return CopiesView.isFor(actor)
                ? new Component[] {way(from, "identifiers.title", VaadinIcon.KEY, CopiesView.class)}
                : new Component[0];
    }

    private static Button way(Component from, String words, VaadinIcon icon, Class<? extends Component> to) {
        return new Button(from.getTranslation(words), icon.create(), click -> from.getUI()
                .ifPresent(ui -> ui.navigate(
                        to,
                        ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER, DEVICE))));
    }
}
