package dev.lintel.ui.restriction;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.GroupGrant;
import dev.lintel.domain.restriction.GroupGrants;
import dev.lintel.ui.group.GroupListTab;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the people of a group may open, and whence they have it. */
@Component
@Order(50)
class GroupRestrictionsTab extends GroupListTab<GroupGrant> {
    private final GroupGrants grants;
    private final Granting granting;
    private final CurrentActor current;

    GroupRestrictionsTab(RecordLists lists, GroupGrants grants, Granting granting, CurrentActor current) {
        super(lists, "restrictions", Permission.ACCESS_RESTRICTION_VIEW);
        this.grants = grants;
        this.granting = granting;
        this.current = current;
    }

    @Override
    protected void furnish(Actor actor, GroupPage page, RecordList<GroupGrant> made) {
        if (mayChange(actor, page)) {
            Button grant = granting.grantButton(
                    actor,
                    page.node().project(),
                    new GrantTarget.ToGroup(page.node().id()),
                    made::reload);
            grant.addClassName("list-action");
            made.above(grant);
        }
    }

    private static boolean mayChange(Actor actor, GroupPage page) {
        Set<String> above = page.path().stream().map(GroupPage.Step::id).collect(Collectors.toSet());
        return actor.reach(Permission.GROUP_MANAGE_ACCESS_RESTRICTIONS)
                .hasGroup(page.node().project(), page.node().id(), List.copyOf(above));
    }

    /** What comes from above is withdrawn there. */
    private com.vaadin.flow.component.Component withdraw(Actor actor, GroupPage page, GroupGrant grant) {
        if (!grant.origin().equals(page.node().id()) || !mayChange(actor, page)) {
            return new Span();
        }
        Div[] place = {new Div()};
        place[0].add(granting.withdrawButton(
                actor,
                page.node().project(),
                new GrantTarget.ToGroup(page.node().id()),
                grant.restriction(),
                grant.name(),
                () -> place[0].findAncestor(RecordList.class).reload()));
        return place[0];
    }

    private Div card(Actor actor, GroupPage page, GroupGrant grant, String origin) {
        Anchor name = new Anchor(RestrictionView.path(grant.project(), grant.restriction()), grant.name());
        name.addClassName("record-name");
        Div card = new Div(name, new Span(origin), withdraw(actor, page, grant));
        card.addClassName("record-card");
        return card;
    }

    @Override
    protected ListDescription<GroupGrant> list(GroupPage page) {
        UI ui = UI.getCurrentOrThrow();
        String here = page.node().id();
        Actor actor = current.get();
        Function<GroupGrant, String> origin = grant -> grant.origin().equals(here)
                ? ui.getTranslation("grant.here")
                : ui.getTranslation("grant.above", grant.originName());
        List<ListColumn<GroupGrant>> columns = List.of(
                ListColumn.of("name", GroupGrant::name).grow(3),
                ListColumn.of("schedules", GroupGrant::schedules),
                ListColumn.<GroupGrant>of("doors", GroupGrant::doors).grow(1),
                ListColumn.of("origin", origin),
                ListColumn.<GroupGrant>of("actions", grant -> null)
                        .drawn(new ComponentRenderer<>(grant -> withdraw(actor, page, grant)))
                        .width("9em")
                        .onScreenOnly());
        return ListDescription.of(
                        address(page), "grant", grants, grant -> grant.restriction() + "/" + grant.origin(), columns)
                .searching("name")
                .leadingTo(grant -> RestrictionView.path(grant.project(), grant.restriction()))
                .card(new ComponentRenderer<>(grant -> card(actor, page, grant, origin.apply(grant))));
    }
}
