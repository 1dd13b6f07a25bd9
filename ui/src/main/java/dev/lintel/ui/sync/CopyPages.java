package dev.lintel.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sync.DeviceCopy;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import java.util.function.Function;

/** What the lists of what devices keep have in common, and the ways between them, which stay with the same project and device. */
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

    /** How far copies have come. */
    static <R> ListColumn<R> state(Moments moments, Function<R, DeviceCopy> copyOf) {
        return ListColumn.of("state", row -> state(moments, copyOf.apply(row)));
    }

    private static String state(Moments moments, DeviceCopy copy) {
        Messages messages = moments.messages();
        if (copy.isUnreachable()) {
            return messages.getTranslation("device.copiesOverHttp", moments.locale());
        }
        String state = messages.nameOf(moments.locale(), copy.state());
        return copy.leaving() ? state + ", " + messages.getTranslation("copies.leaving", moments.locale()) : state;
    }

    private static Button way(Component from, String words, VaadinIcon icon, Class<? extends Component> to) {
        return new Button(from.getTranslation(words), icon.create(), click -> from.getUI()
                .ifPresent(ui -> ui.navigate(
                        to,
                        ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER, DEVICE))));
    }
}
