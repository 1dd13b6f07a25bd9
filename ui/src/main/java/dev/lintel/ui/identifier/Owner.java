package dev.lintel.ui.identifier;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.people.UserList;
import dev.lintel.domain.user.people.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody to choose as the owner of an identifier.
 *
 * @param where the groups, so that two of the same name can be told apart
 */
public record Owner(String id, String name, String where) {
    /** Equal whatever is known of the place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Owner owner && owner.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** A field for one of the people of a project whom the actor sees, found by name. */
    public static ComboBox<Owner> field(UserList users, Actor actor, long project) {
        ComboBox<Owner> field = new ComboBox<>();
        field.setItemLabelGenerator(Owner::name);
        field.setRenderer(new ComponentRenderer<>(Owner::option));
        field.setItems(query ->
                find(users, actor, project, query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        return field;
    }

    private static Stream<Owner> find(UserList users, Actor actor, long project, String name, int offset, int limit) {
        int most = Math.min(offset + limit, Records.MOST_ROWS);
        if (most <= offset || actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing) {
            return Stream.empty();
        }
        List<Condition<UserRow>> wanted = new ArrayList<>();
        wanted.add(Condition.read(users.listing().known("project"), Operator.IS, List.of(Long.toString(project))));
        if (!name.isBlank()) {
            wanted.add(Condition.read(users.listing().known("name"), Operator.HAS, List.of(name)));
        }
        return users.page(actor, ListQuery.everything(users.listing()).narrowedTo(wanted), null, most).rows().stream()
                .skip(offset)
                .map(row -> new Owner(row.id(), row.name(), String.join(", ", row.groups())));
    }

    private static Div option(Owner owner) {
        Span where = new Span(owner.where());
        where.addClassName("group-path");
        Div option = new Div(new Span(owner.name()), where);
        option.addClassName("group-option");
        return option;
    }
}
