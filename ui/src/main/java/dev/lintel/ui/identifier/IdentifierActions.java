package dev.lintel.ui.identifier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.identifier.IdentifierChangedException;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.identifier.Withdrawals;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is done for one identifier or several of a project, from their page and from the list; asks before what hurts. */
@Component
class IdentifierActions {
    private final Identifiers identifiers;
    private final Withdrawals withdrawals;
    private final CurrentActor current;

    IdentifierActions(Identifiers identifiers, Withdrawals withdrawals, CurrentActor current) {
        this.identifiers = identifiers;
        this.withdrawals = withdrawals;
        this.current = current;
    }

    void suspend(long project, List<String> ids, Runnable done) {
        attempt(
                done,
                () -> Notification.show(t("identifiers.suspended", withdrawals.suspend(current.get(), project, ids))));
    }

    void resume(long project, List<String> ids, Runnable done) {
        attempt(
                done,
                () -> Notification.show(t("identifiers.resumed", withdrawals.resume(current.get(), project, ids))));
    }

    void revoke(long project, List<String> ids, Runnable done) {
        ask(
                "revoke",
                ids.size(),
                () -> attempt(
                        done,
                        () -> Notification.show(
                                t("identifiers.revoked", withdrawals.revoke(current.get(), project, ids)))));
    }

    void delete(long project, List<String> ids, Runnable done) {
        ask(
                "delete",
                ids.size(),
                () -> attempt(
                        done,
                        () -> Notification.show(
                                t("identifiers.deleted", withdrawals.delete(current.get(), project, ids)))));
    }

    void renew(IssuedIdentifier identifier, Runnable done) {
        ask(
                "renew",
                1,
                () -> attempt(done, () -> {
                    identifiers.renew(current.get(), identifier.project(), identifier.id(), identifier.version());
                    Notification.show(t("identifiers.renewed"));
                }));
    }

    void resetPasses(IssuedIdentifier identifier, Runnable done) {
        attempt(done, () -> {
            identifiers.resetPasses(current.get(), identifier.project(), identifier.id(), identifier.version());
            Notification.show(t("identifiers.passesReset"));
        });
    }

    private static void ask(String action, int count, Runnable then) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(t("identifiers." + action + "Title", count));
        question.setText(t("identifiers." + action + "Text"));
        question.setCancelable(true);
        question.setCancelText(t("action.cancel"));
        question.setConfirmText(t("identifiers." + action));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> then.run());
        question.open();
    }

    private static void attempt(Runnable done, Runnable action) {
        try {
            action.run();
        } catch (IdentifierRefusedException refused) {
            Notification.show(refused.problems().stream().map(Refusals::reason).collect(Collectors.joining("\n")));
        } catch (IdentifierChangedException changed) {
            Notification.show(t("identifier.changedMeanwhile"));
        } catch (NoSuchIdentifierException gone) {
            Notification.show(t("identifiers.gone"));
        }
        done.run();
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
