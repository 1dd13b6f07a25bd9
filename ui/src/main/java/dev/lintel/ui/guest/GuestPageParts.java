package dev.lintel.ui.guest;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.SharedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.RestrictionChoices;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Makes the parts of the page of a pass. */
@Component
record GuestPageParts(
        GuestPasses passes,
        SharedPasses shared,
        RestrictionChoices restrictions,
        GuestActions actions,
        ShareWays ways,
        Messages messages) {
    SharePanel share(Actor actor, GuestPass pass, Project project) {
        return new SharePanel(shared, actor, pass, new GuestPdf(messages, project, pass), ways.of(actor, pass));
    }

    /** Asks how much longer, and how much more often. */
    void extend(Actor actor, GuestPass pass, Project project, Consumer<GuestPass> done, Runnable changed) {
        new ExtendDialog(passes, messages, actor, pass, project.timeZone(), done, changed).open();
    }

    /** Names of what the pass opens. */
    List<String> opens(GuestPass pass) {
        return restrictions.names(pass.project(), pass.identifier().restrictions());
    }
}
