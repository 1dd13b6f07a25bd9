package dev.lintel.ui.listing;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table itself: its columns on a desk, one card for each row where they would be cut off. */
final class RecordGrid<T> extends Grid<T> {
    private static final long serialVersionUID = 1L;
    private static final String CARD = "card";
    private static final int PIXELS_OF_A_COLUMN = 130;
    private static final int PIXELS_OF_AN_EM = 16;
    private static final int NARROW_FOR_ALL = 600;
    private static final int NARROW_FOR_MANY = 900;

    /**
     * Tells of the first row, and of being narrower than so many pixels. A grid in a part of a page that is opened at once may
     * be there before it is drawn.
     */
    private static final String REPORT_TOP_AND_WIDTH = """
            customElements.whenDefined(this.localName).then(() => this.updateComplete).then(() => {
              const table = this.$.table; let top = true, narrow = null;
              table.addEventListener('scroll', () => {
                const now = table.scrollTop < 8;
                if (now !== top) { top = now; this.dispatchEvent(new CustomEvent('top', { detail: { top } })); }
              });
              new ResizeObserver(() => {
                const now = this.clientWidth < $0;
                if (now !== narrow) { narrow = now; this.dispatchEvent(new CustomEvent('narrow', { detail: { narrow } })); }
              }).observe(this);
            });
            """;

    /**
     * Tells whether a mouse is at work on the rows: whoever is about to click one must not hit another. A pointer that has
     * not moved for a while was left there.
     */
    private static final String REPORT_READING = """
            let idle = 0, reading = false;
            const tell = now => {
              if (now !== reading) { reading = now; this.dispatchEvent(new CustomEvent('reading', { detail: { reading } })); }
            };
            const stop = () => { clearTimeout(idle); tell(false); };
            this.addEventListener('pointermove', event => {
              if (event.pointerType !== 'mouse') { return; }
              clearTimeout(idle); tell(true); idle = setTimeout(stop, 3000);
            });
            this.addEventListener('pointerleave', stop);
            """;

    private final transient ListWords words;
    private final transient Listing<T> listing;
    private final transient LoadedRows<T> rows;
    private transient Set<String> chosen = Set.of();
    private boolean narrow;
    private boolean atTop = true;
    private boolean reading;

    RecordGrid(ListDescription<T> list, ListWords words, LoadedRows<T> rows) {
        this.words = words;
        this.listing = list.records().listing();
        this.rows = rows;
        addClassName("record-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(LoadedRows.PAGE);
        setSizeFull();
        list.columns().forEach(column -> add(column, list));
        addColumn(list.look().card() == null ? card(list) : list.look().card())
                .setKey(CARD)
                .setHeader(words.heading(list.columns().getFirst().key()))
                .setVisible(false);
        CallbackDataProvider<T, Void> provider = new CallbackDataProvider<>(
                query -> this.rows.page(query.getOffset(), query.getLimit()).stream(), query -> 0, list.id()::apply);
        setItems(provider).setItemCountUnknown();
        // the first rows come with the page, not when its grid asks for them
        getDataCommunicator().setViewportRange(0, LoadedRows.PAGE);
        getElement().executeJs(REPORT_TOP_AND_WIDTH, narrowFor(list.columns()));
        listen("top", on -> atTop = on);
        listen("narrow", on -> {
            narrow = on;
            fit();
        });
    }

    /** Calls back whenever somebody scrolls to the first row. */
    void whenAtTop(Runnable listener) {
        listen("top", on -> {
            if (on) {
                listener.run();
            }
        });
    }

    /** Calls back when nobody is at work on the rows any more; from now on that is known. */
    void whenNoLongerRead(Runnable listener) {
        getElement().executeJs(REPORT_READING);
        listen("reading", on -> {
            reading = on;
            if (!on) {
                listener.run();
            }
        });
    }

    boolean isBeingRead() {
        return reading;
    }

    boolean isAtTop() {
        return atTop;
    }

    /** Calls back when a person chooses another order; null is the list's own. */
    void whenSorted(Consumer<@Nullable Sort> listener) {
        addSortListener(event -> {
            if (event.isFromClient()) {
                listener.accept(event.getSortOrder().stream()
                        .findFirst()
                        .map(order ->
                                new Sort(order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING))
                        .orElse(null));
            }
        });
    }

    void show(Sort sort) {
        Column<T> column = getColumnByKey(sort.field());
        SortDirection direction = sort.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING;
        sort(column == null ? List.of() : List.of(new GridSortOrder<>(column, direction)));
    }

    void showColumns(Set<String> keys) {
        chosen = Set.copyOf(keys);
        fit();
    }

    void refresh() {
        getDataProvider().refreshAll();
    }

    /** Below what width the columns that are shown by themselves would be cut off. */
    private static <T> int narrowFor(List<ListColumn<T>> columns) {
        double wanted = columns.stream()
                .map(ListColumn::look)
                .filter(ListColumn.Look::shown)
                .mapToDouble(look -> look.width() == null
                        ? PIXELS_OF_A_COLUMN
                        : Double.parseDouble(look.width().replaceAll("r?em$", "")) * PIXELS_OF_AN_EM)
                .sum();
        return (int) Math.clamp(wanted, NARROW_FOR_ALL, NARROW_FOR_MANY);
    }

    private void fit() {
        getColumns()
                .forEach(column ->
                        column.setVisible(narrow ? CARD.equals(column.getKey()) : chosen.contains(column.getKey())));
    }

    private void listen(String name, Consumer<Boolean> listener) {
        String detail = "event.detail." + name;
        getElement()
                .addEventListener(
                        name,
                        event -> listener.accept(
                                event.getEventData().path(detail).asBoolean()))
                .addEventData(detail);
    }

    private void add(ListColumn<T> description, ListDescription<T> list) {
        Renderer<T> drawn = description.renderer();
        boolean first = description.equals(list.columns().getFirst());
        Column<T> column = drawn != null
                ? addColumn(drawn)
                : addColumn(renderer(description, first ? list.look().address() : null));
        column.setKey(description.key())
                .setHeader(words.heading(description.key()))
                .setResizable(true)
                .setFlexGrow(description.look().grow());
        if (description.look().width() != null) {
            column.setWidth(description.look().width());
        }
        Field<T> field = listing.field(description.key()).orElse(null);
        column.setSortable(field != null && field.order() != null);
        boolean numbers = description.look().numbers() || field != null && field.type() instanceof FieldType.Number;
        column.setTextAlign(numbers ? ColumnTextAlign.END : ColumnTextAlign.START);
    }

    private Renderer<T> renderer(ListColumn<T> column, @Nullable Function<T, String> address) {
        String text = "<span title=${item.exact}>${item.text}</span>";
        LitRenderer<T> renderer = LitRenderer.<T>of(
                address == null ? text : "<a class='record-name' href=${item.address}>" + text + "</a>");
        if (address != null) {
            renderer.withProperty("address", address::apply);
        }
        return renderer.withProperty("text", row -> words.cell(column.value().apply(row)))
                .withProperty("exact", row -> exact(column.value().apply(row)));
    }

    private String exact(@Nullable Object value) {
        return value instanceof Instant instant ? words.moments().exact(instant) : words.cell(value);
    }

    private Renderer<T> card(ListDescription<T> list) {
        ListColumn<T> first = list.columns().getFirst();
        List<ListColumn<T>> others = list.columns().stream()
                .skip(1)
                .filter(column -> column.look().shown())
                .toList();
        Function<T, String> address = list.look().address();
        String name = address == null
                ? "<b>${item.name}</b>"
                : "<a class='record-name' href=${item.address}>${item.name}</a>";
        return LitRenderer.<T>of("<div class='record-card'>" + name + "<span>${item.others}</span></div>")
                .withProperty("address", row -> address == null ? "" : address.apply(row))
                .withProperty("name", row -> words.cell(first.value().apply(row)))
                .withProperty("others", row -> others.stream()
                        .map(column -> onCard(column, column.value().apply(row)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    /** A number without a heading above it needs to be told what it counts. */
    private String onCard(ListColumn<T> column, @Nullable Object value) {
        String text = words.cell(value);
        return value instanceof Number ? words.heading(column.key()) + ": " + text : text;
    }
}
