package dev.lintel.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.AcsLogFilter;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.live.Batch;
import dev.lintel.ui.live.LiveFeed;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every pass attempt, newest first and live. The filter is the address; an entry opens beside the list. */
@Route(value = AcsLogView.PATH, layout = MainLayout.class)
@ParentLayout(MainLayout.class)
@PermitAll
public class AcsLogView extends MasterDetailLayout implements AfterNavigationObserver, HasDynamicTitle {
    public static final String PATH = "acs-log";

    private static final long serialVersionUID = 1L;
    private static final int MOST_PENDING = 1_000;

    private final transient AcsLog log;
    private final transient LiveFeed feed;
    private final Messages messages;
    private final transient Actor actor;
    private final transient Moments moments;
    private final IdentifierNotation notation;
    private final transient LoadedEntries entries;
    private final transient List<AcsLogEntry> pending = new ArrayList<>();
    private final EntryGrid grid;
    private final FilterBar filters;
    private final NewEntriesBar newEntries = new NewEntriesBar(this::showPending);
    private final LiveSwitch live = new LiveSwitch(this::showPending);
    // read by the live feed's thread
    private transient volatile AcsLogFilter filter = AcsLogFilter.ALL;
    private boolean navigated;

    AcsLogView(AcsLog log, DeviceRegistry devices, LiveFeed feed, Messages messages, CurrentActor current) {
        this.log = log;
        this.feed = feed;
        this.messages = messages;
        this.actor = current.get();
        actor.require(Permission.ACS_LOG_VIEW);
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        this.notation = Preferred.of(UI.getCurrentOrThrow()).notation();
        this.entries = new LoadedEntries((before, limit) -> log.find(actor, filter, before, limit));
        this.grid = new EntryGrid(messages, moments, entries, this::address);
        this.filters = new FilterBar(
                actor.may(Permission.DEVICE_VIEW) ? devices.list(actor, null) : List.of(), moments.zone(), this::go);
        grid.whenChosen(this::open);
        grid.whenAtTop(this::showPending);
        grid.setEmptyStateComponent(
                new EmptyState(getTranslation("acsLog.emptyTitle"), getTranslation("acsLog.emptyText")));

        addClassName("acs-log");
        setSizeFull();
        setMaster(master());
        setMasterSize("20rem");
        setDetailSize("32rem");
        setExpandMaster(true);
        setExpandDetail(false);
        setOverlaySize("min(32rem, 100%)");
        addBackdropClickListener(click -> go(filter));
        addDetailEscapePressListener(press -> go(filter));
    }

    private Div master() {
        Button toggle = new Button(getTranslation("filter.label"), VaadinIcon.FILTER.create());
        toggle.addClassName("filter-toggle");
        toggle.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        toggle.addClickListener(click -> filters.getElement().executeJs("this.classList.toggle('open')"));
        Anchor export = new Anchor(this::export, getTranslation("acsLog.export"));
        export.addClassName("button-link");
        Div master = new Div(
                new ViewHeader(getTranslation("acsLog.title"), live, toggle, export), filters, newEntries, grid);
        master.addClassName("list-view");
        return master;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        AcsLogFilter wanted = FilterQuery.read(event.getLocation().getQueryParameters());
        filters.show(wanted);
        if (!wanted.equals(filter) || !navigated) {
            filter = wanted;
            reload();
        }
        navigated = true;
        if (event.getLocation().getSegments().size() == 1) {
            setDetail(null);
            grid.deselectAll();
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration following =
                feed.passes().follow(attach.getUI(), entry -> log.matches(actor, filter, entry), this::receive);
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    private void receive(Batch<AcsLogEntry> news) {
        // the filter may have changed since the feed asked
        news.items().stream()
                .filter(entry -> !newEntries.isMany() && log.matches(actor, filter, entry))
                .forEach(pending::add);
        if (news.missed() > 0 || pending.size() > MOST_PENDING) {
            newEntries.showMany();
        }
        if (live.isOn() && grid.isAtTop()) {
            showPending();
        } else {
            newEntries.show(pending.size());
        }
    }

    private void showPending() {
        if (newEntries.isMany()) {
            reload();
            grid.scrollToStart();
        } else if (!pending.isEmpty()) {
            entries.add(pending);
            pending.clear();
            grid.refresh();
            if (!grid.isAtTop()) {
                grid.scrollToStart();
            }
        }
        newEntries.show(0);
    }

    private void reload() {
        pending.clear();
        newEntries.show(0);
        entries.clear();
        grid.refresh();
    }

    private void export(DownloadEvent download) throws IOException {
        download.setFileName("acs-log.csv");
        download.setContentType("text/csv; charset=utf-8");
        new AcsLogCsv(log, messages, moments, notation).write(actor, filter, download.getOutputStream());
    }

    private void go(AcsLogFilter wanted) {
        getUI().ifPresent(ui -> ui.navigate(AcsLogView.class, FilterQuery.write(wanted)));
    }

    private void open(AcsLogEntry entry) {
        getUI().ifPresent(ui -> ui.navigate(PATH + "/" + entry.id(), FilterQuery.write(filter)));
    }

    private String address(AcsLogEntry entry) {
        String query = FilterQuery.write(filter).getQueryString();
        return PATH + "/" + entry.id() + (query.isEmpty() ? "" : "?" + query);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("acsLog.title") + " · Lintel";
    }
}
