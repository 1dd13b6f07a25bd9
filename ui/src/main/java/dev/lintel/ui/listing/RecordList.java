package dev.lintel.ui.listing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadEvent;
import dev.lintel.domain.listing.ChosenColumns;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.Count;
import dev.lintel.domain.listing.Exports;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.ListingRefusedException;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.Segments;
import dev.lintel.domain.listing.TableFormat;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.EmptyState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A table of the product: filters, order, columns, selection, export. The query is the address, so that it can be shared,
 * reloaded and gone back from.
 */
public final class RecordList<T> extends Div implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient ListDescription<T> list;
    private final transient ListWords words;
    private final transient Actor actor;
    private final transient Kept kept;
    private final transient LoadedRows<T> rows;
    private final FilterBar<T> filters;
    private final ColumnChooser columns;
    private final RecordGrid<T> grid;
    private final BulkBar<T> bulk;
    private final Span count = new Span();
    private final Span misread = new Span();
    private transient EmptyState nothingYet;
    private transient Runnable whenRead = () -> {};
    private transient List<Condition<T>> bounds = List.of();
    // read by threads of the live feed
    private transient volatile ListQuery<T> query;
    private boolean loaded;

    /** What the server keeps beside a list, and takes out of it. */
    record Kept(Segments segments, ChosenColumns columns, Exports exports) {}

    RecordList(ListDescription<T> list, ListWords words, Actor actor, Kept kept) {
        this.list = list;
        this.words = words;
        this.actor = actor;
        this.kept = kept;
        this.query = ListQuery.everything(list.records().listing());
        this.rows = new LoadedRows<>((after, limit) -> list.records().page(actor, asked(), after, limit), list.id());
        this.grid = new RecordGrid<>(list, words, rows);
        this.filters = new FilterBar<>(list, words, this::go);
        this.bulk = new BulkBar<>(words, grid::deselectAll);
        this.columns = new ColumnChooser(keys(), words, this::chooseColumns);
        this.nothingYet = new EmptyState(words.text("list.nothingTitle"), words.text("list.nothingText"));
        addClassName("record-list");
        count.addClassName("count");
        misread.addClassName("problem");
        misread.getElement().setAttribute("role", "alert");
        misread.setVisible(false);
        Div tools = new Div(count, new SegmentMenu<>(list, words, kept.segments(), actor, this::query), columns);
        if (list.records().mayExport(actor)) {
            tools.add(new ExportMenu(words, this::export));
        }
        tools.addClassName("list-tools");
        Div top = new Div(filters, tools);
        top.addClassName("list-top");
        add(top, misread, bulk, grid);
        grid.whenSorted(sort -> go(query.with(sort == null ? listing().sort() : sort)));
        showColumns(usualColumns());
    }

    /** What is said while there is nothing at all: what this is for, and the next step. */
    public RecordList<T> nothingYet(EmptyState state) {
        nothingYet = state;
        return this;
    }

    /** Something that can be done with selected records; makes them selectable. */
    public RecordList<T> bulkAction(String label, Consumer<List<T>> action) {
        if (grid.getSelectionMode() != SelectionMode.MULTI) {
            grid.setSelectionMode(SelectionMode.MULTI);
            grid.addSelectionListener(selection -> bulk.show(selection.getAllSelectedItems()));
        }
        bulk.offer(label, action);
        return this;
    }

    /** Calls back when a person chooses a record anywhere in its row. */
    public RecordList<T> whenChosen(Consumer<T> listener) {
        grid.setSelectionMode(SelectionMode.SINGLE);
        grid.addClassName("choosing");
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                selection.getFirstSelectedItem().ifPresent(listener);
            }
        });
        return this;
    }

    /** Calls back when everything was read again. */
    public RecordList<T> whenRead(Runnable listener) {
        whenRead = listener;
        return this;
    }

    /** What the key n does here: begin a new record. */
    public RecordList<T> whenNew(Runnable listener) {
        Shortcuts.addShortcutListener(this, listener::run, Key.KEY_N).setBrowserDefaultAllowed(true);
        return this;
    }

    /** Something that stands between filters and rows. */
    public RecordList<T> above(Component component) {
        addComponentAtIndex(getChildren().toList().indexOf(grid), component);
        return this;
    }

    /** Only what is within a bound, whatever a person asks for; the address does not tell it. */
    public RecordList<T> within(String field, String value) {
        List<Condition<T>> more = new ArrayList<>(bounds);
        more.add(Condition.read(listing().known(field), Operator.IS, List.of(value)));
        bounds = List.copyOf(more);
        return this;
    }

    /** What is shown at the moment. */
    public ListQuery<T> query() {
        return query;
    }

    /** The query as an address has it, to take it along. */
    public QueryParameters parameters() {
        return address(query);
    }

    public boolean isAtTop() {
        return grid.isAtTop();
    }

    public void scrollToTop() {
        grid.scrollToStart();
    }

    public void whenAtTop(Runnable listener) {
        grid.whenAtTop(listener);
    }

    /** Calls back when nobody moves a mouse over the rows any more. */
    public void whenNoLongerRead(Runnable listener) {
        grid.whenNoLongerRead(listener);
    }

    /** Whether somebody moves a mouse over the rows, so that they must stay where they are. */
    public boolean isBeingRead() {
        return grid.isBeingRead();
    }

    public void deselect() {
        grid.deselectAll();
    }

    /** Reads everything again. */
    public void reload() {
        rows.clear();
        grid.deselectAll();
        grid.refresh();
        Count found = list.records().count(actor, asked());
        count.setText(words.text("list.count", found.number(), found.more() ? "more" : "all"));
        grid.setEmptyStateComponent(
                query.isUnfiltered() && query.narrowing().isEmpty()
                        ? nothingYet
                        : new EmptyState(words.text("filter.noneTitle"), words.text("filter.noneText")));
        whenRead.run();
    }

    /** Shows rows that have just come into being, the last one on top. */
    public void showOnTop(List<T> fresh) {
        rows.addOnTop(fresh);
        grid.refresh();
    }

    /** Shows that a row is not as it was, if it has been read. */
    public void change(Object id, UnaryOperator<T> change) {
        rows.change(id, change).ifPresent(row -> grid.getDataProvider().refreshItem(row));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    /** Shows what an address asks for. A list that comes into a page after its navigation is told so by the page. */
    public void show(QueryParameters parameters) {
        ListQuery<T> wanted = read(parameters);
        filters.show(wanted);
        grid.show(wanted.sort());
        if (!loaded || !wanted.equals(query)) {
            query = wanted;
            loaded = true;
            reload();
        }
    }

    private ListQuery<T> read(QueryParameters parameters) {
        try {
            misread.setVisible(false);
            return Addresses.read(listing(), list.look().search(), parameters);
        } catch (ListingRefusedException e) {
            // shows more than was meant, so it has to be said
            misread.setText(words.text("list.misread", e.parameter() + ": " + e.reason()));
            misread.setVisible(true);
            return ListQuery.everything(listing());
        }
    }

    /** What is shown at the moment, within the bounds of the page: for what is done with all of it. */
    public ListQuery<T> asked() {
        List<Condition<T>> narrowing = new ArrayList<>(bounds);
        narrowing.addAll(query.narrowing());
        return query.narrowedTo(narrowing);
    }

    private void go(ListQuery<T> wanted) {
        UI.getCurrentOrThrow().navigate(list.path(), address(wanted));
    }

    private QueryParameters address(ListQuery<T> wanted) {
        QueryParameters now = UI.getCurrentOrThrow().getActiveViewLocation().getQueryParameters();
        return Addresses.write(listing(), wanted, now);
    }

    private void export(TableFormat format, DownloadEvent download) throws IOException {
        new Export<>(list, words, kept.exports()).write(actor, asked(), format, download);
    }

    private Listing<T> listing() {
        return list.records().listing();
    }

    private List<String> keys() {
        return list.columns().stream().map(ListColumn::key).toList();
    }

    /** Those that the account chose, as far as they still exist; else those that are shown by themselves. */
    private Set<String> usualColumns() {
        Set<String> usual =
                new LinkedHashSet<>(kept.columns().of(actor, listing().name()));
        usual.retainAll(keys());
        if (usual.isEmpty()) {
            list.columns().stream().filter(column -> column.look().shown()).forEach(column -> usual.add(column.key()));
        }
        usual.add(keys().getFirst());
        return usual;
    }

    private void chooseColumns(Set<String> keys) {
        kept.columns().keep(actor, listing().name(), keys);
        grid.showColumns(keys);
    }

    private void showColumns(Set<String> keys) {
        columns.show(keys);
        grid.showColumns(keys);
    }
}
