package dev.lintel.ui.listing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import dev.lintel.ui.component.AddressNumber;
import dev.lintel.ui.component.CloseButton;

/** One entry of a list, open beside it. Its route ends with {@value #PARAMETER}. */
public abstract class EntryView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PARAMETER = "/:entry";

    private static final long serialVersionUID = 1L;

    private final Class<? extends Component> list;

    /** @param list where it goes when it is closed */
    protected EntryView(Class<? extends Component> list) {
        this.list = list;
        addClassName("explanation");
    }

    /**
     * Shows the entry.
     *
     * @throws NotFoundException when there is none to see
     */
    protected abstract void show(long id, CloseButton close);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = event.getRouteParameters()
                .get("entry")
                .flatMap(AddressNumber::of)
                .orElseThrow(NotFoundException::new);
        removeAll();
        show(id, new CloseButton(() -> UI.getCurrentOrThrow()
                .navigate(list, event.getLocation().getQueryParameters())));
    }
}
