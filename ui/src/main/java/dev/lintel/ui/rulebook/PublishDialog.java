package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.OfflineContract;
import dev.lintel.domain.rulebook.OfflineEffect;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.ReleaseWish;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.ui.component.Refusals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Before rules come into force: what they change, and what devices do not enforce while they are cut off. */
final class PublishDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Map<String, Checkbox> confirmations = new LinkedHashMap<>();
    private final Refusals refusals = new Refusals();
    private final WhenField when;
    private final WhereField where;
    private final Button publish = new Button(getTranslation("rulebook.publish"));

    /** @param done takes what it threw, or null, when the dialog is closed */
    PublishDialog(RulebookDesk desk, RulebookParts.Of parts, Consumer<@Nullable RuntimeException> done) {
        RuleSet inForce = desk.rulesInForce();
        RuleSet draft = desk.rules();
        PolicySentences sentences = parts.sentences();
        String note = desk.open().map(RulebookVersion::note).orElse("");
        when = new WhenField(parts.zone(), parts.now(), refusals);
        where = new WhereField(parts.choices().doorGroups(), refusals, !draft.saysElsewhereAs(inForce));
        addClassNames("form-dialog", "publish-dialog");
        setHeaderTitle(getTranslation("rulebook.publishTitle"));
        Paragraph about = new Paragraph(getTranslation("rulebook.publishText"));
        about.addClassName("about");
        add(refusals, about);
        if (!note.isBlank()) {
            add(new Paragraph(getTranslation("rulebook.noted", note)));
        }
        add(
                new H3(getTranslation("rulebook.changes")),
                new ChangeWords(PolicyChange.between(inForce.policies(), draft.policies()), sentences),
                new OtherChanges(inForce, draft, sentences, parts.cases(), parts.outcomes()));
        addOffline(desk, draft);
        add(where, when);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        publish.addClickListener(click -> publish(desk, done));
        getFooter().add(cancel, publish);
    }

    /** What devices keep to by themselves, and of what somebody has to say that they know. */
    private void addOffline(RulebookDesk desk, RuleSet draft) {
        OfflineContract contract = OfflineContract.of(draft);
        List<String> kept = Stream.concat(
                        draft.policies().stream().filter(contract::isKept).map(Policy::name),
                        draft.tables().stream().filter(contract::isKept).map(PolicyTable::name))
                .toList();
        Map<String, String> notEnforced = new LinkedHashMap<>();
        draft.policies().stream()
                .filter(policy -> !contract.isEnforced(policy))
                .forEach(policy -> notEnforced.put(policy.id(), policy.name()));
        draft.tables().stream()
                .filter(table -> !contract.isEnforced(table))
                .forEach(table -> notEnforced.put(table.id(), table.name()));
        if (!kept.isEmpty()) {
            UnorderedList list = new UnorderedList();
            kept.forEach(name -> list.add(new ListItem(getTranslation("rulebook.offlineKeptOf", name))));
            list.addClassName("offline-kept");
            add(list);
        }
        if (!notEnforced.isEmpty()) {
            add(offline(notEnforced, desk.offline(draft)));
        }
    }

    private Section offline(Map<String, String> notEnforced, List<OfflineEffect> effects) {
        Section section = new Section(
                new H3(getTranslation("rulebook.offline")), new Paragraph(getTranslation("rulebook.offlineText")));
        section.addClassName("offline-contract");
        notEnforced.forEach((id, name) -> {
            Checkbox box = new Checkbox(getTranslation("rulebook.offlineOf", name));
            confirmations.put(id, box);
            section.add(box);
            effects.stream()
                    .filter(effect -> effect.id().equals(id))
                    .forEach(effect -> section.add(new OfflineNote(effect)));
        });
        return section;
    }

    private void publish(RulebookDesk desk, Consumer<@Nullable RuntimeException> done) {
        if (!when.isChosen() || !where.isChosen()) {
            return;
        }
        Set<String> confirmed = confirmations.entrySet().stream()
                .filter(confirmation -> confirmation.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        ReleaseWish wish = new ReleaseWish(confirmed, when.moment(), where.group());
        InBackground.run(this, publish, getTranslation("rulebook.tests.working"), () -> desk.publish(wish), failure -> {
            if (failure instanceof RulebookRefusedException refused && !refused.isTooLate()) {
                refusals.refuse(refused.problems());
                return;
            }
            close();
            done.accept(failure);
        });
    }
}
