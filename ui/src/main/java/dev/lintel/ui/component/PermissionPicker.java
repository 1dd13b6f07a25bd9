package dev.lintel.ui.component;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.i18n.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Permissions to choose from, of which there are many: found by any word of their names. What is chosen stays in sight. */
public final class PermissionPicker extends Div {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<Permission> boxes = new CheckboxGroup<>();
    private final ListDataProvider<Permission> all;
    private final Span count = new Span();

    /** @param offered those that may be chosen */
    public PermissionPicker(String label, Collection<Permission> offered) {
        addClassName("permission-picker");
        all = new ListDataProvider<>(offered.stream().sorted().toList());
        boxes.setItems(all);
        boxes.setAriaLabel(label);
        boxes.setItemLabelGenerator(permission -> getTranslation(Messages.keyOf(permission)));
        boxes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        boxes.addValueChangeListener(change -> show(change.getValue().size()));
        TextField search = new TextField(label);
        search.setPlaceholder(getTranslation("token.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> look(change.getValue()));
        search.setWidthFull();
        Div list = new Div(boxes);
        list.addClassName("permission-list");
        count.addClassName("count");
        add(search, list, count);
        show(0);
    }

    public Set<Permission> chosen() {
        return boxes.getValue();
    }

    /** @param problem what is wrong; empty when nothing is */
    public void refuse(String problem) {
        boxes.setErrorMessage(problem);
        boxes.setInvalid(!problem.isEmpty());
    }

    private void look(String typed) {
        List<String> words = List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        all.setFilter(permission -> boxes.getValue().contains(permission)
                || words.stream().allMatch(word -> text(permission).contains(word)));
    }

    private String text(Permission permission) {
        return (getTranslation(Messages.keyOf(permission)) + " " + permission.code()).toLowerCase(Locale.ROOT);
    }

    private void show(int chosen) {
        count.setText(getTranslation("token.chosen", chosen));
    }
}
