package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeKind.Part;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import dev.lintel.ui.rulebook.RulebookParts.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a table about something else than doors is asked: one of each part for which its rows can ask. */
final class QuestionFields {
    private final TopicField topic;
    private final RadioButtonGroup<HolderKind> kind;
    private final ComboBox<IdentifierType> identifier;
    private final RadioButtonGroup<Optional<FamilyRole>> whom;
    private final ComboBox<Choice> profile;
    private final ComboBox<Choice> marker;
    private final ComboBox<Choice> device;
    private final DateTimePicker at;
    private final Checkbox holiday;
    private final GroupsField groups;
    private final OutcomeKind about;
    private final Choices choices;
    private OutcomeExample shown = OutcomeExample.NOTHING;

    /** @param refusals show what is wrong with a question at its field */
    QuestionFields(
            OutcomeKind about, Choices choices, OutcomeSentences sentences, Refusals refusals, Runnable changed) {
        this.about = about;
        this.choices = choices;
        topic = new TopicField(about, sentences);
        kind = new RadioButtonGroup<>(text("rulebook.kinds"));
        identifier = new ComboBox<>(text("rulebook.identifiers"));
        boolean pass = about == OutcomeKind.GUEST_LIMITS;
        whom = new RadioButtonGroup<>(text(pass ? "rulebook.familyOfPeople" : "rulebook.column.toWhom"));
        profile = new ComboBox<>(text("rulebook.profile"));
        marker = new ComboBox<>(text("rulebook.caseMarker"));
        device = new ComboBox<>(text("rulebook.device"));
        at = new DateTimePicker(text("rulebook.when"));
        holiday = new Checkbox(text("rulebook.isHoliday"));
        groups = new GroupsField(choices.holderGroups(), choices.names(), text("rulebook.ofGroups"), changed);
        people();
        placeAndTime();
        for (HasValue<?, ?> field :
                new HasValue<?, ?>[] {topic, kind, identifier, whom, profile, marker, device, at, holiday}) {
            field.addValueChangeListener(change -> changed.run());
        }
        refusals.at("question.topic", topic);
        refusals.at("question.kind", kind);
        refusals.at("question.identifier", identifier);
        refusals.at("question.profile", profile);
        refusals.at("question.groups", groups.picker());
        refusals.at("question.marker", marker);
        refusals.at("question.device", device);
        refusals.at("question.at", at);
    }

    private void people() {
        kind.setItems(Arrays.stream(HolderKind.values())
                .filter(OutcomeSentences.VISITORS::contains)
                .toList());
        kind.setItemLabelGenerator(one -> text(Messages.keyOf(one)));
        identifier.setItems(Arrays.stream(IdentifierType.values())
                .filter(GuestPassDraft.TYPES::contains)
                .toList());
        identifier.setItemLabelGenerator(type -> text(Messages.keyOf(type)));
        identifier.setRequiredIndicatorVisible(true);
        List<Optional<FamilyRole>> somebody = new ArrayList<>();
        if (about == OutcomeKind.NOTIFICATION_IMPORTANCE) {
            somebody.add(Optional.empty());
        }
        Arrays.stream(FamilyRole.values()).map(Optional::of).forEach(somebody::add);
        whom.setItems(somebody);
        whom.setItemLabelGenerator(
                role -> role.map(one -> text(Messages.keyOf(one))).orElseGet(() -> text("rulebook.nobody")));
        whom.addValueChangeListener(change -> showPerson());
        profile.setItems(Known.choices(choices.known().profiles()));
        marker.setItems(Known.choices(choices.known().markers()));
        for (ComboBox<Choice> box : List.of(profile, marker, device)) {
            box.setItemLabelGenerator(Choice::name);
            box.setClearButtonVisible(true);
        }
    }

    private void placeAndTime() {
        device.setItems(query ->
                choices.devices().find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        device.setRequiredIndicatorVisible(about == OutcomeKind.EVENT_PRIORITY);
        at.setStep(Duration.ofMinutes(30));
        UI ui = UI.getCurrentOrThrow();
        at.setLocale(Language.nearest(ui.getLocale()).formats());
        at.setDatePickerI18n(DateWords.in(ui));
    }

    /** Of nobody there is nothing to tell. */
    private void showPerson() {
        boolean somebody = whom.getValue() != null && whom.getValue().isPresent();
        profile.setVisible(somebody);
        marker.setVisible(somebody);
        groups.picker().setVisible(somebody);
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (about.asks(Part.WHAT)) {
            sections.add(section("rulebook.column.what", topic));
        } else {
            sections.add(section("rulebook.column.pass", kind, identifier));
        }
        if (about.asks(Part.WHO)) {
            String title = about == OutcomeKind.GUEST_LIMITS ? "rulebook.column.host" : "rulebook.toWhom";
            sections.add(section(title, whom, groups.picker(), profile, marker));
        }
        if (about.asks(Part.WHERE)) {
            sections.add(section("rulebook.whereAndWhen", device, at, holiday));
        }
        return sections;
    }

    private Section section(String title, Component... fields) {
        Section section = new Section(new H3(text(title)));
        if (about == OutcomeKind.NOTIFICATION_IMPORTANCE && title.equals("rulebook.column.what")) {
            section.add(new Paragraph(text("rulebook.questionTopicHelp")));
        }
        section.add(fields);
        return section;
    }

    void show(OutcomeExample told) {
        shown = told;
        topic.setValue(told.topic());
        kind.setValue(told.kind());
        identifier.setValue(told.identifier());
        whom.setValue(Optional.ofNullable(told.family()));
        groups.show(told.groups());
        chosen(
                profile,
                told.profile(),
                told.profile() == null ? null : choices.names().profile(told.profile()));
        chosen(
                marker,
                told.marker(),
                told.marker() == null ? null : choices.names().marker(told.marker()));
        chosen(
                device,
                told.device(),
                told.device() == null ? null : choices.names().device(told.device()));
        at.setValue(told.at());
        holiday.setValue(told.holiday());
        showPerson();
    }

    private static void chosen(ComboBox<Choice> box, @Nullable String id, @Nullable String name) {
        box.setValue(id == null ? null : new Choice(id, name == null ? id : name));
    }

    OutcomeExample value() {
        boolean pass = about == OutcomeKind.GUEST_LIMITS;
        boolean when = about.asks(Part.WHEN);
        FamilyRole family = about.asks(Part.WHO) && whom.getValue() != null
                ? whom.getValue().orElse(null)
                : null;
        boolean somebody = family != null;
        return new OutcomeExample(
                about.asks(Part.WHAT) ? topic.getValue() : null,
                pass ? kind.getValue() : null,
                pass ? identifier.getValue() : null,
                somebody ? id(profile) : null,
                somebody ? groups.ids() : List.of(),
                somebody ? id(marker) : null,
                family,
                about.asks(Part.WHERE) ? id(device) : null,
                when ? at.getValue() : null,
                when && holiday.getValue(),
                when ? shown.holidayBefore() : null,
                when ? shown.open() : null);
    }

    private static @Nullable String id(ComboBox<Choice> box) {
        return box.getValue() == null ? null : box.getValue().id();
    }

    private static String text(String key) {
        return UI.getCurrentOrThrow().getTranslation(key);
    }
}
