package dev.lintel.ui.listing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.Operator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a condition is put together: which field, how, what. */
final class ConditionEditor<T> extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ListWords words;
    private final transient ValueEditors editors;
    private final transient Consumer<Condition<T>> listener;
    private final Select<Field<T>> field = new Select<>();
    private final Select<Operator> operator = new Select<>();
    private final Div place = new Div();
    private final Span problem = new Span();
    private transient @Nullable ValueEditor editor;

    ConditionEditor(List<Field<T>> fields, ListWords words, Consumer<Condition<T>> listener) {
        this.words = words;
        this.editors = new ValueEditors(words);
        this.listener = listener;
        addClassName("condition-editor");
        field.setLabel(words.text("list.field"));
        field.setItems(fields);
        field.setItemLabelGenerator(choice -> words.heading(choice.key()));
        field.addValueChangeListener(change -> showOperators());
        operator.setLabel(words.text("list.how"));
        operator.addValueChangeListener(change -> showEditor());
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        Button take = new Button(words.text("list.addCondition"), click -> take());
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        take.addClickShortcut(Key.ENTER).listenOn(this);
        add(field, operator, place, problem, take);
        field.setValue(fields.getFirst());
    }

    /** Shows a condition to be changed, or begins a new one. */
    void show(@Nullable Condition<T> condition) {
        problem.setText("");
        if (condition != null) {
            field.setValue(condition.field());
            operator.setValue(condition.operator());
            if (editor != null) {
                editor.show(condition.texts());
            }
        } else {
            showEditor();
        }
    }

    private void showOperators() {
        Field<T> chosen = field.getValue();
        if (chosen != null) {
            List<Operator> operators = Condition.operators(chosen);
            operator.setItems(operators);
            operator.setItemLabelGenerator(choice -> words.operator(chosen, choice));
            operator.setValue(operators.getFirst());
        }
    }

    private void showEditor() {
        Field<T> chosen = field.getValue();
        Operator how = operator.getValue();
        place.removeAll();
        problem.setText("");
        editor = chosen == null || how == null ? null : editors.of(chosen, how);
        if (editor != null) {
            Component component = editor.component();
            ((HasSize) component).setWidthFull();
            place.add(component);
        }
    }

    private void take() {
        Field<T> chosen = field.getValue();
        Operator how = operator.getValue();
        if (chosen == null || how == null || editor == null) {
            return;
        }
        List<String> values = editor.texts();
        if (values == null) {
            problem.setText(words.text("list.valueMissing"));
            return;
        }
        listener.accept(Condition.read(chosen, how, values));
    }
}
