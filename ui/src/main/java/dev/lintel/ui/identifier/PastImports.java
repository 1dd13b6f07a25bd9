package dev.lintel.ui.identifier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.identifier.exchange.ImportHistory;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The last imports of a project, each of which can be taken back as long as nobody has touched anything of it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PastImports extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ImportHistory history;
    private final transient Actor actor;
    private final transient Moments moments;

    PastImports(ImportHistory history, Messages messages, CurrentActor current) {
        this.history = history;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
    }

    void show(long project) {
        removeAll();
        List<ImportHistory.Import> imports = history.list(actor, project);
        setVisible(!imports.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        imports.forEach(one -> list.add(row(project, one)));
        add(new H2(getTranslation("identifierImport.past")), list);
    }

    private ListItem row(long project, ImportHistory.Import of) {
        Span source = new Span(of.source());
        source.addClassName("device-name");
        ListItem row = new ListItem(
                source,
                new Span(moments.inList(of.at())),
                new Span(of.by()),
                new Span(getTranslation("identifierImport.pastCounts", of.added(), of.changed())));
        if (of.undone() != null) {
            row.add(new Span(getTranslation("identifierImport.undone", moments.inList(of.undone()))));
        } else if (of.touched() > 0) {
            row.add(new Span(getTranslation("identifierImport.touched", of.touched())));
        } else if (!(actor.reach(Permission.IDENTIFIER_DELETE) instanceof Reach.Nothing)) {
            Button undo = new Button(getTranslation("identifierImport.undo"), click -> ask(project, of));
            undo.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
            undo.addClassName("row-actions");
            row.add(undo);
        }
        return row;
    }

    private void ask(long project, ImportHistory.Import of) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("identifierImport.undoTitle", of.source()));
        question.setText(getTranslation("identifierImport.undoText", of.added(), of.changed()));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("identifierImport.undo"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> undo(project, of.id()));
        question.open();
    }

    private void undo(long project, long id) {
        boolean done = history.undo(actor, project, id).isPresent();
        Notification.show(getTranslation(done ? "identifierImport.undoDone" : "identifierImport.undoRefused"));
        show(project);
    }
}
