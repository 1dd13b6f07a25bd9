package dev.lintel.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** Says calmly how many entries wait above, instead of moving rows under the pointer. */
final class NewEntriesBar extends Div {
    private static final long serialVersionUID = 1L;

    private final Button show;
    private boolean many;

    NewEntriesBar(Runnable listener) {
        addClassName("new-entries");
        getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
        show = new Button("", click -> listener.run());
        show.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        show.setVisible(false);
        add(show);
    }

    /** Zero hides the bar. */
    void show(int count) {
        if (count == 0) {
            many = false;
        }
        show.setVisible(many || count > 0);
        show.setText(many ? getTranslation("acsLog.manyNew") : getTranslation("acsLog.new", count));
    }

    /** Says how many more there were in the second that is shown; clicking brings all of them. */
    void showMore(int count) {
        show.setVisible(true);
        show.setText(getTranslation("acsLog.more", count));
    }

    /** From now on there are too many to count. */
    void showMany() {
        many = true;
        show(1);
    }

    boolean isMany() {
        return many;
    }
}
