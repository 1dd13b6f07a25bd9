package dev.lintel.ui.device;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The table of devices, with what can be done for one of them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DeviceGrid extends Grid<DeviceStatus> {
    private static final long serialVersionUID = 1L;
    private static final int NARROW = 900;

    private final Messages messages;
    private final transient Moments moments;
    private final transient InstantSource clock;
    private final transient CredentialDialogs credentials;
    private final transient Actor actor;

    DeviceGrid(Messages messages, InstantSource clock, CredentialDialogs credentials, CurrentActor current) {
        this.messages = messages;
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        this.clock = clock;
        this.credentials = credentials;
        this.actor = current.get();
        addClassName("device-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addComponentColumn(this::name)
                .setKey("name")
                .setHeader(getTranslation("device.name"))
                .setFlexGrow(3);
        addColumn(DeviceStatus::groupPath)
                .setKey("group")
                .setHeader(getTranslation("device.group"))
                .setFlexGrow(3);
        addColumn(status -> status.device().model()).setKey("model").setHeader(getTranslation("device.model"));
        addColumn(status -> status.device().serial()).setKey("serial").setHeader(getTranslation("device.serial"));
        addColumn(status -> messages.nameOf(moments.locale(), status.device().type()))
                .setKey("type")
                .setHeader(getTranslation("device.type"));
        addComponentColumn(this::presence)
                .setKey("status")
                .setHeader(getTranslation("device.status"))
                .setFlexGrow(2);
        addComponentColumn(this::actions).setKey("actions").setFlexGrow(0).setWidth("15em");
        getColumns().forEach(column -> column.setResizable(true));
        addAttachListener(attach -> {
            attach.getUI().getPage().addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
            attach.getUI().getPage().retrieveExtendedClientDetails(client -> fit(client.getWindowInnerWidth()));
        });
    }

    private void fit(int width) {
        boolean narrow = width < NARROW;
        List.of("group", "model", "serial", "type", "status", "actions")
                .forEach(key -> getColumnByKey(key).setVisible(!narrow));
    }

    private Div name(DeviceStatus status) {
        Span name = new Span(status.displayName());
        name.addClassName("device-name");
        Div cell = new Div(name);
        // shown where the screen is too narrow for the other columns
        Div more = new Div(new Span(status.groupPath()), presence(status), actions(status));
        more.addClassName("narrow-only");
        cell.add(more);
        return cell;
    }

    private Span presence(DeviceStatus status) {
        Presence presence = Presence.of(status);
        Span sign = new Span(presence == Presence.ONLINE ? "●" : "○");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span cell = new Span(sign, new Span(getTranslation(Messages.keyOf(presence))));
        cell.addClassNames("presence", presence.code());
        Instant seen = status.lastSeen();
        if (seen != null && presence == Presence.OFFLINE) {
            Span ago = new Span(moments.ago(seen, clock.instant()));
            ago.addClassName("ago");
            cell.add(ago);
        }
        if (seen != null) {
            cell.setTitle(getTranslation("device.lastSeen", moments.exact(seen)));
        }
        return cell;
    }

    private Div actions(DeviceStatus status) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (actor.may(Permission.ACS_LOG_VIEW)) {
            Anchor log = new Anchor(
                    "acs-log?device=" + URLEncoder.encode(status.device().id(), StandardCharsets.UTF_8),
                    getTranslation("device.log"));
            log.setAriaLabel(getTranslation("device.logOf", status.displayName()));
            actions.add(log);
        }
        if (actor.may(Permission.DEVICE_EDIT)) {
            Button issue = new Button(getTranslation("device.credentials"), VaadinIcon.KEY_O.create());
            issue.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            issue.setAriaLabel(getTranslation("device.credentialsOf", status.displayName()));
            issue.addClickListener(click -> credentials.ask(actor, status));
            actions.add(issue);
        }
        return actions;
    }
}
