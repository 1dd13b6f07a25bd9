package dev.lintel.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.marker.MarkedPeople;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.EntriesView;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.live.Batch;
import dev.lintel.ui.live.LiveFeed;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every pass attempt, newest first and live. The filter is the address; an entry opens beside the list. */
@Route(value = AcsLogView.PATH, layout = MainLayout.class)
@ParentLayout(MainLayout.class)
@PermitAll
public class AcsLogView extends EntriesView<AcsLogEntry> {
    public static final String PATH = "acs-log";

    private static final long serialVersionUID = 1L;
    private static final int MOST_PENDING = 1_000;

    private final transient AcsLog log;
    private final transient LiveFeed feed;
    private final transient Actor actor;
    private final transient List<AcsLogEntry> pending = new ArrayList<>();
    private final RecordList<AcsLogEntry> list;
    private final NewEntriesBar newEntries = new NewEntriesBar(this::showPending);
    private final LiveSwitch live = new LiveSwitch(this::showPending);

    AcsLogView(
            AcsLog log,
            LogChoices choices,
            LiveFeed feed,
            RecordLists lists,
            MarkedPeople marked,
            Messages messages,
            CurrentActor current) {
        super(PATH);
        this.log = log;
        this.feed = feed;
        this.actor = current.get();
        actor.require(Permission.ACS_LOG_VIEW);
        UI ui = UI.getCurrentOrThrow();
        EntryColumns entries = new EntryColumns(
                messages,
                BrowserZone.moments(ui, messages),
                Preferred.of(ui).notation(),
                entry -> marker(marked, entry));
        this.list = lists.of(ListDescription.of(
                                PATH, "acsLog", log, AcsLogEntry::id, entries.columns(entry -> address(entry.id())))
                        .searching("owner")
                        .card(entries.card(entry -> address(entry.id())))
                        .choosing("device", choices.devices(actor))
                        .choosing(
                                "identifierId",
                                choices.identifiers(actor, Preferred.of(ui).notation())))
                .nothingYet(new EmptyState(getTranslation("acsLog.emptyTitle"), getTranslation("acsLog.emptyText")))
                .whenChosen(entry -> open(entry.id()))
                .whenRead(this::forgetPending)
                .above(newEntries);
        list.whenAtTop(this::showPending);
        addClassName("acs-log");
        show(new ViewHeader(getTranslation("acsLog.title"), live));
    }

    @Override
    protected RecordList<AcsLogEntry> list() {
        return list;
    }

    private Optional<Marker> marker(MarkedPeople marked, AcsLogEntry entry) {
        Long project = entry.project();
        String holder = entry.ownerId();
        return project == null || holder == null ? Optional.empty() : marked.of(actor, project, holder);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration following =
                feed.passes().follow(attach.getUI(), entry -> log.matches(actor, list.query(), entry), this::receive);
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    private void receive(Batch<AcsLogEntry> news) {
        // the filter may have changed since the feed asked
        news.items().stream()
                .filter(entry -> !newEntries.isMany() && log.matches(actor, list.query(), entry))
                .forEach(pending::add);
        if (news.missed() > 0 || pending.size() > MOST_PENDING) {
            newEntries.showMany();
        }
        if (live.isOn() && list.isAtTop()) {
            showPending();
        } else {
            newEntries.show(pending.size());
        }
    }

    private void showPending() {
        if (newEntries.isMany() || !list.query().sort().equals(log.listing().sort())) {
            list.reload();
            list.scrollToTop();
        } else if (!pending.isEmpty()) {
            pending.sort(Comparator.comparingLong(AcsLogEntry::id));
            list.showOnTop(pending);
            if (!list.isAtTop()) {
                list.scrollToTop();
            }
        }
        forgetPending();
    }

    private void forgetPending() {
        pending.clear();
        newEntries.show(0);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("acsLog.title") + " · Lintel";
    }
}
