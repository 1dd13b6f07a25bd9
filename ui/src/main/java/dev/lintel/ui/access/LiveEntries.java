package dev.lintel.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.live.Batch;
import dev.lintel.ui.live.LiveFeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The ACS log as a part of another page: what is new comes in on top while that can be read, and is counted otherwise. */
final class LiveEntries extends Div {
    private static final long serialVersionUID = 1L;

    /** More at once than anybody could follow. */
    private static final int CALM = 20;

    private final transient AcsLog log;
    private final RecordList<AcsLogEntry> list;
    private final transient LiveFeed feed;
    private final transient Actor actor;
    private final transient List<AcsLogEntry> pending = new ArrayList<>();
    private final NewEntriesBar bar = new NewEntriesBar(this::showPending);
    private final LiveSwitch live = new LiveSwitch(this::showPending);
    private boolean loaded;

    LiveEntries(AcsLog log, RecordList<AcsLogEntry> list, LiveFeed feed, Actor actor) {
        this.log = log;
        this.list = list;
        this.feed = feed;
        this.actor = actor;
        addClassName("live-entries");
        list.whenRead(this::forget).above(bar);
        Button refresh = new Button(VaadinIcon.REFRESH.create(), click -> list.reload());
        refresh.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        refresh.setAriaLabel(getTranslation("action.refresh"));
        refresh.setTooltipText(getTranslation("action.refresh"));
        Anchor all = new Anchor(AcsLogView.PATH, getTranslation("dashboard.allPasses"));
        add(new Header(new H2(getTranslation("acsLog.title")), live, refresh, all), list);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        UI ui = attach.getUI();
        if (!loaded) {
            loaded = true;
            list.show(ui.getActiveViewLocation().getQueryParameters());
        }
        Registration following =
                feed.passes().follow(ui, entry -> log.matches(actor, list.query(), entry), this::receive);
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    private void receive(Batch<AcsLogEntry> news) {
        if (news.isCalm()) {
            // all of it can be read now, and nothing moves any more
            if (bar.isMany() && live.isOn() && list.isAtTop()) {
                list.reload();
            }
            return;
        }
        // the filter may have changed since the feed asked
        news.items().stream()
                .filter(entry -> log.matches(actor, list.query(), entry))
                .forEach(pending::add);
        if (news.missed() > 0 || pending.size() > CALM) {
            pending.clear();
            bar.showMany();
        } else if (live.isOn() && list.isAtTop() && !bar.isMany()) {
            showPending();
        } else {
            bar.show(pending.size());
        }
    }

    private void showPending() {
        if (bar.isMany() || !list.query().sort().equals(log.listing().sort())) {
            list.reload();
            list.scrollToTop();
        } else if (!pending.isEmpty()) {
            pending.sort(Comparator.comparingLong(AcsLogEntry::id));
            list.showOnTop(pending);
            if (!list.isAtTop()) {
                list.scrollToTop();
            }
        }
        forget();
    }

    private void forget() {
        pending.clear();
        bar.show(0);
    }
}
