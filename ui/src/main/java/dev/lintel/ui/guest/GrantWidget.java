package dev.lintel.ui.guest;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.guestpass.GuestPassList;
import dev.lintel.domain.guestpass.GuestPassRow;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.dashboard.WidgetSize;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.dashboard.Widget;
import dev.lintel.ui.live.LiveFeed;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Lets somebody in, and shows who was let in last. */
@org.springframework.stereotype.Component
@Order(200)
final class GrantWidget implements Widget {
    private static final int SHOWN = 12;

    private final GrantAccess grant;
    private final GuestPassList passes;
    private final LiveFeed feed;

    GrantWidget(GrantAccess grant, GuestPassList passes, LiveFeed feed) {
        this.grant = grant;
        this.passes = passes;
        this.feed = feed;
    }

    @Override
    public String key() {
        return "grant-access";
    }

    @Override
    public String caption() {
        return "guest.title";
    }

    @Override
    public WidgetSize usualSize() {
        return new WidgetSize(2, 2);
    }

    @Override
    public boolean isFor(Actor actor) {
        return GuestsView.mayMake(actor);
    }

    @Override
    public Component content(Actor actor, @Nullable Long project) {
        return new Content(
                () -> passes.page(
                                actor, QueryText.read(passes.listing(), ChosenProject.parameters(project)), null, SHOWN)
                        .rows(),
                () -> grant.open(actor, project));
    }

    private final class Content extends Div {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<List<GuestPassRow>> latest;
        private final UnorderedList list = new UnorderedList();

        Content(Supplier<List<GuestPassRow>> latest, Runnable open) {
            this.latest = latest;
            Button button = new Button(
                    UI.getCurrentOrThrow().getTranslation("guest.grant"),
                    VaadinIcon.HANDSHAKE.create(),
                    click -> open.run());
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            list.addClassName("widget-rows");
            add(button, list);
            show();
        }

        private void show() {
            list.removeAll();
            List<GuestPassRow> rows = latest.get();
            rows.forEach(row -> list.add(new ListItem(line(row))));
            if (rows.isEmpty()) {
                list.add(new ListItem(new Paragraph(getTranslation("guest.noneText"))));
            }
        }

        private Anchor line(GuestPassRow row) {
            String visitor = row.visitor().isEmpty()
                    ? getTranslation(row.kind() == GuestKind.COURIER ? "guest.someCourier" : "guest.somebody")
                    : row.visitor();
            return new Anchor(
                    GuestPaths.pass(row.project(), row.id()),
                    new Span(getTranslation("guest.visitorOf", visitor, row.hostName())),
                    new StateBadge(row.state()));
        }

        @Override
        protected void onAttach(AttachEvent attach) {
            super.onAttach(attach);
            Registration news = feed.sites().follow(attach.getUI(), stored -> true, all -> show());
            addDetachListener(detach -> {
                detach.unregisterListener();
                news.remove();
            });
        }
    }
}
