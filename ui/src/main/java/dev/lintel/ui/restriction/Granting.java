package dev.lintel.ui.restriction;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.access.AccessImpact;
import dev.lintel.domain.access.AccessImpact.Impact;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.NoSuchRestrictionException;
import dev.lintel.domain.restriction.RestrictionChoices;
import dev.lintel.domain.restriction.RestrictionChoices.Choice;
import dev.lintel.domain.restriction.RestrictionRefusedException;
import dev.lintel.domain.restriction.Restrictions;
import dev.lintel.ui.component.Refusals;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Grants and withdraws restrictions from the side of whoever has them: a group, a user, an identifier. As on the page of a
 * restriction it is said before who gains and who loses by it.
 */
@Component
public final class Granting {
    private final Restrictions restrictions;
    private final RestrictionChoices choices;
    private final AccessImpact impact;

    Granting(Restrictions restrictions, RestrictionChoices choices, AccessImpact impact) {
        this.restrictions = restrictions;
        this.choices = choices;
        this.impact = impact;
    }

    /** A button that asks which restriction to grant. @param done called when it is granted */
    public Button grantButton(Actor actor, long project, GrantTarget to, Runnable done) {
        Button grant =
                new Button(t("granting.grant"), VaadinIcon.PLUS.create(), click -> ask(actor, project, to, done));
        grant.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return grant;
    }

    /** A button that takes one away. @param name of the restriction */
    public Button withdrawButton(
            Actor actor, long project, GrantTarget from, String restriction, String name, Runnable done) {
        Button withdraw = new Button(t("granting.withdraw"), click -> {
            try {
                Impact difference = impact.ofHolder(actor, project, from, List.of(), List.of(restriction));
                ImpactDialog question = new ImpactDialog(difference, name);
                question.setHeader(t("granting.withdrawTitle", name));
                question.setConfirmText(t("granting.withdraw"));
                question.addConfirmListener(confirm -> attempt(done, () -> {
                    restrictions.withdraw(actor, project, restriction, from);
                    Notification.show(t("granting.withdrawn", name));
                }));
                question.open();
            } catch (NoSuchRestrictionException gone) {
                gone(done);
            }
        });
        withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        withdraw.setAriaLabel(t("granting.withdrawOf", name));
        return withdraw;
    }

    /** A field for some that the actor may hand out. */
    public MultiSelectComboBox<Choice> field(Actor actor, long project) {
        MultiSelectComboBox<Choice> field = new MultiSelectComboBox<>(t("grant.title"));
        field.setHelperText(t("granting.fieldHelp"));
        field.setItemLabelGenerator(Choice::name);
        field.setItems(query ->
                choices
                        .find(actor, project, query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        return field;
    }

    /** Asks for what a change of several makes; nothing is asked when it makes no difference. */
    public void confirm(
            Actor actor,
            long project,
            GrantTarget holder,
            Collection<String> granted,
            Collection<String> withdrawn,
            Runnable then) {
        Impact difference;
        try {
            difference = impact.ofHolder(actor, project, holder, granted, withdrawn);
        } catch (NoSuchRestrictionException gone) {
            // whatever stores it says what is wrong
            then.run();
            return;
        }
        if (difference.isNone()) {
            then.run();
            return;
        }
        ImpactDialog question = new ImpactDialog(difference, "");
        question.setHeader(t("granting.changeTitle"));
        question.setConfirmText(t("action.save"));
        question.addConfirmListener(confirm -> then.run());
        question.open();
    }

    private void ask(Actor actor, long project, GrantTarget to, Runnable done) {
        Dialog dialog = new Dialog();
        dialog.addClassName("form-dialog");
        dialog.setHeaderTitle(t("granting.grant"));
        ComboBox<Choice> choice = new ComboBox<>(t("grant.name"));
        choice.setWidthFull();
        choice.setAutofocus(true);
        choice.setItemLabelGenerator(Choice::name);
        choice.setItems(query ->
                choices
                        .find(actor, project, query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                        .stream());
        Button next = new Button(t("granting.next"), click -> {
            Choice chosen = choice.getValue();
            choice.setInvalid(chosen == null);
            choice.setErrorMessage(t("granting.choose"));
            if (chosen != null) {
                dialog.close();
                preview(actor, project, to, chosen, done);
            }
        });
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(new Paragraph(t("granting.grantText")), choice);
        dialog.getFooter().add(new Button(t("action.cancel"), click -> dialog.close()), next);
        dialog.open();
    }

    private void preview(Actor actor, long project, GrantTarget to, Choice chosen, Runnable done) {
        try {
            Impact difference = impact.ofHolder(actor, project, to, List.of(chosen.id()), List.of());
            ImpactDialog question = new ImpactDialog(difference, chosen.name());
            question.setHeader(t("granting.grantTitle", chosen.name()));
            question.setConfirmText(t("granting.confirm"));
            question.addConfirmListener(confirm -> attempt(done, () -> {
                restrictions.grant(actor, project, chosen.id(), to);
                Notification.show(t("granting.granted", chosen.name()));
            }));
            question.open();
        } catch (NoSuchRestrictionException gone) {
            gone(done);
        }
    }

    private static void attempt(Runnable done, Runnable action) {
        try {
            action.run();
        } catch (NoSuchRestrictionException gone) {
            gone(done);
            return;
        } catch (RestrictionRefusedException refused) {
            Notification.show(Refusals.reason(refused.problems().getFirst()));
            return;
        }
        done.run();
    }

    private static void gone(Runnable done) {
        Notification.show(t("granting.gone"));
        done.run();
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
