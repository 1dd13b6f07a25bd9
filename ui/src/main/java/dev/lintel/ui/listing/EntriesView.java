package dev.lintel.ui.listing;

import com.vaadin.flow.component.html.Div;
import dev.lintel.ui.component.MasterDetailView;
import dev.lintel.ui.component.ViewHeader;

/** A list whose entries open beside it, each under an address of its own that keeps the filters of the list. */
public abstract class EntriesView<T> extends MasterDetailView {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path of this view; that of an entry ends with its number */
    protected EntriesView(String path) {
        super("20rem", "32rem", "min(32rem, 100%)");
        this.path = path;
        setExpandDetail(false);
        addBackdropClickListener(click -> close());
        addDetailEscapePressListener(press -> close());
    }

    protected abstract RecordList<T> list();

    protected final void show(ViewHeader header) {
        Div master = new Div(header, list());
        master.addClassName("list-view");
        setMaster(master);
    }

    protected final String address(long entry) {
        String query = list().parameters().getQueryString();
        return path + "/" + entry + (query.isEmpty() ? "" : "?" + query);
    }

    protected final void open(long entry) {
        getUI().ifPresent(ui -> ui.navigate(path + "/" + entry, list().parameters()));
    }

    private void close() {
        getUI().ifPresent(ui -> ui.navigate(path, list().parameters()));
    }

    @Override
    protected final void deselect() {
        list().deselect();
    }
}
