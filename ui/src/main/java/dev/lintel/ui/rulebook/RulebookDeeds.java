package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.rulebook.NoSuchRulebookException;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RulebookPlan;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.TrialReport;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.rulebook.RulebookParts.Of;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people do with the rules of a project. Each change is in the draft at once; what somebody else did is shown first. */
final class RulebookDeeds {
    private final Component place;
    private final RulebookDesk desk;
    private final Of parts;
    private final Runnable show;

    /** @param show draws the page again, as the desk has it */
    RulebookDeeds(Component place, RulebookDesk desk, Of parts, Runnable show) {
        this.place = place;
        this.desk = desk;
        this.parts = parts;
        this.show = show;
    }

    /** What can be done with one policy. */
    void offer(PolicyCard card, PolicyChange change) {
        Policy policy = change.policy();
        if (change.kind() == PolicyChange.Kind.REMOVED) {
            card.offer(
                    VaadinIcon.ARROW_BACKWARD,
                    text("rulebook.bringBackOf", policy.name()),
                    () -> change(() -> bringBack(policy)));
            return;
        }
        card.offer(VaadinIcon.EDIT, text("rulebook.editOf", policy.name()), () -> edit(policy));
        card.offer(VaadinIcon.COPY_O, text("rulebook.copyOf", policy.name()), () -> copy(policy));
        card.offer(VaadinIcon.TRASH, text("rulebook.deleteOf", policy.name()), () -> delete(policy));
    }

    void write() {
        open("rulebook.add", PolicyDialog.fresh());
    }

    /** Begins with one that many houses want. */
    void writeReadyMade() {
        new ReadyMadeDialog(parts.sentences(), policy -> open("rulebook.add", policy, this::putWithScenarios)).open();
    }

    /** Scenarios whose names are taken stand there already. */
    private List<? extends FieldProblem> putWithScenarios(Policy policy) {
        List<? extends FieldProblem> problems = desk.put(policy);
        if (problems.isEmpty()) {
            desk.scenariosOf(
                            policy,
                            concerned -> text(
                                    concerned ? "rulebook.readyMadeCase" : "rulebook.readyMadeOtherCase",
                                    policy.name()))
                    .forEach(desk::put);
        }
        return problems;
    }

    private void edit(Policy policy) {
        open("rulebook.edit", policy);
    }

    private void copy(Policy policy) {
        String name = text("rulebook.copyName", policy.name());
        String fits = name.codePointCount(0, name.length()) > Policy.LONGEST_NAME ? "" : name;
        open("rulebook.add", policy.as(UUID.randomUUID().toString(), fits));
    }

    private void open(String title, Policy policy) {
        open(title, policy, desk::put);
    }

    private void open(String title, Policy policy, Function<Policy, List<? extends FieldProblem>> put) {
        PolicyDialog dialog = new PolicyDialog(text(title), policy, parts.choices(), parts.sentences(), edited -> {
            try {
                List<? extends FieldProblem> problems = put.apply(edited);
                if (problems.isEmpty()) {
                    show.run();
                }
                return problems;
            } catch (RulebookRefusedException late) {
                // what was typed stays in sight, and can be saved over what the other one did once that was read
                desk.read();
                show.run();
                return late.problems();
            }
        });
        dialog.open();
    }

    private void bringBack(Policy policy) {
        refuse(desk.put(policy));
    }

    private void delete(Policy policy) {
        delete("rulebook.deleteTitle", policy.name(), () -> desk.remove(policy));
    }

    /** Asks before something is taken out of the draft. */
    void delete(String title, String name, Runnable remove) {
        ConfirmDialog question = question(title, "rulebook.deleteText", name);
        question.setConfirmText(text("action.delete"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> change(remove));
        question.open();
    }

    void discard() {
        ConfirmDialog question = question("rulebook.discardTitle", "rulebook.discardText", "");
        question.setConfirmText(text("rulebook.discard"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> change(desk::discard));
        question.open();
    }

    void submit() {
        new SubmitDialog(desk::submit, failure -> {
                    done(failure);
                    if (failure == null) {
                        desk.open().map(RulebookVersion::report).ifPresent(report -> warn(report.trial()));
                    }
                })
                .open();
    }

    /** Whoever submits it hears what the second person would be refused for. */
    private void warn(TrialReport trial) {
        if (trial.failed() > 0) {
            Notification.show(text("rulebook.tests.failed", trial.failed(), trial.tests()));
        }
    }

    void publish() {
        new PublishDialog(desk, parts, failure -> {
                    if (failure == null) {
                        Notification.show(desk.plan().map(this::planned).orElseGet(() -> text("rulebook.published")));
                    }
                    done(failure);
                })
                .open();
    }

    private String planned(RulebookPlan plan) {
        return text("rulebook.planned", plan.number(), parts.moments().when(plan.due(), parts.instant()));
    }

    /** How it stands on the page that a version decides in one group first. */
    PartNote note(RulebookVersion part) {
        PartNote note = new PartNote(part, !part.rules().saysElsewhereAs(desk.rulesInForce()), parts.moments());
        return desk.mayPublish() ? note.offer(() -> spread(part), () -> takeBack(part)) : note;
    }

    private void spread(RulebookVersion part) {
        ConfirmDialog question = question(
                "rulebook.inPart.everywhereTitle", "rulebook.inPart.everywhereText", Integer.toString(part.number()));
        question.setConfirmText(text("rulebook.inPart.everywhere"));
        question.addConfirmListener(confirm -> change(() -> {
            desk.spread();
            Notification.show(text("rulebook.published"));
        }));
        question.open();
    }

    private void takeBack(RulebookVersion part) {
        ConfirmDialog question = question(
                "rulebook.inPart.takeBackTitle", "rulebook.inPart.takeBackText", Integer.toString(part.number()));
        question.setConfirmText(text("rulebook.inPart.takeBack"));
        question.addConfirmListener(confirm -> change(desk::takeBackPart));
        question.open();
    }

    /** How a plan stands on the page. */
    PlanNote note(RulebookPlan plan) {
        return new PlanNote(
                plan,
                parts.groupName(plan.group()),
                parts.moments(),
                parts.instant(),
                desk.mayPublish() ? () -> callOff(plan) : null);
    }

    private void callOff(RulebookPlan plan) {
        change(desk::callOff);
        if (plan.failed() == null) {
            Notification.show(text("rulebook.plan.calledOff"));
        }
    }

    private void done(@Nullable RuntimeException failure) {
        change(() -> {
            if (failure != null) {
                throw failure;
            }
        });
    }

    private void change(Runnable change) {
        try {
            change.run();
        } catch (NoSuchRulebookException gone) {
            changedMeanwhile();
            return;
        } catch (RulebookRefusedException refused) {
            refuse(refused.problems());
            desk.read();
        }
        show.run();
    }

    private void refuse(List<? extends FieldProblem> problems) {
        if (!problems.isEmpty()) {
            Notification.show(problems.stream().map(Refusals::reason).distinct().collect(Collectors.joining(" ")));
        }
    }

    private void changedMeanwhile() {
        Notification.show(text(Messages.keyOf(RulebookRefusedException.Reason.CHANGED)));
        desk.read();
        show.run();
    }

    private ConfirmDialog question(String title, String words, String name) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(text(title, name));
        question.setText(text(words));
        question.setCancelable(true);
        question.setCancelText(text("action.cancel"));
        return question;
    }

    private String text(String key, Object... arguments) {
        return place.getTranslation(key, arguments);
    }
}
