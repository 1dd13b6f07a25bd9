package dev.lintel.ui.identifier;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.identifier.IdentifierChangedException;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.user.photo.PhotoRefusedException;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.restriction.Granting;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Adds and edits one identifier. Nothing typed is lost: not by a wrong field, not by leaving, not by another editor. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class IdentifierForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Identifiers identifiers;
    private final transient IdentifierFieldsMaker maker;
    private final transient Granting granting;
    private final transient Actor actor;
    private final Div buttons = new Div();
    private transient @Nullable IdentifierFields fields;
    private transient @Nullable IssuedIdentifier before;
    private transient @Nullable IdentifierDraft shown;
    private long project;

    IdentifierForm(Identifiers identifiers, IdentifierFieldsMaker maker, Granting granting, CurrentActor current) {
        this.identifiers = identifiers;
        this.maker = maker;
        this.granting = granting;
        this.actor = current.get();
        addClassName("person-form");
        buttons.addClassName("form-buttons");
    }

    /**
     * Begins a new one.
     *
     * @param user id of the owner; null when it is still to be chosen
     * @param saved called when it is stored
     * @param another called when it is stored and one more of the same owner is to follow
     */
    void showNew(
            long where,
            IdentifierType type,
            @Nullable String user,
            Consumer<IssuedIdentifier> saved,
            Consumer<IssuedIdentifier> another) {
        project = where;
        before = null;
        IdentifierFields fresh = maker.forNew(actor, where, type, user);
        lay(fresh, saved);
        buttons.add(new Button(getTranslation("person.saveAndAdd"), click -> save(another)));
        fresh.focusOwnerOrValue();
    }

    void show(IssuedIdentifier known, Consumer<IssuedIdentifier> saved) {
        project = known.project();
        before = known;
        boolean editable =
                identifiers.mayEdit(actor, known) && known.identifier().guest() == null;
        IdentifierDraft draft = identifiers.maySeeValue(actor, known)
                ? known.draft()
                : known.draft().withValue(known.shownValue());
        IdentifierFields fresh = maker.forKnown(actor, known, draft);
        lay(fresh, saved);
        if (!editable) {
            fresh.readOnly();
            buttons.setVisible(false);
        }
    }

    /** Whether there is something that would be lost. */
    boolean isChanged() {
        return fields != null && (!Objects.equals(shown, fields.draft()) || fields.photo() != null);
    }

    private void lay(IdentifierFields fresh, Consumer<IssuedIdentifier> saved) {
        fields = fresh;
        shown = fresh.draft();
        removeAll();
        fresh.sections().forEach(this::add);
        Button save = new Button(getTranslation("action.save"), click -> save(saved));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        buttons.removeAll();
        buttons.add(save);
        add(fresh.refusals(), buttons);
        warnBeforeUnload();
    }

    /** What an identifier opens by itself is changed with its eyes open: who gains and loses by it is said before. */
    private void save(Consumer<IssuedIdentifier> then) {
        IssuedIdentifier old = before;
        List<String> wanted = Objects.requireNonNull(fields).draft().restrictions();
        if (old == null || wanted == null || wanted.equals(old.draft().restrictions())) {
            attempt(then);
            return;
        }
        granting.confirm(
                actor,
                project,
                new GrantTarget.ToIdentifier(old.id()),
                without(wanted, old.restrictions()),
                without(old.restrictions(), wanted),
                () -> attempt(then));
    }

    private static List<String> without(List<String> all, List<String> some) {
        return all.stream().filter(id -> !some.contains(id)).toList();
    }

    private void attempt(Consumer<IssuedIdentifier> then) {
        IdentifierFields typed = Objects.requireNonNull(fields);
        typed.refusals().clear();
        try {
            IssuedIdentifier stored = store(typed.draft(), typed.photo());
            shown = typed.draft();
            getElement().executeJs("window.onbeforeunload = null");
            Notification.show(getTranslation("identifier.saved"));
            then.accept(stored);
        } catch (IdentifierRefusedException refused) {
            typed.refusals().refuse(refused.problems());
        } catch (PhotoRefusedException refused) {
            typed.refusals().say(getTranslation(Messages.keyOf(refused.reason())));
        } catch (IdentifierChangedException changed) {
            compare(changed.theirs(), typed, then);
        }
    }

    private IssuedIdentifier store(IdentifierDraft draft, byte @Nullable [] photo) {
        IssuedIdentifier old = before;
        return old == null
                ? identifiers.create(actor, project, draft, photo)
                : identifiers.edit(actor, project, old.id(), old.version(), draft, photo);
    }

    /** Somebody else was quicker. A face that was chosen is not compared: there is no telling two photos apart in words. */
    private void compare(IssuedIdentifier theirs, IdentifierFields typed, Consumer<IssuedIdentifier> then) {
        IdentifierDraft base = Objects.requireNonNull(shown);
        IdentifierDraft other = identifiers.maySeeValue(actor, theirs)
                ? theirs.draft()
                : theirs.draft().withValue(theirs.shownValue());
        IdentifierDraft mine = typed.draft();
        // somebody who may not see them says nothing of them
        IdentifierDraft known = mine.restrictions() == null ? other.withoutRestrictions() : other;
        IdentifierComparison.of(base, mine, known, maker.names(actor, project))
                .ask(IdentifierComparison::merged, merged -> {
                    before = theirs;
                    typed.show(
                            merged, maker.owner(actor, project, merged.user()), maker.granted(actor, project, merged));
                    shown = known;
                    save(then);
                });
    }

    /** The browser asks before the page is closed; leaving inside the product is asked for by the view. */
    private void warnBeforeUnload() {
        getElement()
                .executeJs(
                        "this.addEventListener('input', () => window.onbeforeunload = e => e.preventDefault(), {once: true})");
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        detach.getUI().getPage().executeJs("window.onbeforeunload = null");
    }
}
