package dev.lintel.ui.guest;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.PassText;
import dev.lintel.ui.i18n.Messages;
import org.springframework.stereotype.Component;

/** Writes short messages about guest passes with the words of the bundles. */
@Component
record BundledPassText(Messages messages) implements PassText {
    @Override
    public String of(GuestPass pass, Project project, String link) {
        String until = new PassWords(messages, pass.language(), project.timeZone(), pass).until();
        return messages.getTranslation("sms.text", pass.language(), project.name(), until, link);
    }
}
