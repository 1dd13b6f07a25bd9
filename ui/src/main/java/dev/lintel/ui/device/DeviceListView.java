package dev.lintel.ui.device;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.EnumSelect;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.live.LiveFeed;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The devices, and live whether they are there. */
@Route(value = "devices", layout = MainLayout.class)
@PermitAll
public class DeviceListView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    /** Parameter of the address: a word of {@link Presence} in lower case. */
    public static final String PRESENCE = "status";

    private static final long serialVersionUID = 1L;
    private static final String WORDS = "q";
    private static final int TYPING_PAUSE_MILLIS = 300;

    private final transient DeviceRegistry registry;
    private final transient LiveFeed feed;
    private final transient Actor actor;
    private final DeviceGrid grid;
    private final TextField words = new TextField(getTranslation("device.filter"));
    private final EnumSelect<Presence> presence = new EnumSelect<>(getTranslation("device.status"), Presence.values());
    private final Span count = new Span();
    private transient List<DeviceStatus> all = List.of();
    private transient QueryParameters query = QueryParameters.empty();

    DeviceListView(DeviceRegistry registry, LiveFeed feed, DeviceGrid grid, CurrentActor current) {
        this.registry = registry;
        this.feed = feed;
        this.grid = grid;
        this.actor = current.get();
        actor.requireReach(Permission.DEVICE_VIEW);
        addClassName("list-view");
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        words.setPlaceholder(getTranslation("device.filterHint"));
        words.addFocusShortcut(Key.SLASH).setBrowserDefaultAllowed(false);
        words.addValueChangeListener(change -> go(change.isFromClient()));
        presence.addValueChangeListener(change -> go(change.isFromClient()));
        Div filters = new Div(words, presence);
        filters.addClassNames("filter-bar", "short");
        filters.getElement().setAttribute("role", "search").setAttribute("aria-label", getTranslation("filter.label"));
        count.addClassName("count");
        add(new ViewHeader(getTranslation("device.title"), count), filters, grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        query = event.getLocation().getQueryParameters();
        all = registry.list(actor, ChosenProject.in(query).orElse(null));
        words.setValue(query.getSingleParameter(WORDS).orElse(""));
        presence.setValue(
                query.getSingleParameter(PRESENCE).flatMap(Presence::of).orElse(null));
        show();
    }

    private void show() {
        List<DeviceStatus> shown = all.stream().filter(this::matches).toList();
        grid.setEmptyStateComponent(
                all.isEmpty()
                        ? new EmptyState(getTranslation("device.noneTitle"), getTranslation("device.noneText"))
                        : new EmptyState(getTranslation("filter.noneTitle"), getTranslation("filter.noneText")));
        grid.setItems(shown);
        count.setText(getTranslation("device.count", shown.size(), all.size()));
    }

    private boolean matches(DeviceStatus status) {
        Presence wanted = presence.getValue();
        String text = String.join(
                        " ",
                        status.displayName(),
                        status.groupPath(),
                        status.device().model(),
                        status.device().serial())
                .toLowerCase(getLocale());
        return (wanted == null || wanted == Presence.of(status))
                && text.contains(words.getValue().strip().toLowerCase(getLocale()));
    }

    private void go(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        Presence wanted = presence.getValue();
        String typed = words.getValue().strip();
        QueryParameters next = query.excluding(WORDS, PRESENCE);
        next = typed.isEmpty() ? next : next.merging(WORDS, typed);
        next = wanted == null ? next : next.merging(PRESENCE, wanted.code());
        UI.getCurrentOrThrow().navigate(DeviceListView.class, next);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration following = feed.devices()
                .follow(attach.getUI(), change -> change.isWithin(actor.reach(Permission.DEVICE_VIEW)), news -> {
                    all = registry.list(actor, ChosenProject.in(query).orElse(null));
                    show();
                });
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("device.title") + " · Lintel";
    }
}
