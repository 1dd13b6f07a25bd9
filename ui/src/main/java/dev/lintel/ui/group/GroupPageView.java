package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.ui.component.AddressNumber;
import dev.lintel.ui.component.CloseButton;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of one group: where it is, what can be done for it, and a tab for each feature that has something in it. */
@Route(value = GroupsView.PATH + "/:project/:group/:tab?", layout = GroupsView.class)
@PermitAll
class GroupPageView extends Section implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Groups groups;
    private final transient List<GroupTab> tabs;
    private final transient List<GroupAction> actions;
    private final transient Actor actor;
    private transient GroupNode shown;
    private transient @Nullable GroupPage page;
    private String tab = "";
    private String title = "";

    @SuppressWarnings("NullAway.Init") // entered before it is shown
    GroupPageView(Groups groups, List<GroupTab> tabs, List<GroupAction> actions, CurrentActor current) {
        this.groups = groups;
        this.tabs = tabs;
        this.actions = actions;
        this.actor = current.get();
        addClassName("group-page");
    }

    static String address(GroupNode group) {
        return address(group.project(), group.id());
    }

    static String address(long project, String id) {
        return GroupsView.PATH + "/" + project + "/" + id;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        long project = parameters.get("project").flatMap(AddressNumber::of).orElseThrow(NotFoundException::new);
        GroupPage entered =
                groups.get(actor, project, parameters.get("group").orElse("")).orElseThrow(NotFoundException::new);
        String wanted = parameters.get("tab").orElse("");
        if (entered.equals(page) && wanted.equals(tab)) {
            // only a list in it is filtered in another way
            return;
        }
        page = entered;
        tab = wanted;
        shown = entered.node();
        title = shown.name();
        removeAll();
        add(path(entered), header());
        show(entered, wanted);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        findAncestor(GroupsView.class).reveal(shown);
    }

    private Nav path(GroupPage page) {
        Nav path = new Nav();
        path.addClassName("group-way");
        path.setAriaLabel(getTranslation("group.path"));
        for (GroupPage.Step step : page.path()) {
            path.add(
                    step.visible()
                            ? new Anchor(address(page.node().project(), step.id()), step.name())
                            : new Span(step.name()));
            path.add(new Span("/"));
        }
        return path;
    }

    private Header header() {
        Header header = new Header(new H2(shown.name()));
        header.addClassName("group-header");
        actions.stream().filter(action -> action.isFor(actor, shown)).forEach(action -> {
            Button button =
                    new Button(getTranslation(action.caption()), action.icon().create());
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.addClickListener(click -> action.begin(actor, shown, findAncestor(GroupsView.class)));
            header.add(button);
        });
        CloseButton close = new CloseButton(() -> UI.getCurrentOrThrow().navigate(GroupsView.class));
        close.addThemeVariants(ButtonVariant.LUMO_SMALL);
        close.addClassName("close");
        header.add(close);
        return header;
    }

    private void show(GroupPage page, String wanted) {
        List<GroupTab> shownTabs =
                tabs.stream().filter(tab -> tab.isFor(actor, page)).toList();
        Tabs bar = new Tabs();
        Div content = new Div();
        content.addClassName("group-content");
        for (GroupTab tab : shownTabs) {
            Tab head = new Tab(new Anchor(tab.address(page), getTranslation(tab.caption())));
            bar.add(head);
            if (tab.path().equals(wanted) || content.getChildren().findAny().isEmpty() && wanted.isEmpty()) {
                bar.setSelectedTab(head);
                Component made = tab.content(actor, page);
                content.removeAll();
                content.add(made);
            }
        }
        if (content.getChildren().findAny().isEmpty()) {
            throw new NotFoundException();
        }
        add(bar, content);
    }

    @Override
    public String getPageTitle() {
        return title + " · Lintel";
    }
}
