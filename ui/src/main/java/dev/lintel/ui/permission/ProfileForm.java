package dev.lintel.ui.permission;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.ProfileDraft;
import dev.lintel.domain.permission.ProfileRefusedException;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.ui.i18n.Messages;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a profile, to read or to change. */
final class ProfileForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Profiles profiles;
    private final transient PermissionWords words;
    private final transient Actor actor;
    private final transient Project project;
    private final TextField name = new TextField(getTranslation("profiles.name"));
    private final TextArea description = new TextArea(getTranslation("profiles.description"));
    private final Checkbox wholeServer = new Checkbox(getTranslation("profiles.forWholeServer"));
    private final CheckboxGroup<Profile> available = new CheckboxGroup<>();
    private final Paragraph problem = new Paragraph();

    ProfileForm(Profiles profiles, PermissionWords words, Actor actor, Project project) {
        this.profiles = profiles;
        this.words = words;
        this.actor = actor;
        this.project = project;
        addClassName("profile-form");
        name.setMaxLength(ProfileDraft.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        description.setMaxLength(ProfileDraft.LONGEST_DESCRIPTION);
        wholeServer.setHelperText(getTranslation("profiles.forWholeServerHelp"));
        wholeServer.setVisible(false);
        available.setItemLabelGenerator(words::name);
        available.setHelperText(getTranslation("profiles.availableHelp"));
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
    }

    /** A new profile, from nothing or from another one. */
    void begin(@Nullable Profile source) {
        wholeServer.setVisible(actor.membership() == null);
        Set<Permission> offered = offered(Set.of());
        PermissionPicker picker = build(offered, source == null ? "" : source.id());
        if (source != null) {
            name.setValue(getTranslation("profiles.copyOf", words.name(source)));
            description.setValue(words.description(source));
            Set<Permission> held = new HashSet<>(source.permissions());
            held.retainAll(offered);
            choose(picker, held, source.available());
        }
        name.focus();
        buttons(() -> {
            Long owner = wholeServer.getValue() ? null : Long.valueOf(project.id());
            Profile made = profiles.create(actor, owner, draft(picker, Set.of()));
            ProfileView.open(project, made.id());
        });
    }

    void show(Profile profile, boolean mayEdit) {
        name.setValue(words.name(profile));
        description.setValue(words.description(profile));
        PermissionPicker picker = build(mayEdit ? offered(profile.permissions()) : profile.permissions(), profile.id());
        choose(picker, profile.permissions(), profile.available());
        if (mayEdit) {
            Set<String> unseen = new HashSet<>(profile.available());
            available.getListDataView().getItems().map(Profile::id).forEach(unseen::remove);
            buttons(() -> {
                profiles.edit(actor, project.id(), profile.id(), draft(picker, unseen), profile.version());
                UI.getCurrentOrThrow().refreshCurrentRoute(false);
            });
        } else {
            name.setReadOnly(true);
            description.setReadOnly(true);
            available.setReadOnly(true);
            picker.setReadOnly(true);
        }
    }

    private PermissionPicker build(Set<Permission> offered, String exceptId) {
        List<Profile> others = profiles.list(actor, project.id()).stream()
                .filter(other -> !other.id().equals(exceptId))
                .toList();
        ProfileComparison comparison = new ProfileComparison(words, others);
        PermissionPicker[] picker = new PermissionPicker[1];
        picker[0] = new PermissionPicker(words, offered, () -> comparison.compare(picker[0].chosen()));
        available.setItems(profiles.available(actor, project.id()));
        Section general = new Section(new H2(getTranslation("profiles.general")), name, description, wholeServer);
        Section permissions = new Section(new H2(getTranslation("profiles.permissions")), comparison, picker[0]);
        permissions.addClassName("wide");
        add(general, permissions, new Section(new H2(getTranslation("profiles.available")), available));
        addAttachListener(attach -> comparison.compare(picker[0].chosen()));
        return picker[0];
    }

    private void choose(PermissionPicker picker, Set<Permission> permissions, Set<String> profilesToGive) {
        picker.choose(permissions);
        available.setValue(available
                .getListDataView()
                .getItems()
                .filter(profile -> profilesToGive.contains(profile.id()))
                .collect(toSet()));
    }

    /** What the actor may give, and what is there already. */
    private Set<Permission> offered(Set<Permission> there) {
        if (actor.may(Permission.PROFILE_GRANT_MORE_THAN_OWN)) {
            return EnumSet.allOf(Permission.class);
        }
        Set<Permission> offered = new HashSet<>(actor.permissions());
        offered.addAll(there);
        return offered;
    }

    /** @param unseen available profiles that stay, though this actor does not know them */
    private ProfileDraft draft(PermissionPicker picker, Set<String> unseen) {
        Set<String> ids = available.getValue().stream().map(Profile::id).collect(toSet());
        ids.addAll(unseen);
        return new ProfileDraft(name.getValue(), description.getValue(), picker.chosen(), ids);
    }

    private void buttons(Runnable saving) {
        Button save = new Button(getTranslation("action.save"), click -> save(saving));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div bar = new Div(save, problem);
        bar.addClassName("save-bar");
        add(bar);
    }

    private void save(Runnable saving) {
        name.setInvalid(false);
        problem.setVisible(false);
        try {
            saving.run();
            Notification.show(getTranslation("profiles.saved", name.getValue()));
        } catch (ProfileRefusedException refused) {
            refuse(refused);
        }
    }

    private void refuse(ProfileRefusedException refused) {
        String about = refused.reason() == ProfileRefusedException.Reason.MORE_THAN_OWN
                ? refused.about().stream()
                        .flatMap(code -> Permission.ofCode(code).stream())
                        .map(words::permission)
                        .collect(joining(", "))
                : String.join(", ", refused.about());
        String why = getTranslation(Messages.keyOf(refused.reason()), about);
        switch (refused.reason()) {
            case NAME_MISSING, NAME_TAKEN, NAME_TOO_LONG -> {
                name.setErrorMessage(why);
                name.setInvalid(true);
                name.focus();
            }
            default -> {
                problem.setText(why);
                problem.setVisible(true);
            }
        }
    }
}
