package dev.lintel.ui.guest;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.PassSheet;
import dev.lintel.ui.i18n.Messages;
import org.springframework.stereotype.Component;

/** Prints guest passes with the words of the bundles. */
@Component
record GuestSheet(Messages messages) implements PassSheet {
    @Override
    public byte[] pdf(GuestPass pass, Project project, String link) {
        return new GuestPdf(messages, project, pass).bytes(link);
    }
}
