package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;

/** Every identifier at every door that it may open. */
@Route(value = MatrixView.PATH, layout = MainLayout.class)
@PermitAll
public class MatrixView extends Div implements HasDynamicTitle {
    public static final String PATH = "matrix";

    private static final long serialVersionUID = 1L;

    MatrixView(RecordLists lists, MatrixColumns columns, CurrentActor current) {
        Actor actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        actor.requireReach(Permission.DEVICE_VIEW);
        addClassName("list-view");
        add(
                new ViewHeader(getTranslation("matrix.title")),
                lists.of(columns.all(PATH))
                        .nothingYet(
                                new EmptyState(getTranslation("matrix.noneTitle"), getTranslation("matrix.noneText"))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("matrix.title") + " · Lintel";
    }
}
