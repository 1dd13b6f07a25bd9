package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.ui.component.Refusals;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose second credential, and within how long. */
final class SecondFields extends Div {
    private static final long serialVersionUID = 1L;

    private static final int USUAL_SECONDS = 30;

    private final ComboBox<Whose> whose = new ComboBox<>();
    private final IntegerField seconds = new IntegerField(getTranslation("rulebook.seconds"));
    private final Refusals refusals;

    SecondFields(String label, Refusals refusals, Runnable changed) {
        this.refusals = refusals;
        whose.setLabel(label);
        whose.setItems(Whose.values());
        whose.setItemLabelGenerator(one -> getTranslation("rulebook.second." + one));
        seconds.setMin(1);
        seconds.setMax(Second.LONGEST);
        seconds.setClearButtonVisible(true);
        whose.addValueChangeListener(change -> {
            enable();
            changed.run();
        });
        seconds.addValueChangeListener(change -> changed.run());
        addClassName("field-row");
        add(whose, seconds);
        enable();
    }

    /** One may ask for none. */
    SecondFields clearable() {
        whose.setClearButtonVisible(true);
        return this;
    }

    /** Whether it is asked here, and not at another place of the dialog. */
    void ask(boolean here) {
        setVisible(here);
        if (here) {
            refusals.at("times.state.second.seconds", seconds);
        }
    }

    private void enable() {
        seconds.setEnabled(whose.getValue() != null);
        if (whose.getValue() != null && seconds.isEmpty()) {
            seconds.setValue(USUAL_SECONDS);
        }
    }

    void show(@Nullable Second second) {
        whose.setValue(second == null ? null : second.whose());
        seconds.setValue(second == null ? null : second.seconds());
        enable();
    }

    /** A number that is missing is said at its field. */
    @Nullable
    Second value() {
        return whose.getValue() == null
                ? null
                : new Second(whose.getValue(), Objects.requireNonNullElse(seconds.getValue(), 0));
    }
}
