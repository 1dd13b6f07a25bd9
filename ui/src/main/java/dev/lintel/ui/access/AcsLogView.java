package dev.lintel.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
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
    private static final int MOST_PENDING = 100;

    private final transient AcsLog log;
    private final transient LiveFeed feed;
    private final transient Actor actor;
    private final transient List<AcsLogEntry> pending = new ArrayList<>();
    private final RecordList<AcsLogEntry> list;
    private final NewEntriesBar newEntries = new NewEntriesBar(this::showPending);
    private final LiveSwitch live = new LiveSwitch(this::showPending);
    /** How many came that wait neither here nor in the list. */
    private int notShown;
    /** Whether there are rows missing among those that are shown. */
    private boolean gaps;

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
                        .choosing("marker", choices.markers(actor))
                        .choosing(
                                "identifierId",
                                choices.identifiers(actor, Preferred.of(ui).notation())))
                .nothingYet(new EmptyState(getTranslation("acsLog.emptyTitle"), getTranslation("acsLog.emptyText")))
                .whenChosen(entry -> open(entry.id()))
                .whenRead(this::forgetPending)
                .above(newEntries);
        list.whenAtTop(this::catchUp);
        list.whenNoLongerRead(this::catchUp);
        addClassName("acs-log");
        show(header());
    }

    private ViewHeader header() {
        if (actor.reach(Permission.SETTINGS_VIEW) instanceof Reach.Nothing) {
            return new ViewHeader(getTranslation("acsLog.title"), live);
        }
        RouterLink kept = new RouterLink(getTranslation("retention.title"), RetentionView.class);
        kept.addClassName("button-link");
        return new ViewHeader(getTranslation("acsLog.title"), kept, live);
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
                .filter(entry -> log.matches(actor, list.query(), entry))
                .forEach(pending::add);
        notShown += news.missed();
        while (pending.size() > MOST_PENDING) {
            pending.removeFirst();
            notShown++;
        }
        if (!live.isOn() || !list.isAtTop() || list.isBeingRead() || !isByArrival()) {
            newEntries.show(pending.size() + notShown);
        } else if (news.isCalm()) {
            fillGaps();
        } else {
            showSome(news.missed());
        }
    }

    private void catchUp() {
        if (live.isOn() && list.isAtTop() && isByArrival()) {
            showPending();
        }
    }

    /** In a crowd, only some entries of each second are drawn, and the others counted. */
    private void showSome(int more) {
        pending.sort(Comparator.comparingLong(AcsLogEntry::id));
        list.showOnTop(pending);
        pending.clear();
        gaps = gaps || notShown > 0;
        notShown = 0;
        if (more > 0) {
            newEntries.showMore(more);
        } else if (!gaps) {
            newEntries.show(0);
        }
    }

    private void fillGaps() {
        if (gaps || notShown > 0) {
            list.reload();
        }
    }

    private boolean isByArrival() {
        return list.query().sort().equals(log.listing().sort());
    }

    private void showPending() {
        if (gaps || notShown > 0 || !isByArrival()) {
            list.reload();
        } else if (!pending.isEmpty()) {
            pending.sort(Comparator.comparingLong(AcsLogEntry::id));
            list.showOnTop(pending);
        }
        if (!list.isAtTop()) {
            list.scrollToTop();
        }
        forgetPending();
    }

    private void forgetPending() {
        pending.clear();
        notShown = 0;
        gaps = false;
        newEntries.show(0);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("acsLog.title") + " · Lintel";
    }
}
