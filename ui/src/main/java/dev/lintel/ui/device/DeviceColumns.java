package dev.lintel.ui.device;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.device.Presence;
import dev.lintel.domain.group.GroupReach;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.access.matrix.OpenersView;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.group.GroupChoices;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.sync.CopiesView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How devices are shown in lists, and what can be done for one of them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DeviceColumns {
    private final DeviceList devices;
    private final Groups groups;
    private final DeviceDialogs dialogs;
    private final InstantSource clock;
    private final Actor actor;
    private final Moments moments;

    DeviceColumns(
            DeviceList devices,
            Groups groups,
            DeviceDialogs dialogs,
            Messages messages,
            InstantSource clock,
            CurrentActor current) {
        this.devices = devices;
        this.groups = groups;
        this.dialogs = dialogs;
        this.clock = clock;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
    }

    /** @param path of the view that shows them */
    ListDescription<DeviceStatus> list(String path) {
        ListDescription<DeviceStatus> list = ListDescription.of(path, "device", devices, DeviceColumns::id, columns())
                .searching("words")
                .card(new ComponentRenderer<>(this::card));
        boolean seesGroups = !(GroupReach.view(actor) instanceof Reach.Nothing);
        return seesGroups ? list.choosing("group", new GroupChoices(groups, actor)) : list;
    }

    static Object id(DeviceStatus status) {
        return id(status.project(), status.device().id());
    }

    /** What tells a device from all others of the server. */
    static Object id(long project, String id) {
        return project + "/" + id;
    }

    private List<ListColumn<DeviceStatus>> columns() {
        return List.of(
                ListColumn.of("name", DeviceStatus::displayName).grow(3),
                ListColumn.of("where", DeviceStatus::groupPath).grow(3),
                ListColumn.<DeviceStatus>of("model", status -> status.device().model()),
                ListColumn.<DeviceStatus>of("serial", status -> status.device().serial()),
                ListColumn.<DeviceStatus>of("type", status -> status.device().type()),
                ListColumn.of("status", DeviceStatus::presence).drawn(new ComponentRenderer<>(this::presence)),
                ListColumn.<DeviceStatus>of("tags", DeviceColumns::tags).hidden(),
                ListColumn.of("seen", DeviceStatus::lastSeen).hidden(),
                ListColumn.of("copies", this::copies).drawn(new ComponentRenderer<>(this::linked)),
                ListColumn.<DeviceStatus>of("actions", status -> null)
                        .drawn(new ComponentRenderer<>(this::actions))
                        .width("29em")
                        .onScreenOnly());
    }

    private Div card(DeviceStatus status) {
        Span name = new Span(status.displayName());
        name.addClassName("strong");
        Div card = new Div(name, new Span(status.groupPath()), presence(status), linked(status));
        if (!status.device().tags().isEmpty()) {
            card.add(new Span(text("device.tagged", tags(status))));
        }
        card.add(actions(status));
        card.addClassName("record-card");
        return card;
    }

    private static String tags(DeviceStatus status) {
        return String.join(", ", status.device().tags());
    }

    private Span presence(DeviceStatus status) {
        Presence presence = status.presence();
        Span sign = new Span(presence == Presence.ONLINE ? "●" : "○");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span cell = new Span(sign, new Span(text(Messages.keyOf(presence))));
        cell.addClassNames("presence", presence.name().toLowerCase(Locale.ROOT));
        Instant seen = status.lastSeen();
        if (seen != null && presence == Presence.OFFLINE) {
            Span ago = new Span(moments.ago(seen, clock.instant()));
            ago.addClassName("ago");
            cell.add(ago);
        }
        if (seen != null) {
            cell.setTitle(text("device.lastSeen", moments.exact(seen)));
        }
        return cell;
    }

    private String copies(DeviceStatus status) {
        DeviceStatus.Copies of = status.copies();
        return switch (status.stock()) {
            case NONE -> "";
            case UNREACHABLE -> text("device.copiesOverHttp");
            case FAILED, WAITING, IN_PLACE ->
                text("device.copiesOf", of.waiting(), of.failed(), of.inPlace()).strip();
        };
    }

    /** Leads to the copies one by one, with those that are not in place first in mind. */
    private Component linked(DeviceStatus status) {
        DeviceStatus.Copies of = status.copies();
        Map<String, List<String>> there = ChosenProject.parameters(status.project());
        there.put("device", List.of(QueryText.oneOfSeveral(status.device().id())));
        if (of.waiting() + of.failed() > 0) {
            there.put("state", List.of("pending,failed"));
        }
        HtmlContainer shown = CopiesView.isFor(actor)
                ? new Anchor(CopiesView.PATH + "?" + new QueryParameters(there).getQueryString(), copies(status))
                : new Span(copies(status));
        shown.addClassNames("copies-cell", status.stock().name().toLowerCase(Locale.ROOT));
        if (status.stock() == DeviceStatus.Stock.UNREACHABLE) {
            shown.getElement().setAttribute("title", text("device.copiesOverHttpText", of.waiting()));
        }
        return shown;
    }

    private Component actions(DeviceStatus status) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (actor.may(Permission.ACS_LOG_VIEW)) {
            Anchor log = new Anchor(
                    "acs-log?device=" + URLEncoder.encode(status.device().id(), StandardCharsets.UTF_8),
                    text("device.log"));
            log.setAriaLabel(text("device.logOf", status.displayName()));
            actions.add(log);
        }
        if (AccessMatrix.isFor(actor)) {
            Anchor openers = new Anchor(
                    OpenersView.path(status.project(), status.device().id()), text("device.openers"));
            openers.setAriaLabel(text("device.openersOf", status.displayName()));
            actions.add(openers);
        }
        if (actor.may(Permission.DEVICE_EDIT)) {
            Button issue = new Button(text("device.credentials"), VaadinIcon.KEY_O.create());
            issue.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            issue.setAriaLabel(text("device.credentialsOf", status.displayName()));
            issue.addClickListener(click -> dialogs.credentials().ask(actor, status));
            Button place = new Button(VaadinIcon.MAP_MARKER.create());
            place.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
            place.setAriaLabel(text("position.of", status.displayName()));
            place.setTooltipText(text("position.button"));
            place.addClickListener(click -> dialogs.positions().open(actor, status));
            Button tag = new Button(VaadinIcon.TAGS.create());
            tag.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
            tag.setAriaLabel(text("device.tagsOf", status.displayName()));
            tag.setTooltipText(text("device.tags"));
            tag.addClickListener(click -> dialogs.tags().open(actor, status));
            actions.add(issue, place, tag);
        }
        return actions;
    }

    private String text(String key, Object... arguments) {
        return moments.messages().getTranslation(key, moments.locale(), arguments);
    }
}
