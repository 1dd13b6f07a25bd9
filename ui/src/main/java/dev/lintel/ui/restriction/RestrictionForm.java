package dev.lintel.ui.restriction;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.access.AccessImpact;
import dev.lintel.domain.access.AccessImpact.Impact;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.restriction.RestrictionChangedException;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.RestrictionRefusedException;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.domain.restriction.StoredRestriction;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Makes and edits one restriction. Before anything is stored it says who would gain and who would lose what. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class RestrictionForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final RestrictionDraft EMPTY = new RestrictionDraft("", "", false, List.of(), List.of(), List.of());

    private final transient Restrictions restrictions;
    private final transient AccessImpact impact;
    private final transient RestrictionFieldsMaker maker;
    private final transient Actor actor;
    private final Div buttons = new Div();
    private transient @Nullable RestrictionFields fields;
    private transient @Nullable StoredRestriction before;
    private transient RestrictionDraft shown = EMPTY;
    private transient Consumer<StoredRestriction> saved = restriction -> {};
    private long project;

    RestrictionForm(
            Restrictions restrictions, AccessImpact impact, RestrictionFieldsMaker maker, CurrentActor current) {
        this.restrictions = restrictions;
        this.impact = impact;
        this.maker = maker;
        this.actor = current.get();
        addClassName("restriction-form");
        buttons.addClassName("form-buttons");
    }

    void showNew(long where, Consumer<StoredRestriction> after) {
        project = where;
        before = null;
        saved = after;
        lay(EMPTY).focus();
    }

    void show(StoredRestriction restriction, boolean editable, Consumer<StoredRestriction> after) {
        project = restriction.project();
        before = restriction;
        saved = after;
        RestrictionFields fresh = lay(restriction.draft());
        if (!editable) {
            fresh.readOnly();
            buttons.setVisible(false);
        }
    }

    /** Whether there is something that would be lost. */
    boolean isChanged() {
        return fields != null && !shown.equals(fields.draft());
    }

    private RestrictionFields lay(RestrictionDraft draft) {
        RestrictionFields fresh = maker.make(actor, project);
        fresh.show(draft);
        fields = fresh;
        shown = fresh.draft();
        removeAll();
        fresh.sections().forEach(this::add);
        Button save = new Button(getTranslation("action.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        buttons.removeAll();
        buttons.add(save);
        add(fresh.refusals(), buttons);
        return fresh;
    }

    private void save() {
        RestrictionFields typed = Objects.requireNonNull(fields);
        typed.refusals().clear();
        RestrictionDraft draft = typed.draft();
        Impact difference = impact.of(actor, project, before == null ? null : before.id(), draft);
        if (difference.isNone()) {
            store(draft);
        } else {
            ImpactDialog question = new ImpactDialog(difference, draft.name());
            question.setConfirmText(getTranslation("action.save"));
            question.addConfirmListener(confirm -> store(draft));
            question.addCancelListener(cancel -> again());
            question.open();
        }
    }

    private void store(RestrictionDraft draft) {
        try {
            StoredRestriction old = before;
            StoredRestriction stored = old == null
                    ? restrictions.create(actor, project, draft)
                    : restrictions.edit(actor, project, old.id(), old.version(), draft);
            shown = Objects.requireNonNull(fields).draft();
            Notification.show(getTranslation("restriction.saved", stored.name()));
            saved.accept(stored);
        } catch (RestrictionRefusedException refused) {
            Objects.requireNonNull(fields).refusals().refuse(refused.problems());
        } catch (RestrictionChangedException changed) {
            decide(changed.theirs(), draft);
        }
        again();
    }

    /** Somebody else was quicker. What is chosen is a draft like any other: who gains and who loses by it is said, too. */
    private void decide(StoredRestriction theirs, RestrictionDraft mine) {
        RestrictionFields typed = Objects.requireNonNull(fields);
        RestrictionDraft base = Objects.requireNonNull(before).draft();
        new RestrictionComparison(typed).of(base, mine, theirs.draft()).ask(RestrictionComparison::merged, merged -> {
            before = theirs;
            typed.show(merged);
            save();
        });
    }

    /** The button that is disabled by its click, so that nobody saves twice. */
    private void again() {
        buttons.getChildren().map(Button.class::cast).forEach(button -> button.setEnabled(true));
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        again();
    }
}
