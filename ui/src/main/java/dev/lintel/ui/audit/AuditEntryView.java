package dev.lintel.ui.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.audit.AuditEntry;
import dev.lintel.domain.audit.AuditLog;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.CloseButton;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.EntryView;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.stream.Collectors;

/** One entry of the audit: the original beside the edited. */
@Route(value = AuditView.PATH + EntryView.PARAMETER, layout = AuditView.class)
@PermitAll
class AuditEntryView extends EntryView {
    private static final long serialVersionUID = 1L;

    private final transient AuditLog audit;
    private final transient Profiles profiles;
    private final Messages messages;
    private final transient Actor actor;

    AuditEntryView(AuditLog audit, Profiles profiles, Messages messages, CurrentActor current) {
        super(AuditView.class);
        this.profiles = profiles;
        this.audit = audit;
        this.messages = messages;
        this.actor = current.get();
    }

    @Override
    protected void show(long id, CloseButton close) {
        AuditEntry entry = audit.get(actor, id).orElseThrow(NotFoundException::new);
        UI ui = UI.getCurrentOrThrow();
        Moments moments = BrowserZone.moments(ui, messages);
        Facts facts = new Facts();
        Span at = new Span(moments.inList(entry.at()));
        at.setTitle(moments.exact(entry.at()));
        facts.fact("audit.created", at);
        facts.fact("audit.actor", entry.actor());
        facts.fact("audit.origin", entry.origin());
        facts.fact("audit.deed", messages.nameOf(ui.getLocale(), entry.deed()));
        AuditWords words = AuditWords.in(moments, profiles(entry));
        facts.fact("audit.kind", words.kind(entry));
        add(new Header(new H2(words.record(entry)), close), facts);
        if (!entry.changes().isEmpty()) {
            add(changes(entry, words));
        }
    }

    /** As far as the actor sees them, and the project is there still. */
    private Map<String, String> profiles(AuditEntry entry) {
        Long project = entry.project();
        return project == null || actor.reach(Permission.PROFILE_VIEW) instanceof Reach.Nothing
                ? Map.of()
                : profiles.list(actor, project).stream().collect(Collectors.toMap(Profile::id, Profile::name));
    }

    private NativeTable changes(AuditEntry entry, AuditWords words) {
        NativeTable table = new NativeTable();
        table.addClassName("audit-changes");
        table.add(new NativeTableHeader(new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("audit.field")),
                new NativeTableHeaderCell(getTranslation("audit.before")),
                new NativeTableHeaderCell(getTranslation("audit.after")))));
        NativeTableBody body = new NativeTableBody();
        for (AuditEntry.Change change : entry.changes()) {
            body.add(new NativeTableRow(
                    new NativeTableHeaderCell(words.field(change.field())),
                    new NativeTableCell(words.value(entry, change.field(), change.before())),
                    new NativeTableCell(words.value(entry, change.field(), change.after()))));
        }
        table.add(body);
        return table;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · Lintel";
    }
}
