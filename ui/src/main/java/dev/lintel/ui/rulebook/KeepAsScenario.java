package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RecordedScenarios;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.ui.access.EntryDeed;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes of an entry of the log a scenario that every later draft has to pass. */
@org.springframework.stereotype.Component
class KeepAsScenario implements EntryDeed {
    private static final Set<ReasonCode> NOT_DECIDED = Set.of(ReasonCode.DECIDED_BY_DEVICE, ReasonCode.INDETERMINATE);

    private final Rulebooks rulebooks;
    private final RecordedScenarios scenarios;
    private final Messages messages;

    KeepAsScenario(Rulebooks rulebooks, RecordedScenarios scenarios, Messages messages) {
        this.rulebooks = rulebooks;
        this.scenarios = scenarios;
        this.messages = messages;
    }

    @Override
    public Optional<Component> offer(Actor actor, RecordedDecision recorded) {
        Long project = recorded.entry().project();
        boolean mayAsk = !(actor.reach(Permission.DECISION_EXPLAIN) instanceof Reach.Nothing);
        if (project == null
                || !mayAsk
                || NOT_DECIDED.contains(recorded.entry().reason())
                || !rulebooks.may(actor, Permission.RULE_DRAFT, project)) {
            return Optional.empty();
        }
        UI ui = UI.getCurrentOrThrow();
        return Optional.of(new Button(
                ui.getTranslation("rulebook.keepEntry"), click -> ask(actor, project, recorded.entry(), ui)));
    }

    private void ask(Actor actor, long project, AcsLogEntry entry, UI ui) {
        Dialog dialog = new Dialog(ui.getTranslation("rulebook.keepEntry"));
        dialog.addClassName("form-dialog");
        Refusals refusals = new Refusals();
        TextField name = refusals.at("name", new TextField(ui.getTranslation("rulebook.name")));
        name.setMaxLength(Policy.LONGEST_NAME);
        name.setWidthFull();
        name.setValue(ui.getTranslation(
                "rulebook.keepName",
                messages.nameOf(ui.getLocale(), entry.verdict()),
                Objects.requireNonNullElse(entry.deviceName(), entry.deviceSerial()),
                BrowserZone.moments(ui, messages).inList(entry.at())));
        Button keep = new Button(ui.getTranslation("action.save"), click -> {
            try {
                scenarios.keep(actor, project, entry.id(), name.getValue());
                dialog.close();
                Notification.show(ui.getTranslation("rulebook.kept"));
            } catch (RulebookRefusedException refused) {
                refusals.refuse(refused.problems());
            }
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button cancel = new Button(ui.getTranslation("action.cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.add(refusals, new Paragraph(ui.getTranslation("rulebook.keepText")), name);
        dialog.getFooter().add(cancel, keep);
        dialog.open();
        name.focus();
    }
}
