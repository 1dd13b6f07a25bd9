package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierRefusedException.Field;
import dev.lintel.domain.identifier.IdentifierRefusedException.Reason;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.restriction.RestrictionChoices;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of an identifier in sections; they tell what is wrong with each. Times are those of whoever is looking. */
final class IdentifierFields {
    /** What people hold; the address of a visitor's page comes with a guest pass. */
    private static final List<IdentifierType> HELD = Arrays.stream(IdentifierType.values())
            .filter(type -> type != IdentifierType.URL)
            .toList();

    private final ComboBox<Owner> owner;
    private final Select<IdentifierType> type = new Select<>();
    private final Div value = new Div();
    private final TextField name = new TextField();
    private final DateTimePicker from = picker("identifier.from");
    private final DateTimePicker until = picker("identifier.until");
    private final IntegerField passes = new IntegerField();
    private final @Nullable MultiSelectComboBox<RestrictionChoices.Choice> restrictions;
    private final TextArea notes = new TextArea();
    private final ZoneId zone = BrowserZone.of(UI.getCurrentOrThrow());
    private final BiFunction<IdentifierType, String, ValueEntry> entries;
    private final Refusals refusals = new Refusals(this::said, Refusals::namedReason);
    private ValueEntry entry;

    /**
     * @param restrictions a field for those that are granted to the identifier; null for somebody who may not see them
     * @param entries the place where a value of a type is entered, with the value so far
     */
    IdentifierFields(
            ComboBox<Owner> owner,
            @Nullable MultiSelectComboBox<RestrictionChoices.Choice> restrictions,
            BiFunction<IdentifierType, String, ValueEntry> entries) {
        this.owner = owner;
        this.restrictions = restrictions;
        this.entries = entries;
        this.entry = entries.apply(IdentifierType.CARD, "");
        refusals.at(Field.OWNER, owner);
        refusals.at(Field.TYPE, type);
        refusals.at(Field.VALUE, this::sayOfValue, () -> entry.focus());
        refusals.at(Field.PHOTO, this::sayOfValue, () -> entry.focus());
        refusals.at(Field.NAME, name);
        refusals.at(Field.VALID_UNTIL, until);
        refusals.at(Field.MAX_PASSES, passes);
        refusals.at(Field.NOTES, notes);
        value.addClassName("value-place");
        texts();
        type.setItems(HELD);
        type.setItemLabelGenerator(one -> t(Messages.keyOf(one)));
        type.setValue(IdentifierType.CARD);
        type.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                enter(change.getValue(), "");
                entry.focus();
            }
        });
        passes.setMin(0);
        passes.setMax(IdentifierDraft.MOST_PASSES);
        passes.setStepButtonsVisible(true);
    }

    private void texts() {
        owner.setLabel(t("identifier.owner"));
        owner.setRequiredIndicatorVisible(true);
        owner.setHelperText(t("identifier.ownerHelp"));
        type.setLabel(t("identifier.type"));
        name.setLabel(t("identifier.name"));
        name.setHelperText(t("identifier.nameHelp"));
        name.setMaxLength(IdentifierDraft.LONGEST_NAME);
        notes.setLabel(t("identifier.notes"));
        notes.setMaxLength(IdentifierDraft.LONGEST_NOTES);
        passes.setLabel(t("identifier.passes"));
        passes.setHelperText(t("identifier.passesHelp"));
    }

    private static DateTimePicker picker(String label) {
        UI ui = UI.getCurrentOrThrow();
        DateTimePicker picker = new DateTimePicker(ui.getTranslation(label));
        picker.setStep(Duration.ofMinutes(15));
        picker.setLocale(Language.nearest(ui.getLocale()).locale());
        picker.setDatePickerI18n(DateWords.in(ui));
        return picker;
    }

    /** What it is, when it is good, and what it opens by itself. */
    List<Component> sections() {
        Section what = new Section(new H2(t("identifier.what")), owner, type, value, name);
        Div period = new Div(from, until);
        period.addClassName("moments");
        Section validity = new Section(new H2(t("identifier.validity")), period, passes);
        Section more = new Section(new H2(t("identifier.more")));
        if (restrictions != null) {
            more.add(restrictions);
        }
        more.add(notes);
        return List.of(what, validity, more);
    }

    /** The type stays as it is from now on. */
    void keepType() {
        type.setReadOnly(true);
    }

    void readOnly() {
        Stream.<HasValue<?, ?>>of(owner, type, name, from, until, passes, notes)
                .forEach(field -> field.setReadOnly(true));
        entry.setReadOnly(true);
        if (restrictions != null) {
            restrictions.setReadOnly(true);
        }
    }

    void focusOwnerOrValue() {
        if (owner.isEmpty()) {
            owner.focus();
        } else {
            entry.focus();
        }
    }

    void focusName() {
        name.focus();
    }

    void show(IdentifierDraft draft, @Nullable Owner of, List<RestrictionChoices.Choice> granted) {
        owner.setValue(of);
        if (!HELD.contains(draft.type())) {
            type.setItems(draft.type());
        }
        type.setValue(draft.type());
        enter(draft.type(), draft.value());
        name.setValue(draft.name());
        notes.setValue(draft.notes());
        from.setValue(local(draft.validFrom()));
        until.setValue(local(draft.validUntil()));
        passes.setValue(draft.maxPasses());
        if (restrictions != null) {
            restrictions.setValue(granted);
        }
    }

    private void enter(IdentifierType of, String so) {
        entry = entries.apply(of, so);
        value.removeAll();
        value.add(entry.component());
    }

    /** The photo of a face that was chosen; null when none was. */
    byte @Nullable [] photo() {
        return entry.photo();
    }

    /** As typed by now. */
    IdentifierDraft draft() {
        return new IdentifierDraft(
                owner.getValue() == null ? "" : owner.getValue().id(),
                Objects.requireNonNull(type.getValue()),
                entry.value(),
                name.getValue(),
                notes.getValue(),
                instant(from.getValue()),
                instant(until.getValue()),
                passes.getValue(),
                restrictions == null
                        ? null
                        : restrictions.getValue().stream()
                                .map(RestrictionChoices.Choice::id)
                                .toList());
    }

    private @Nullable LocalDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toLocalDateTime();
    }

    private @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.atZone(zone).toInstant();
    }

    /** Where it is told what is wrong. */
    Refusals refusals() {
        return refusals;
    }

    private void sayOfValue(String sentence) {
        if (sentence.isEmpty()) {
            entry.forgetProblem();
        } else {
            entry.refuse(sentence);
        }
    }

    /** Why the value was not taken, in the words of its type. */
    private String said(FieldProblem problem) {
        if (problem.field() == Field.VALUE && problem.reason() == Reason.MALFORMED) {
            return t("identifier.malformed." + type.getValue().name());
        }
        if (problem.reason() == Reason.TAKEN && !problem.value().isEmpty()) {
            return name.getTranslation("identifier.takenBy", problem.value());
        }
        return Refusals.reason(problem);
    }

    private String t(String key) {
        return name.getTranslation(key);
    }
}
