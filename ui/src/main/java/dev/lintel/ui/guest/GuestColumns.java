package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.guestpass.GuestPassList;
import dev.lintel.domain.guestpass.GuestPassRow;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How guest passes are shown in lists. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class GuestColumns {
    private final GuestPassList passes;
    private final Moments moments;

    GuestColumns(GuestPassList passes, Messages messages) {
        this.passes = passes;
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
    }

    ListDescription<GuestPassRow> list(String path) {
        return ListDescription.of(path, "guest", passes, row -> row.project() + "/" + row.id(), columns())
                .searching("visitor")
                .leadingTo(row -> GuestPaths.pass(row.project(), row.id()))
                .card(card());
    }

    private List<ListColumn<GuestPassRow>> columns() {
        return List.of(
                ListColumn.<GuestPassRow>of("visitor", this::visitor).grow(3),
                ListColumn.of("state", GuestPassRow::state).drawn(state()),
                ListColumn.of("type", GuestPassRow::type),
                ListColumn.of("restrictions", GuestPassRow::restrictions).grow(3),
                ListColumn.of("host", GuestPassRow::hostName),
                ListColumn.of("from", GuestPassRow::from),
                ListColumn.of("until", GuestPassRow::until),
                ListColumn.<GuestPassRow>of("passes", this::passes),
                ListColumn.of("kind", GuestPassRow::kind).hidden(),
                ListColumn.of("used", GuestPassRow::used).hidden(),
                ListColumn.of("created", GuestPassRow::created).hidden());
    }

    private String visitor(GuestPassRow row) {
        return row.visitor().isEmpty()
                ? text(row.kind() == GuestKind.COURIER ? "guest.someCourier" : "guest.somebody")
                : row.visitor();
    }

    private String passes(GuestPassRow row) {
        Integer most = row.maxPasses();
        return text("guest.passesOf", row.passesUsed(), most == null ? "none" : most.toString());
    }

    private Renderer<GuestPassRow> state() {
        return LitRenderer.<GuestPassRow>of("<span class=${item.style}>${item.text}</span>")
                .withProperty("style", row -> StateBadge.styleOf(row.state()))
                .withProperty("text", this::stateOf);
    }

    private Renderer<GuestPassRow> card() {
        return LitRenderer.<GuestPassRow>of("""
            <div class="record-card">
              <a href=${item.path}>${item.name}</a>
              <span>${item.what}</span>
              <span>${item.until}</span>
              <strong class=${item.style}>${item.state}</strong>
            </div>\
            """)
                .withProperty("path", row -> GuestPaths.pass(row.project(), row.id()))
                .withProperty("name", this::visitor)
                .withProperty("what", row -> Stream.concat(
                                Stream.of(moments.messages().nameOf(moments.locale(), row.type())),
                                row.restrictions().stream())
                        .collect(Collectors.joining(" · ")))
                .withProperty("until", row -> until(row.until()) + passes(row))
                .withProperty("style", row -> StateBadge.styleOf(row.state()))
                .withProperty("state", this::stateOf);
    }

    private String until(@Nullable Instant until) {
        return until == null ? "" : text("person.until", moments.inList(until)) + " · ";
    }

    private String stateOf(GuestPassRow row) {
        return StateBadge.signOf(row.state()) + " " + moments.messages().nameOf(moments.locale(), row.state());
    }

    private String text(String key, Object... arguments) {
        return moments.messages().getTranslation(key, moments.locale(), arguments);
    }
}
