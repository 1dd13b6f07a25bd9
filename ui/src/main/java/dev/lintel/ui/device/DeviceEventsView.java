package dev.lintel.ui.device;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.device.DeviceEventList;
import dev.lintel.domain.device.DeviceEventRow;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** What devices have told of themselves: how urgent it is, and what it is about. */
@Route(value = DeviceEventsView.PATH, layout = MainLayout.class)
@PermitAll
public class DeviceEventsView extends Div implements HasDynamicTitle {
    public static final String PATH = "device-events";

    private static final long serialVersionUID = 1L;

    private final transient Moments moments;

    DeviceEventsView(
            DeviceEventList events, DeviceList devices, RecordLists lists, Messages messages, CurrentActor current) {
        Actor actor = current.get();
        actor.requireReach(Permission.DEVICE_VIEW);
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("list-view");
        RecordList<DeviceEventRow> list = lists.of(ListDescription.of(
                                PATH, "deviceEvent", events, DeviceEventRow::id, columns())
                        .searching("code")
                        .card(new ComponentRenderer<>(this::card))
                        .choosing(
                                "device",
                                ReferenceChoices.of(
                                        devices,
                                        actor,
                                        "words",
                                        "id",
                                        status -> new Choice(status.device().id(), status.displayName()))))
                .nothingYet(new EmptyState(
                        getTranslation("deviceEvent.noneTitle"), getTranslation("deviceEvent.noneText")));
        Button refresh =
                new Button(getTranslation("action.refresh"), VaadinIcon.REFRESH.create(), click -> list.reload());
        refresh.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(
                new ViewHeader(getTranslation("deviceEvent.title"), refresh),
                new Paragraph(getTranslation("deviceEvent.about")),
                list);
    }

    private List<ListColumn<DeviceEventRow>> columns() {
        return List.of(
                ListColumn.<DeviceEventRow>of("received", DeviceEventRow::received)
                        .width("12rem"),
                ListColumn.<DeviceEventRow>of("priority", DeviceEventRow::priority)
                        .drawn(new ComponentRenderer<>(this::priority))
                        .width("8rem"),
                ListColumn.<DeviceEventRow>of("category", DeviceEventRow::category)
                        .width("9rem"),
                ListColumn.<DeviceEventRow>of("code", DeviceEventRow::code)
                        .drawn(new ComponentRenderer<>(this::event))
                        .grow(4),
                ListColumn.of("name", DeviceEventRow::deviceName).grow(3),
                ListColumn.<DeviceEventRow>of("table", DeviceEventRow::table)
                        .drawn(new ComponentRenderer<>(this::ruled))
                        .grow(2),
                ListColumn.<DeviceEventRow>of("row", DeviceEventRow::row).hidden(),
                ListColumn.<DeviceEventRow>of("happened", DeviceEventRow::deviceTime)
                        .hidden());
    }

    private Span priority(DeviceEventRow event) {
        Span shown = new Span();
        if (event.priority() != null) {
            shown.setText(moments.messages().nameOf(moments.locale(), event.priority()));
            shown.addClassNames("event-priority", event.priority().name().toLowerCase(Locale.ROOT));
        }
        return shown;
    }

    /** In words, with the code by which people find it. */
    private Div event(DeviceEventRow event) {
        Span code = new Span(event.code());
        Div both = new Div();
        both.addClassName("event-code");
        EventWords.of(moments.messages(), moments.locale(), event.code()).ifPresent(words -> {
            Span said = new Span(words);
            said.addClassName("strong");
            both.add(said);
            code.addClassName("code");
        });
        both.add(code);
        return both;
    }

    private Span ruled(DeviceEventRow event) {
        Integer row = event.row();
        return new Span(
                event.table() == null || row == null
                        ? ""
                        : moments.messages().getTranslation("deviceEvent.ruled", moments.locale(), row, event.table()));
    }

    private Div card(DeviceEventRow event) {
        Span received = new Span(moments.inList(event.received()));
        received.setTitle(moments.exact(event.received()));
        Span category =
                new Span(event.category() == null ? "" : moments.messages().nameOf(moments.locale(), event.category()));
        Div card =
                new Div(event(event), priority(event), category, new Span(event.deviceName()), received, ruled(event));
        card.addClassName("record-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("deviceEvent.title") + " · Lintel";
    }
}
