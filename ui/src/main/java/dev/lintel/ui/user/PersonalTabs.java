package dev.lintel.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.RouterLink;

/** The pages of somebody's own affairs. */
final class PersonalTabs extends Tabs {
    private static final long serialVersionUID = 1L;

    PersonalTabs(Class<? extends Component> here) {
        page("me.about", ProfileView.class, here);
        page("security.title", SecurityView.class, here);
        page("token.title", ApiTokensView.class, here);
        setWidthFull();
    }

    private void page(String key, Class<? extends Component> view, Class<? extends Component> here) {
        Tab tab = new Tab(new RouterLink(getTranslation(key), view));
        add(tab);
        if (view == here) {
            setSelectedTab(tab);
        }
    }
}
