package dev.lintel.ui.group;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.FoundGroup;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.MasterDetailView;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tree of groups; the page of one opens beside it. */
@Route(value = GroupsView.PATH, layout = MainLayout.class)
@ParentLayout(MainLayout.class)
@PermitAll
public class GroupsView extends MasterDetailView implements GroupScreen {
    public static final String PATH = "groups";

    private static final long serialVersionUID = 1L;
    private static final int MOST_FOUND = 200;
    private static final int TYPING_PAUSE_MILLIS = 300;

    private final transient Groups groups;
    private final transient GroupDialogs dialogs;
    private final transient Actor actor;
    private final TextField words = new TextField();
    private final GroupTree tree;
    private final Grid<FoundGroup> found = new Grid<>();
    private @Nullable Long project;
    private boolean navigated;
    private transient QueryParameters query = QueryParameters.empty();

    GroupsView(Groups groups, GroupDialogs dialogs, List<GroupAction> actions, CurrentActor current) {
        super("22rem", "30rem", "100%");
        this.groups = groups;
        this.dialogs = dialogs;
        this.actor = current.get();
        this.tree = new GroupTree(groups, actor, (shown, node) -> new Anchor(GroupPageView.address(node), node.name()));
        GroupMenu menu = new GroupMenu(actions, actor, this);
        tree.addActions(menu::button);
        tree.asSingleSelect().addValueChangeListener(change -> {
            GroupNode chosen = change.getValue();
            if (change.isFromClient() && chosen != null) {
                open(chosen);
            }
        });
        stayChosen(tree);
        search();
        Div master = new Div(header(), words, tree, found, menu);
        master.addClassNames("list-view", "groups-master");
        setMaster(master);
        setExpandDetail(true);
    }

    private ViewHeader header() {
        Button add = new Button(getTranslation("group.addRoot"), VaadinIcon.PLUS.create());
        add.addClickListener(click -> dialogs.addRoot(actor, this));
        add.setVisible(actor.may(Permission.GROUP_CREATE_ROOT));
        Button generate = new Button(getTranslation("group.generate"), VaadinIcon.FILE_TREE.create());
        generate.addClickListener(click -> getUI().ifPresent(ui -> ui.navigate(GenerateView.class)));
        generate.setVisible(actor.may(Permission.GROUP_CREATE_ROOT));
        return new ViewHeader(getTranslation("group.title"), add, generate);
    }

    private void search() {
        words.setPlaceholder(getTranslation("group.searchHint"));
        words.setAriaLabel(getTranslation("group.search"));
        words.setPrefixComponent(VaadinIcon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        words.addFocusShortcut(Key.SLASH).setBrowserDefaultAllowed(false);
        words.addValueChangeListener(change -> find());
        found.addClassName("groups-found");
        found.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        found.addColumn(new ComponentRenderer<>(FoundLine::new));
        found.setVisible(false);
        stayChosen(found);
        found.setEmptyStateComponent(
                new EmptyState(getTranslation("filter.noneTitle"), getTranslation("group.nothingFound")));
        found.asSingleSelect().addValueChangeListener(change -> {
            FoundGroup chosen = change.getValue();
            if (change.isFromClient() && chosen != null) {
                open(chosen.node());
            }
        });
    }

    /** Whoever clicks again on what is open does not close it. */
    private static void stayChosen(Grid<?> grid) {
        ((GridSingleSelectionModel<?>) grid.getSelectionModel()).setDeselectAllowed(false);
    }

    private void find() {
        String typed = words.getValue().strip();
        tree.setVisible(typed.isEmpty());
        found.setVisible(!typed.isEmpty());
        if (!typed.isEmpty()) {
            found.setItems(groups.search(actor, project, typed, 0, MOST_FOUND));
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = event.getLocation().getQueryParameters().including(ChosenProject.PARAMETER);
        Long wanted = ChosenProject.in(query).orElse(null);
        if (!navigated || wanted != null && !wanted.equals(project) || wanted == null && project != null) {
            project = wanted;
            tree.show(project);
            find();
        }
        navigated = true;
        super.afterNavigation(event);
    }

    @Override
    protected void deselect() {
        tree.deselectAll();
        found.deselectAll();
        tree.setEmptyStateComponent(
                new EmptyState(getTranslation("group.noneTitle"), getTranslation("group.noneText")));
    }

    /** Called by the page of a group once it is open. */
    void reveal(GroupNode node) {
        tree.reveal(node);
    }

    @Override
    public void show(GroupNode group) {
        tree.refresh();
        open(group);
    }

    @Override
    public void showAbove(GroupNode gone) {
        tree.refresh();
        find();
        String parent = gone.group().parent();
        (parent == null ? Optional.<GroupNode>empty() : groups.find(actor, gone.project(), parent))
                .ifPresentOrElse(this::open, () -> getUI().ifPresent(ui -> ui.navigate(GroupsView.class, query)));
    }

    private void open(GroupNode group) {
        getUI().ifPresent(ui -> ui.navigate(GroupPageView.address(group), query));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("group.title") + " · Lintel";
    }
}
