package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.permission.CurrentActor;
import java.util.List;
import org.springframework.stereotype.Component;

/** What ends guest passes, from their page and from the list; asks before. */
@Component
class GuestActions {
    private final GuestPasses passes;
    private final CurrentActor current;

    GuestActions(GuestPasses passes, CurrentActor current) {
        this.passes = passes;
        this.current = current;
    }

    void revoke(long project, List<String> ids, Runnable done) {
        ask("revoke", ids, () -> attempt(done, () -> say("guest.revoked", passes.revoke(current.get(), project, ids))));
    }

    void delete(long project, List<String> ids, Runnable done) {
        ask("delete", ids, () -> attempt(done, () -> say("guest.deleted", passes.delete(current.get(), project, ids))));
    }

    private static void ask(String action, List<String> ids, Runnable then) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(t("guest." + action + "Title", ids.size()));
        question.setText(t("guest." + action + "Text"));
        question.setCancelable(true);
        question.setCancelText(t("action.cancel"));
        question.setConfirmText(t("guest." + action));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> then.run());
        question.open();
    }

    private static void attempt(Runnable done, Runnable action) {
        try {
            action.run();
        } catch (NoSuchGuestPassException gone) {
            say("guest.gone");
        }
        done.run();
    }

    private static void say(String key, Object... arguments) {
        Notification.show(t(key, arguments));
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
