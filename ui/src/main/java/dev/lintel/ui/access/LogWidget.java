package dev.lintel.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.dashboard.WidgetSize;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.dashboard.Widget;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.live.LiveFeed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The ACS log on Today, with all that the list can do; its filter is the address of Today. */
@org.springframework.stereotype.Component
@Order(100)
final class LogWidget implements Widget {
    private static final Set<String> COLUMNS = Set.of("created", "device", "owner", "message");

    private final AcsLog log;
    private final LogChoices choices;
    private final LiveFeed feed;
    private final RecordLists lists;
    private final Messages messages;

    LogWidget(AcsLog log, LogChoices choices, LiveFeed feed, RecordLists lists, Messages messages) {
        this.log = log;
        this.choices = choices;
        this.feed = feed;
        this.lists = lists;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "acs-log";
    }

    @Override
    public String caption() {
        return "acsLog.title";
    }

    @Override
    public WidgetSize usualSize() {
        return new WidgetSize(4, 6);
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.may(Permission.ACS_LOG_VIEW);
    }

    @Override
    public boolean headed() {
        return false;
    }

    @Override
    public Component content(Actor actor, @Nullable Long project) {
        UI ui = UI.getCurrentOrThrow();
        EntryColumns entries = new EntryColumns(
                messages, BrowserZone.moments(ui, messages), Preferred.of(ui).notation(), entry -> Optional.empty());
        List<ListColumn<AcsLogEntry>> columns = entries.columns(LogWidget::address).stream()
                .map(column -> COLUMNS.contains(column.key()) ? column : column.hidden())
                .toList();
        RecordList<AcsLogEntry> list = lists.of(ListDescription.of("", "acsLog", log, AcsLogEntry::id, columns)
                        .searching("owner")
                        .card(entries.card(LogWidget::address))
                        .choosing("device", choices.devices(actor))
                        .choosing(
                                "identifierId",
                                choices.identifiers(actor, Preferred.of(ui).notation())))
                .nothingYet(
                        new EmptyState(ui.getTranslation("acsLog.emptyTitle"), ui.getTranslation("acsLog.emptyText")));
        return new LiveEntries(log, list, feed, actor);
    }

    private static String address(AcsLogEntry entry) {
        return AcsLogView.PATH + "/" + entry.id();
    }
}
