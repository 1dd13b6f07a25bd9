package dev.lintel.ui.device;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.dashboard.WidgetSize;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.dashboard.Widget;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.live.LiveFeed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The devices that were there and are not, the one that went last on top. */
@org.springframework.stereotype.Component
@Order(300)
final class AwayWidget implements Widget {
    private static final int SHOWN = 50;

    private final DeviceList devices;
    private final LiveFeed feed;
    private final Messages messages;
    private final InstantSource clock;

    AwayWidget(DeviceList devices, LiveFeed feed, Messages messages, InstantSource clock) {
        this.devices = devices;
        this.feed = feed;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "devices-away";
    }

    @Override
    public String caption() {
        return "widget.away";
    }

    @Override
    public WidgetSize usualSize() {
        return new WidgetSize(2, 2);
    }

    @Override
    public boolean isFor(Actor actor) {
        return !(actor.reach(Permission.DEVICE_VIEW) instanceof Reach.Nothing);
    }

    @Override
    public Component content(Actor actor, @Nullable Long project) {
        Map<String, List<String>> away = ChosenProject.parameters(project);
        away.put("status", List.of("offline"));
        away.put("sort", List.of("-seen"));
        String all = DeviceListView.PATH + "?" + new QueryParameters(away).getQueryString();
        return new Content(actor, all, () -> devices.page(actor, QueryText.read(devices.listing(), away), null, SHOWN)
                .rows());
    }

    private final class Content extends Div {
        private static final long serialVersionUID = 1L;

        private final transient Actor actor;
        private final transient Supplier<List<DeviceStatus>> away;
        private final UnorderedList list = new UnorderedList();

        Content(Actor actor, String all, Supplier<List<DeviceStatus>> away) {
            this.actor = actor;
            this.away = away;
            list.addClassName("widget-rows");
            add(list, new Anchor(all, UI.getCurrentOrThrow().getTranslation("widget.awayAll")));
            show();
        }

        private void show() {
            list.removeAll();
            Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
            List<DeviceStatus> gone = away.get();
            gone.forEach(device -> list.add(new ListItem(line(device, moments))));
            if (gone.isEmpty()) {
                list.add(new ListItem(new Paragraph(getTranslation("widget.awayNone"))));
            }
        }

        private Div line(DeviceStatus device, Moments moments) {
            Div line = new Div(new Span(device.displayName()));
            Instant seen = device.lastSeen();
            if (seen != null) {
                Span at = new Span(moments.ago(seen, clock.instant()));
                at.addClassName("at");
                at.setTitle(moments.exact(seen));
                line.add(at);
            }
            return line;
        }

        @Override
        protected void onAttach(AttachEvent attach) {
            super.onAttach(attach);
            Registration news = feed.devices()
                    .follow(
                            attach.getUI(),
                            change -> change.isWithin(actor.reach(Permission.DEVICE_VIEW)),
                            all -> show());
            addDetachListener(detach -> {
                detach.unregisterListener();
                news.remove();
            });
        }
    }
}
