package dev.lintel.ui.restriction;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.domain.restriction.RestrictionRefusedException.Field;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.group.GroupPicker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a restriction: what it opens, when, and for whom. They tell what is wrong with each. */
final class RestrictionFields {
    private final TextField name = new TextField();
    private final TextArea description = new TextArea();
    private final Checkbox guests = new Checkbox();
    private final LinesField lines;
    private final ChoicesField schedules;
    private final GroupPicker groups;
    private final ChoicesField people;
    private final ChoicesField identifiers;
    private final Refusals refusals = new Refusals();

    /** Holders that are not this editor's to see; they stay. */
    private List<GrantTarget> unseen = List.of();

    RestrictionFields(
            LinesField lines,
            ChoicesField schedules,
            GroupPicker groups,
            ChoicesField people,
            ChoicesField identifiers) {
        this.lines = lines;
        this.schedules = schedules;
        this.groups = groups;
        this.people = people;
        this.identifiers = identifiers;
        refusals.at(Field.NAME, name);
        refusals.at(Field.DESCRIPTION, description);
        refusals.at(Field.LINES, lines);
        refusals.at(Field.SCHEDULES, schedules);
        refusals.at(Field.TO, groups);
        name.setLabel(t("restriction.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(RestrictionDraft.LONGEST_NAME);
        description.setLabel(t("restriction.description"));
        description.setMaxLength(RestrictionDraft.LONGEST_DESCRIPTION);
        guests.setLabel(t("restriction.guestUsable"));
        schedules.setPlaceholder(t("restriction.always"));
        schedules.setHelperText(t("restriction.schedulesHelp"));
        groups.setLabel(t("restriction.groups"));
        groups.setHelperText(t("restriction.groupsHelp"));
    }

    List<Component> sections() {
        Section what = new Section(new H2(t("restriction.what")), name, description, lines);
        Section when = new Section(new H2(t("restriction.when")), schedules);
        Paragraph about = new Paragraph(t("restriction.toAbout"));
        about.addClassName("about");
        Section whom = new Section(new H2(t("restriction.to")), about, groups, people, identifiers, guests);
        return List.of(what, when, whom);
    }

    void focus() {
        name.focus();
    }

    void readOnly() {
        Stream.<HasValue<?, ?>>of(name, description, lines, schedules, groups, people, identifiers, guests)
                .forEach(field -> field.setReadOnly(true));
    }

    void show(RestrictionDraft draft) {
        name.setValue(draft.name());
        description.setValue(draft.description());
        guests.setValue(draft.guestUsable());
        lines.setValue(draft.lines());
        schedules.show(draft.schedules());
        groups.setValue(ids(draft, GrantTarget.ToGroup.class));
        people.show(ids(draft, GrantTarget.ToUser.class));
        identifiers.show(ids(draft, GrantTarget.ToIdentifier.class));
        identifiers.setVisible(!identifiers.getValue().isEmpty());
        List<GrantTarget> seen = targets();
        unseen = draft.to().stream().filter(target -> !seen.contains(target)).toList();
    }

    private static List<String> ids(RestrictionDraft draft, Class<? extends GrantTarget> kind) {
        return draft.to().stream().filter(kind::isInstance).map(GrantTarget::id).toList();
    }

    private List<GrantTarget> targets() {
        List<GrantTarget> targets = new ArrayList<>();
        groups.getValue().forEach(id -> targets.add(new GrantTarget.ToGroup(id)));
        people.ids().forEach(id -> targets.add(new GrantTarget.ToUser(id)));
        identifiers.ids().forEach(id -> targets.add(new GrantTarget.ToIdentifier(id)));
        return targets;
    }

    /** As typed by now. */
    RestrictionDraft draft() {
        List<GrantTarget> to = targets();
        to.addAll(unseen);
        return new RestrictionDraft(
                name.getValue(), description.getValue(), guests.getValue(), lines.getValue(), schedules.ids(), to);
    }

    String linesText(List<RestrictionLine> of) {
        return of.stream().map(lines::text).collect(Collectors.joining("; "));
    }

    String schedulesText(List<String> ids) {
        return ids.isEmpty() ? t("restriction.always") : schedules.text(ids);
    }

    String groupsText(Collection<String> ids) {
        return groups.text(ids);
    }

    String peopleText(Collection<String> ids) {
        return people.text(ids);
    }

    String identifiersText(Collection<String> ids) {
        return identifiers.text(ids);
    }

    String guestsText(boolean usable) {
        return t(usable ? "list.yes" : "list.no");
    }

    /** Where it is told what is wrong. */
    Refusals refusals() {
        return refusals;
    }

    private String t(String key) {
        return name.getTranslation(key);
    }
}
