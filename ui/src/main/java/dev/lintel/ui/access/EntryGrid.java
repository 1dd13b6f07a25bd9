package dev.lintel.ui.access;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** The table of the ACS log: seven columns on a desk, one that says it all on a phone. */
final class EntryGrid extends Grid<AcsLogEntry> {
    private static final long serialVersionUID = 1L;
    private static final int TALL_PAGE = 100;
    // a row is drawn as a card where seven columns would be cut off
    private static final String REPORT_TOP_AND_WIDTH = """
            const table = this.$.table; let top = true, narrow = null;
            table.addEventListener('scroll', () => {
              const now = table.scrollTop < 8;
              if (now !== top) { top = now; this.dispatchEvent(new CustomEvent('top', { detail: { top } })); }
            });
            new ResizeObserver(() => {
              const now = this.clientWidth < 900;
              if (now !== narrow) { narrow = now; this.dispatchEvent(new CustomEvent('narrow', { detail: { narrow } })); }
            }).observe(this);
            """;

    private final Messages messages;
    private final Locale locale;
    private final transient Moments moments;
    private final transient LoadedEntries entries;
    private boolean atTop = true;

    EntryGrid(Messages messages, Moments moments, LoadedEntries entries, Function<AcsLogEntry, String> address) {
        this.messages = messages;
        this.locale = moments.locale();
        this.moments = moments;
        this.entries = entries;
        addClassName("entry-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        setPageSize(TALL_PAGE);
        setSizeFull();
        columns(address);
        CallbackDataProvider<AcsLogEntry, Void> rows = new CallbackDataProvider<>(
                query -> this.entries.page(query.getOffset(), query.getLimit()).stream(), query -> 0, AcsLogEntry::id);
        setItems(rows).setItemCountUnknown();
        getElement().executeJs(REPORT_TOP_AND_WIDTH);
        getElement()
                .addEventListener(
                        "top",
                        event -> atTop =
                                event.getEventData().path("event.detail.top").asBoolean())
                .addEventData("event.detail.top");
        getElement()
                .addEventListener(
                        "narrow",
                        event -> fit(
                                event.getEventData().path("event.detail.narrow").asBoolean()))
                .addEventData("event.detail.narrow");
    }

    /** Calls back whenever somebody scrolls to the newest entry. */
    void whenAtTop(Runnable listener) {
        getElement().addEventListener("top", event -> {
            if (atTop) {
                listener.run();
            }
        });
    }

    boolean isAtTop() {
        return atTop;
    }

    void whenChosen(Consumer<AcsLogEntry> listener) {
        addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                selection.getFirstSelectedItem().ifPresent(listener);
            }
        });
    }

    void refresh() {
        getDataProvider().refreshAll();
    }

    private void columns(Function<AcsLogEntry, String> address) {
        addColumn(time(address))
                .setKey("created")
                .setHeader(getTranslation("acsLog.created"))
                .setWidth("13em")
                .setFlexGrow(0);
        addColumn(EntryGrid::device)
                .setKey("device")
                .setHeader(getTranslation("acsLog.device"))
                .setFlexGrow(3);
        addColumn(AcsLogEntry::presented)
                .setKey("identifier")
                .setHeader(getTranslation("acsLog.identifier"))
                .setFlexGrow(1);
        addColumn(entry -> messages.nameOf(locale, entry.type()))
                .setKey("type")
                .setHeader(getTranslation("acsLog.type"))
                .setWidth("9em")
                .setFlexGrow(0);
        addColumn(entry -> Objects.requireNonNullElse(entry.ownerName(), ""))
                .setKey("owner")
                .setHeader(getTranslation("acsLog.owner"))
                .setFlexGrow(2);
        addColumn(entry -> entry.ownerType() == null ? "" : messages.nameOf(locale, entry.ownerType()))
                .setKey("ownerType")
                .setHeader(getTranslation("acsLog.ownerType"))
                .setWidth("8em")
                .setFlexGrow(0);
        addColumn(message())
                .setKey("message")
                .setHeader(getTranslation("acsLog.message"))
                .setWidth("15em")
                .setFlexGrow(3);
        addColumn(card(address))
                .setKey("card")
                .setHeader(getTranslation("acsLog.message"))
                .setVisible(false);
        getColumns().forEach(column -> column.setResizable(true));
    }

    private void fit(boolean narrow) {
        getColumns().forEach(column -> column.setVisible(narrow == "card".equals(column.getKey())));
    }

    private Renderer<AcsLogEntry> time(Function<AcsLogEntry, String> address) {
        return LitRenderer.<AcsLogEntry>of("<a href=${item.address} title=${item.exact}>${item.time}</a>")
                .withProperty("address", address::apply)
                .withProperty("exact", entry -> moments.exact(entry.at()))
                .withProperty("time", entry -> moments.inList(entry.at()));
    }

    private Renderer<AcsLogEntry> message() {
        return verdict(LitRenderer.of(
                "<span class=${item.style}><span aria-hidden='true'>${item.sign}</span>${item.text}</span>"));
    }

    private Renderer<AcsLogEntry> card(Function<AcsLogEntry, String> address) {
        return verdict(LitRenderer.<AcsLogEntry>of("""
                        <div class="entry-card">
                          <span class=${item.style}><span aria-hidden="true">${item.sign}</span>${item.text}</span>
                          <span class="where">${item.owner} · ${item.device}</span>
                          <a href=${item.address} title=${item.exact}>${item.time}</a>
                        </div>
                        """))
                .withProperty("address", address::apply)
                .withProperty("owner", this::who)
                .withProperty("device", EntryGrid::device)
                .withProperty("exact", entry -> moments.exact(entry.at()))
                .withProperty("time", entry -> moments.inList(entry.at()));
    }

    private LitRenderer<AcsLogEntry> verdict(LitRenderer<AcsLogEntry> renderer) {
        return renderer.withProperty("style", entry -> "verdict " + VerdictBadge.styleOf(entry.verdict()))
                .withProperty("sign", entry -> VerdictBadge.signOf(entry.verdict()))
                .withProperty("text", entry -> VerdictBadge.message(messages, locale, entry));
    }

    private String who(AcsLogEntry entry) {
        String owner = entry.ownerName();
        return owner == null ? messages.nameOf(locale, entry.type()) : owner;
    }

    private static String device(AcsLogEntry entry) {
        return Objects.requireNonNullElse(entry.deviceName(), entry.deviceSerial());
    }
}
