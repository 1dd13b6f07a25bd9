package dev.lintel.ui.schedule;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.edit.ScheduleChangedException;
import dev.lintel.domain.schedule.edit.ScheduleDraft;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException;
import dev.lintel.domain.schedule.edit.Schedules;
import dev.lintel.domain.schedule.edit.StoredSchedule;
import dev.lintel.ui.component.ComparisonDialog;
import dev.lintel.ui.i18n.Messages;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds and edits one schedule, and shows at each change what it comes to. */
final class ScheduleEditor extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Schedules schedules;
    private final transient Actor actor;
    private final transient Project project;
    private final transient ScheduleSentence sentences;
    private final transient Runnable saved;
    private final ScheduleForm form;
    private final PreviewPanel preview;
    private transient @Nullable StoredSchedule before;
    private transient Optional<ScheduleDraft> shown = Optional.empty();

    ScheduleEditor(
            Schedules schedules, Messages messages, Actor actor, Project project, LocalDate today, Runnable saved) {
        this.schedules = schedules;
        this.actor = actor;
        this.project = project;
        this.saved = saved;
        this.sentences = new ScheduleSentence(messages, getLocale());
        this.form = new ScheduleForm(project, this::tryOut);
        this.preview = new PreviewPanel(messages, today, this::tryOut);
        addClassName("schedule-editor");
        Div left = new Div(form, form.refusals());
        left.addClassName("schedule-fields");
        add(left, preview);
    }

    void begin(LocalDate today) {
        form.begin(today);
        offerToSave();
        settle();
    }

    void show(StoredSchedule schedule) {
        before = schedule;
        form.show(ScheduleDraft.of(schedule.schedule()));
        if (actor.may(Permission.SCHEDULE_EDIT)) {
            offerToSave();
        } else {
            form.readOnly();
        }
        settle();
    }

    /** Whether there is something that would be lost. */
    boolean isChanged() {
        return !form.draft().equals(shown);
    }

    private void settle() {
        shown = form.draft();
        tryOut();
    }

    private void offerToSave() {
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(save);
        buttons.addClassName("form-buttons");
        form.getParent().ifPresent(left -> ((Div) left).add(buttons));
    }

    private void tryOut() {
        Optional<ScheduleDraft> draft = form.draft();
        draft.ifPresentOrElse(this::tryOut, preview::stale);
    }

    private void tryOut(ScheduleDraft draft) {
        try {
            var open = schedules.preview(actor, project.id(), draft, preview.year());
            preview.show(sentences.of(draft.as("")), open);
        } catch (ScheduleRefusedException refused) {
            form.refusals().show(refused.problems());
            preview.stale();
        }
    }

    private void save() {
        form.draft().ifPresent(draft -> save(draft, before == null ? 0 : before.version()));
    }

    private void save(ScheduleDraft draft, long version) {
        StoredSchedule old = before;
        try {
            StoredSchedule stored = old == null
                    ? schedules.create(actor, project.id(), draft)
                    : schedules.edit(actor, project.id(), old.id(), version, draft);
            shown = Optional.of(draft);
            Notification.show(getTranslation("schedule.saved", stored.name()));
            saved.run();
        } catch (ScheduleRefusedException refused) {
            form.refusals().refuse(refused.problems());
        } catch (ScheduleChangedException changed) {
            ask(draft, changed.theirs());
        }
    }

    /** Somebody else was quicker. When it is open is one thing, said in a sentence: half of two patterns would be a third. */
    private void ask(ScheduleDraft mine, StoredSchedule theirs) {
        ScheduleDraft base = ScheduleDraft.of(Objects.requireNonNull(before).schedule());
        new ComparisonDialog<>(base, mine, ScheduleDraft.of(theirs.schedule()))
                .field("schedules.name", ScheduleDraft::name, name -> name)
                .field("schedules.description", ScheduleDraft::description, text -> text)
                .field("schedule.when", ScheduleEditor::pattern, pattern -> sentences.of(pattern.as("")))
                .ask(ScheduleEditor::merged, merged -> {
                    before = theirs;
                    form.show(merged);
                    tryOut();
                    save(merged, theirs.version());
                });
    }

    /** What of it is not its name. */
    private static ScheduleDraft pattern(ScheduleDraft of) {
        return new ScheduleDraft("", "", of.start(), of.end(), of.allDay(), of.rrule(), of.timeZone(), of.holidays());
    }

    private static ScheduleDraft merged(ComparisonDialog.Chosen<ScheduleDraft> chosen) {
        ScheduleDraft when = chosen.of("schedule.when");
        return new ScheduleDraft(
                chosen.of("schedules.name").name(),
                chosen.of("schedules.description").description(),
                when.start(),
                when.end(),
                when.allDay(),
                when.rrule(),
                when.timeZone(),
                when.holidays());
    }
}
