package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.CaseTraits;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.rulebook.RequestCase;
import dev.lintel.domain.rulebook.Situation;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import dev.lintel.ui.rulebook.RulebookParts.Known;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What else there is to tell of a request that nobody has made: of the holder, and of what is going on. */
final class CaseFields extends Details {
    private static final long serialVersionUID = 1L;

    private final ComboBox<Choice> marker = new ComboBox<>(getTranslation("rulebook.caseMarker"));
    private final Checkbox family = new Checkbox(getTranslation("rulebook.caseFamily"));
    private final IntegerField age = number("rulebook.caseAge", 0, PolicyHolders.MOST_DAYS);
    private final IntegerField unused = number("rulebook.caseUnused", 0, PolicyHolders.MOST_DAYS);
    private final ComboBox<ThreatLevel> threat = new ComboBox<>(getTranslation("threat.title"));
    private final IntegerField failures = number("rulebook.failures", 1, Failures.MOST);
    private final IntegerField minutes = number("rulebook.failureMinutes", 1, Failures.LONGEST);
    private final IntegerField sameWay = number("rulebook.caseSameWay", 1, Passback.LONGEST + 1);
    private final IntegerField inside = number("rulebook.caseInside", 0, Inside.MOST);
    private final ComboBox<Choice> insideProfile = new ComboBox<>(getTranslation("rulebook.caseInsideProfile"));
    private final MultiSelectComboBox<Whose> second = new MultiSelectComboBox<>(getTranslation("rulebook.caseSecond"));
    private final Checkbox otherDoor = new Checkbox(getTranslation("rulebook.caseOtherDoor"));
    private final transient Choices choices;
    private final transient CaseTraits traits;

    CaseFields(RequestCase told, Choices choices, Refusals refusals, Runnable changed) {
        this.choices = choices;
        this.traits = told.traits();
        setSummaryText(getTranslation("rulebook.caseMore"));
        addClassName("state-fields");
        marker.setItems(Known.choices(choices.known().markers()));
        insideProfile.setItems(Known.choices(choices.known().profiles()));
        for (ComboBox<Choice> box : List.of(marker, insideProfile)) {
            box.setItemLabelGenerator(Choice::name);
            box.setClearButtonVisible(true);
        }
        threat.setItems(ThreatLevel.values());
        threat.setItemLabelGenerator(level -> getTranslation(Messages.keyOf(level)));
        second.setItems(Whose.values());
        second.setItemLabelGenerator(whose -> getTranslation("rulebook.second." + whose));
        show(traits);
        show(told.situation());
        for (HasValue<?, ?> field : new HasValue<?, ?>[] {
            marker, family, age, unused, threat, failures, minutes, sameWay, inside, insideProfile, second, otherDoor
        }) {
            field.addValueChangeListener(change -> changed.run());
        }
        refusals.at("request.traits.marker", marker);
        refusals.at("request.traits.age", age);
        refusals.at("request.traits.unused", unused);
        refusals.at("request.situation.failures.count", failures);
        refusals.at("request.situation.failures.minutes", minutes);
        refusals.at("request.situation.sameWay", sameWay);
        refusals.at("request.situation.inside", inside);
        add(
                row(marker, family),
                row(age, unused),
                row(threat, second),
                row(failures, minutes),
                row(inside, insideProfile),
                row(sameWay, otherDoor));
        setOpened(!told.traits().equals(CaseTraits.PLAIN) || !told.situation().equals(Situation.CALM));
    }

    private IntegerField number(String label, int least, int most) {
        IntegerField field = new IntegerField(getTranslation(label));
        field.setMin(least);
        field.setMax(most);
        field.setClearButtonVisible(true);
        return field;
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("field-row");
        return row;
    }

    private void show(CaseTraits of) {
        String known = of.marker() == null ? null : choices.names().marker(of.marker());
        if (of.marker() != null && known != null) {
            marker.setValue(new Choice(of.marker(), known));
        }
        family.setValue(of.family());
        age.setValue(of.age() == 0 ? null : Integer.valueOf(of.age()));
        unused.setValue(of.unused());
    }

    private void show(Situation situation) {
        threat.setValue(situation.threat());
        situation.failures().stream().findFirst().ifPresent(failed -> {
            failures.setValue(failed.count());
            minutes.setValue(failed.minutes());
        });
        sameWay.setValue(situation.sameWay());
        situation.inside().forEach((profile, count) -> {
            inside.setValue(count);
            if (!profile.isEmpty()) {
                String known = choices.names().profile(profile);
                insideProfile.setValue(new Choice(profile, known == null ? profile : known));
            }
        });
        second.setValue(situation.second());
        otherDoor.setValue(situation.otherDoor());
    }

    CaseTraits traits() {
        return new CaseTraits(
                id(marker),
                family.getValue(),
                Objects.requireNonNullElse(age.getValue(), 0),
                unused.getValue(),
                traits.holidayBefore(),
                traits.open());
    }

    Situation situation() {
        Integer count = failures.getValue();
        Integer within = minutes.getValue();
        Integer people = inside.getValue();
        return new Situation(
                Objects.requireNonNullElse(threat.getValue(), ThreatLevel.NORMAL),
                count == null && within == null
                        ? List.of()
                        : List.of(new Failures(
                                Objects.requireNonNullElse(count, 0), Objects.requireNonNullElse(within, 0))),
                sameWay.getValue(),
                people == null ? Map.of() : Map.of(Objects.requireNonNullElse(id(insideProfile), ""), people),
                second.getValue(),
                otherDoor.getValue());
    }

    private static @Nullable String id(ComboBox<Choice> box) {
        return box.getValue() == null ? null : box.getValue().id();
    }
}
