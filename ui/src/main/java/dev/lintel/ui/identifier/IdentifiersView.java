package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.identifier.IdentifierRow;
import dev.lintel.domain.identifier.exchange.IdentifierImport;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** The identifiers within reach. */
@Route(value = IdentifiersView.PATH, layout = MainLayout.class)
@PermitAll
public class IdentifiersView extends Div implements HasDynamicTitle {
    public static final String PATH = "identifiers";

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final RecordList<IdentifierRow> list;

    IdentifiersView(RecordLists lists, IdentifierColumns columns, IdentifierActions actions, CurrentActor current) {
        this.actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        this.list = lists.of(columns.list(PATH))
                .nothingYet(new EmptyState(
                        getTranslation("identifiers.noneTitle"), getTranslation("identifiers.noneText")));
        addClassName("list-view");
        if (may(Permission.IDENTIFIER_EDIT)) {
            list.bulkAction(getTranslation("identifiers.suspend"), rows -> each(rows, actions::suspend));
            list.bulkAction(getTranslation("identifiers.resume"), rows -> each(rows, actions::resume));
            list.bulkAction(getTranslation("identifiers.revoke"), rows -> each(rows, actions::revoke));
        }
        if (may(Permission.IDENTIFIER_DELETE)) {
            list.bulkAction(getTranslation("identifiers.delete"), rows -> each(rows, actions::delete));
        }
        add(new ViewHeader(getTranslation("identifiers.title"), buttons()), list);
    }

    private Component[] buttons() {
        if (!may(Permission.IDENTIFIER_CREATE)) {
            return new Component[0];
        }
        Button add = new Button(
                getTranslation("identifiers.add"), VaadinIcon.PLUS.create(), click -> go(NewIdentifierView.class));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        list.whenNew(() -> go(NewIdentifierView.class));
        if (!IdentifierImport.isPermitted(actor)) {
            return new Component[] {add};
        }
        Button more = new Button(
                getTranslation("identifiers.import"),
                VaadinIcon.UPLOAD_ALT.create(),
                click -> go(ImportIdentifiersView.class));
        return new Component[] {more, add};
    }

    /** To a page of the project that this list shows. */
    private void go(Class<? extends Component> page) {
        getUI().ifPresent(ui -> ui.navigate(
                page, ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
    }

    private boolean may(Permission permission) {
        return !(actor.reach(permission) instanceof Reach.Nothing);
    }

    private interface Action {
        void run(long project, List<String> ids, Runnable done);
    }

    /** Identifiers of one project at a time, since nothing is done across projects. */
    private void each(List<IdentifierRow> rows, Action action) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        IdentifierRow::project, Collectors.mapping(IdentifierRow::id, Collectors.toList())))
                .forEach((project, ids) -> action.run(project, ids, list::reload));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identifiers.title") + " · Lintel";
    }
}
