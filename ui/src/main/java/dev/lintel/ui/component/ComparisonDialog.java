package dev.lintel.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else was quicker: shows what differs, field by field, and lets the editor choose. Nothing is lost: closing it
 * leads back to what was typed.
 *
 * @param <D> what is edited
 */
public final class ComparisonDialog<D> extends Dialog {
    private static final long serialVersionUID = 1L;

    private enum Side {
        MINE,
        THEIRS
    }

    /** What was chosen. */
    @FunctionalInterface
    public interface Chosen<D> {
        /** Whichever of the two the field is to be taken from. */
        D of(String label);
    }

    private final transient D base;
    private final transient D mine;
    private final transient D theirs;
    private final Map<String, RadioButtonGroup<Side>> choices = new LinkedHashMap<>();

    /** @param base what the editor saw at first: what was not touched since is theirs by itself */
    public ComparisonDialog(D base, D mine, D theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        addClassName("comparison-dialog");
        setHeaderTitle(getTranslation("compare.title"));
        add(new Paragraph(getTranslation("compare.text")));
    }

    /**
     * Offers a field in which the two differ.
     *
     * @param label key of its name
     * @param text how people read a value; empty is said as such
     */
    public <V extends @Nullable Object> ComparisonDialog<D> field(
            String label, Function<D, V> value, Function<V, String> text) {
        V own = value.apply(mine);
        V other = value.apply(theirs);
        if (Objects.equals(own, other)) {
            return this;
        }
        RadioButtonGroup<Side> choice = new RadioButtonGroup<>(getTranslation(label));
        choice.setItems(Side.MINE, Side.THEIRS);
        choice.setItemLabelGenerator(side -> side == Side.MINE
                ? getTranslation("compare.mine", shown(text.apply(own)))
                : getTranslation("compare.theirs", shown(text.apply(other))));
        choice.setValue(Objects.equals(own, value.apply(base)) ? Side.THEIRS : Side.MINE);
        choices.put(label, choice);
        add(choice);
        return this;
    }

    /**
     * Opens it; when the two differ in nothing that was offered, there is nothing to ask.
     *
     * @param merge makes one of what was chosen
     */
    public void ask(Function<Chosen<D>, D> merge, Consumer<D> merged) {
        if (choices.isEmpty()) {
            merged.accept(merge.apply(label -> mine));
            return;
        }
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("compare.save"), click -> {
            close();
            merged.accept(merge.apply(this::chosen));
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, save);
        open();
    }

    private String shown(String text) {
        return text.isEmpty() ? getTranslation("compare.nothing") : text;
    }

    private D chosen(String label) {
        RadioButtonGroup<Side> choice = choices.get(label);
        return choice == null || choice.getValue() == Side.MINE ? mine : theirs;
    }
}
