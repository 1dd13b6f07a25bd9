package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.access.AcsLogView;
import dev.lintel.ui.access.VerdictBadge;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who was at the doors last. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class LastPasses extends Section {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 12;

    private final transient AcsLog log;
    private final Messages messages;
    private final UnorderedList list = new UnorderedList();
    // read by the live feed's thread
    private transient volatile ListQuery<AcsLogEntry> query;
    private transient List<AcsLogEntry> entries = List.of();

    LastPasses(AcsLog log, Messages messages) {
        this.log = log;
        this.messages = messages;
        this.query = ListQuery.everything(log.listing());
        addClassName("last-passes");
        Anchor all = new Anchor(AcsLogView.PATH, getTranslation("dashboard.allPasses"));
        add(new H2(getTranslation("dashboard.lastPasses")), list, all);
    }

    public void load(Actor actor, @Nullable Long project) {
        query = QueryText.read(log.listing(), ChosenProject.parameters(project));
        entries = log.newest(actor, query, SHOWN);
        show();
    }

    boolean wants(Actor actor, AcsLogEntry entry) {
        return log.matches(actor, query, entry);
    }

    void add(List<AcsLogEntry> fresh) {
        List<AcsLogEntry> all = new ArrayList<>(entries);
        fresh.stream().filter(entry -> !all.contains(entry)).forEach(all::add);
        all.sort(Comparator.comparingLong(AcsLogEntry::id).reversed());
        entries = List.copyOf(all.subList(0, Math.min(SHOWN, all.size())));
        show();
    }

    private void show() {
        list.removeAll();
        Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        entries.forEach(entry -> list.add(new ListItem(line(entry, moments))));
        if (entries.isEmpty()) {
            list.add(new ListItem(new Paragraph(getTranslation("acsLog.emptyText"))));
        }
    }

    private Anchor line(AcsLogEntry entry, Moments moments) {
        Span at = new Span(moments.inList(entry.at()));
        at.addClassName("at");
        String owner =
                Objects.requireNonNullElseGet(entry.ownerName(), () -> messages.nameOf(moments.locale(), entry.type()));
        String device = Objects.requireNonNullElse(entry.deviceName(), entry.deviceSerial());
        Span who = new Span(owner);
        who.addClassName("who");
        Span where = new Span(device);
        where.addClassName("where");
        return new Anchor(
                AcsLogView.PATH + "/" + entry.id(),
                at,
                new VerdictBadge(entry.verdict(), VerdictBadge.message(messages, moments.locale(), entry)),
                who,
                where);
    }
}
