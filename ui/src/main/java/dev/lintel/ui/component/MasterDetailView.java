package dev.lintel.ui.component;

import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page on which what is chosen opens beside what it is chosen from, or over it where there is no room for both. */
public abstract class MasterDetailView extends MasterDetailLayout implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    /**
     * @param master the least width of what is chosen from, in CSS
     * @param detail the least width of what is chosen
     * @param overlay its width where it lies over the other
     */
    protected MasterDetailView(String master, String detail, String overlay) {
        setSizeFull();
        setMasterSize(master);
        setExpandMaster(true);
        setDetailSize(detail);
        setOverlaySize(overlay);
    }

    /** The address names nothing any more. */
    protected abstract void deselect();

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (event.getLocation().getSegments().size() == 1) {
            setDetail(null);
            deselect();
        }
    }
}
