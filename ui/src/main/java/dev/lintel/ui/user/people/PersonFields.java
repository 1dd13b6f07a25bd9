package dev.lintel.ui.user.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.group.GroupPicker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a user that can be typed or chosen, in two sections; they tell what is wrong with each. */
final class PersonFields {
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final TextField phone = new TextField();
    private final TextArea address = new TextArea();
    private final Select<Profile> profile = new Select<>();
    private final Select<Marker> marker = new Select<>();
    private final GroupPicker groups;
    private final Refusals refusals = Refusals.namingFields();
    private final List<Profile> profiles;
    private final List<Marker> markers;

    /** Groups of the person that are not this editor's to see; they stay. */
    private List<String> unseen = List.of();

    /**
     * @param profiles that the actor may hand out
     * @param markers that the actor may see
     */
    PersonFields(List<Profile> profiles, List<Marker> markers, GroupPicker groups, ProfileNames names, Actor actor) {
        this.profiles = new ArrayList<>(profiles);
        this.markers = markers;
        this.groups = groups;
        refusals.at(Field.NAME, name);
        refusals.at(Field.EMAIL, email);
        refusals.at(Field.PHONE, phone);
        refusals.at(Field.ADDRESS, address);
        refusals.at(Field.PROFILE, profile);
        refusals.at(Field.GROUPS, groups);
        refusals.at(Field.MARKER, marker);
        texts();
        profile.setItems(this.profiles);
        profile.setItemLabelGenerator(names::of);
        marker.setItems(markers);
        marker.setItemLabelGenerator(chosen -> chosen == null ? t("person.noMarker") : chosen.name());
        marker.setEmptySelectionAllowed(true);
        marker.setEmptySelectionCaption(t("person.noMarker"));
        marker.setVisible(!markers.isEmpty());
        marker.setReadOnly(!actor.may(Permission.MARKER_APPLY));
    }

    private void texts() {
        name.setLabel(t("person.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(PersonDraft.LONGEST_NAME);
        email.setLabel(t("person.email"));
        email.setHelperText(t("person.emailHelp"));
        email.setMaxLength(PersonDraft.LONGEST_EMAIL);
        email.setManualValidation(true);
        phone.setLabel(t("person.phone"));
        phone.setMaxLength(PersonDraft.LONGEST_PHONE);
        address.setLabel(t("person.address"));
        address.setMaxLength(PersonDraft.LONGEST_ADDRESS);
        profile.setLabel(t("person.profile"));
        marker.setLabel(t("person.marker"));
        groups.setLabel(t("person.groups"));
    }

    /** Who it is, and what they may do. */
    List<Component> sections() {
        Section who = new Section(new H2(t("person.who")), name, email, phone, address);
        Section place = new Section(new H2(t("person.place")), profile, groups, marker);
        return List.of(who, place);
    }

    /** Empty for no marker. */
    String markerName(String id) {
        return markers.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .map(Marker::name)
                .orElse(id);
    }

    void focus() {
        name.focus();
    }

    void readOnly() {
        Stream.<HasValue<?, ?>>of(name, email, phone, address, profile, marker, groups)
                .forEach(field -> field.setReadOnly(true));
    }

    /** Whoever has an account logs in with the address. */
    void keepAddress() {
        email.setRequiredIndicatorVisible(true);
        email.setHelperText(t("person.emailHelpAccount"));
    }

    /** A family member is where the main user is. */
    void followMainUser() {
        groups.setReadOnly(true);
        groups.setHelperText(t("person.groupsFollow"));
    }

    void show(PersonDraft draft, ProfileNames names) {
        name.setValue(draft.name());
        email.setValue(draft.email() == null ? "" : draft.email());
        phone.setValue(draft.phone());
        address.setValue(draft.address());
        profile.setValue(profile(draft.profile(), names));
        marker.setValue(markers.stream()
                .filter(known -> known.id().equals(draft.marker()))
                .findFirst()
                .orElse(null));
        groups.setValue(draft.groups());
        unseen = draft.groups().stream()
                .filter(group -> !groups.getValue().contains(group))
                .toList();
    }

    /** A form for somebody new: residents are most of them. */
    void showNew(List<String> inGroups, ProfileNames names) {
        show(PersonDraft.of("", null, BuiltInProfile.USER.code(), inGroups), names);
    }

    private @Nullable Profile profile(String id, ProfileNames names) {
        return profiles.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseGet(() -> BuiltInProfile.ofCode(id)
                        .map(BuiltInProfile::profile)
                        .map(this::alsoShown)
                        .orElse(null));
    }

    /** Somebody has it whom the actor may see, but not give it. */
    private Profile alsoShown(Profile other) {
        profiles.add(other);
        profile.setItems(profiles);
        return other;
    }

    /** As typed by now, in the place of an older state that keeps what the form does not show. */
    PersonDraft draft(@Nullable PersonDraft before) {
        Profile chosen = profile.getValue();
        Marker marked = marker.getValue();
        return new PersonDraft(
                name.getValue(),
                email.getValue(),
                chosen == null ? before == null ? "" : before.profile() : chosen.id(),
                Stream.concat(groups.getValue().stream(), unseen.stream()).toList(),
                phone.getValue(),
                address.getValue(),
                // whoever may not see markers takes none away
                before != null && markers.isEmpty() ? before.marker() : marked == null ? null : marked.id());
    }

    /** Where it is told what is wrong. */
    Refusals refusals() {
        return refusals;
    }

    private String t(String key) {
        return name.getTranslation(key);
    }
}
