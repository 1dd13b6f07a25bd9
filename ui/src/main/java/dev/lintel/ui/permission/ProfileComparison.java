package dev.lintel.ui.permission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import java.util.List;
import java.util.Set;

/** What a profile adds to another one, and what it lacks of it. */
final class ProfileComparison extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PermissionWords words;
    private final Select<Profile> other = new Select<>();
    private final Div result = new Div();
    private transient Set<Permission> chosen = Set.of();

    ProfileComparison(PermissionWords words, List<Profile> others) {
        this.words = words;
        addClassName("profile-comparison");
        result.addClassName("profile-difference");
        result.getElement().setAttribute("aria-live", "polite");
        other.setLabel(getTranslation("profiles.compareWith"));
        other.setItems(others);
        other.setItemLabelGenerator(profile -> profile == null ? "" : words.name(profile));
        other.setEmptySelectionAllowed(true);
        other.addValueChangeListener(change -> show());
        add(other, result);
    }

    void compare(Set<Permission> permissions) {
        chosen = permissions;
        show();
    }

    private void show() {
        result.removeAll();
        Profile profile = other.getValue();
        if (profile == null) {
            return;
        }
        list("profiles.adds", chosen, profile.permissions());
        list("profiles.lacks", profile.permissions(), chosen);
        if (result.getChildren().findAny().isEmpty()) {
            result.add(new Paragraph(getTranslation("profiles.same", words.name(profile))));
        }
    }

    private void list(String key, Set<Permission> all, Set<Permission> but) {
        UnorderedList names = new UnorderedList();
        all.stream()
                .filter(permission -> !but.contains(permission))
                .sorted()
                .forEach(permission -> names.add(new ListItem(words.permission(permission))));
        long count = names.getChildren().count();
        if (count > 0) {
            result.add(new Div(new H3(getTranslation(key, count)), names));
        }
    }
}
