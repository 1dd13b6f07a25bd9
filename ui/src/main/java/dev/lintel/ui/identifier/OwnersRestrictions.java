package dev.lintel.ui.identifier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.identifier.PersonalAccess;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an identifier opens because of its owner: restrictions granted to them or to their groups. */
@Component
@Order(1)
class OwnersRestrictions implements IdentifierSection {
    private final PersonalAccess access;

    OwnersRestrictions(PersonalAccess access) {
        this.access = access;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> section(Actor actor, IssuedIdentifier identifier) {
        if (!actor.may(Permission.ACCESS_RESTRICTION_VIEW)
                || identifier.identifier().guest() != null) {
            return Optional.empty();
        }
        Section section = new Section(new H2(t("identifier.byOwner")));
        List<ListItem> rows = access
                .restrictions(
                        actor, identifier.project(), identifier.identifier().user())
                .stream()
                .filter(granted -> granted.identifier() == null)
                .map(granted -> new ListItem(name(granted.restriction()), new Span(by(granted.group()))))
                .toList();
        if (rows.isEmpty()) {
            section.add(new Paragraph(t("identifier.byOwnerNone")));
        } else {
            UnorderedList list = new UnorderedList(rows.toArray(ListItem[]::new));
            list.addClassName("rows");
            section.add(list);
        }
        return Optional.of(section);
    }

    private static String by(@Nullable String group) {
        return group == null ? t("person.byPerson") : t("person.byGroup", group);
    }

    private static Span name(String text) {
        Span name = new Span(text);
        name.addClassName("device-name");
        return name;
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
