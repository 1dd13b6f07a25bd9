package dev.lintel.ui.user.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.invitation.RecoveryHelp;
import dev.lintel.domain.user.people.DeletionSummary;
import dev.lintel.domain.user.people.Deletions;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.Suspensions;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is done for one user or several of a project, from their page and from the list; asks before what hurts. */
@Component
class PersonActions {
    private static final int MOST_NAMES = 10;

    private final Invitations invitations;
    private final RecoveryHelp recovery;
    private final Suspensions suspensions;
    private final Deletions deletions;
    private final CurrentActor current;

    PersonActions(
            Invitations invitations,
            RecoveryHelp recovery,
            Suspensions suspensions,
            Deletions deletions,
            CurrentActor current) {
        this.invitations = invitations;
        this.recovery = recovery;
        this.suspensions = suspensions;
        this.deletions = deletions;
        this.current = current;
    }

    void invite(long project, List<String> ids, Runnable done) {
        attempt(done, () -> {
            Invitations.Outcome outcome = invitations.sendAll(current.get(), project, ids);
            Notification.show(Stream.concat(
                            Stream.of(t("people.invited", outcome.invited())),
                            outcome.left().stream().limit(MOST_NAMES).map(PersonActions::said))
                    .collect(Collectors.joining("\n")));
        });
    }

    /** The address tells the administrator whom to ask whether the mail has come. */
    void sendRecovery(long project, String id, Runnable done) {
        attempt(done, () -> Notification.show(t("people.recoverySent", recovery.send(current.get(), project, id))));
    }

    void suspend(long project, List<String> ids, Runnable done) {
        ask(
                "suspend",
                t("people.suspendTitle", ids.size()),
                List.of(t("people.suspendText")),
                () -> attempt(
                        done,
                        () -> Notification.show(
                                t("people.suspended", suspensions.suspend(current.get(), project, ids)))));
    }

    void reinstate(long project, List<String> ids, Runnable done) {
        attempt(
                done,
                () -> Notification.show(t("people.reinstated", suspensions.reinstate(current.get(), project, ids))));
    }

    void endSessions(long project, List<String> ids, Runnable done) {
        attempt(done, () -> {
            suspensions.logOut(current.get(), project, ids);
            Notification.show(t("people.loggedOut"));
        });
    }

    void delete(long project, List<String> ids, Runnable done) {
        Actor actor = current.get();
        attempt(() -> {}, () -> {
            DeletionSummary summary = deletions.summary(actor, project, ids);
            new DeletionDialog(
                            summary,
                            texts(summary),
                            () -> attempt(done, () -> deleted(deletions.delete(actor, project, ids))),
                            () -> attempt(done, () -> deleted(deletions.erase(actor, project, ids))))
                    .open();
        });
    }

    private static void deleted(DeletionSummary summary) {
        Notification.show(
                t("people.deleted", summary.people().size() + summary.family().size()));
    }

    private static List<String> texts(DeletionSummary summary) {
        return Stream.of(
                        names(summary.people()),
                        summary.family().isEmpty() ? null : t("people.deleteFamily", names(summary.family())),
                        t(
                                "people.deleteIdentifiers",
                                summary.identifiers(),
                                summary.guestIdentifiers(),
                                summary.accounts()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String names(List<String> people) {
        String first = people.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return people.size() > MOST_NAMES ? t("people.andMore", first, people.size() - MOST_NAMES) : first;
    }

    private static void ask(String action, String title, List<String> texts, Runnable then) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(title);
        Div text = new Div();
        texts.forEach(line -> text.add(new Paragraph(line)));
        text.addClassName("question");
        question.setText(text);
        question.setCancelable(true);
        question.setCancelText(t("action.cancel"));
        question.setConfirmText(t("people." + action));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> then.run());
        question.open();
    }

    private static void attempt(Runnable done, Runnable action) {
        try {
            action.run();
            done.run();
        } catch (UserRefusedException refused) {
            Notification.show(
                    refused.problems().stream().map(PersonActions::said).collect(Collectors.joining("\n")));
        } catch (NoSuchUserException gone) {
            Notification.show(t("people.gone"));
            done.run();
        }
    }

    private static String said(Invitations.Left left) {
        return left.name() + ": " + Refusals.reason(left.why());
    }

    private static String said(FieldProblem problem) {
        String why = Refusals.reason(problem);
        return problem.value().isEmpty() ? why : problem.value() + ": " + why;
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
