package dev.lintel.ui.identifier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.identifier.code.AccessCodes;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import java.util.stream.IntStream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How long the codes of the project are, for those who may say so to change, and whether there are enough of them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class CodeSupply extends Div {
    private static final long serialVersionUID = 1L;

    private final transient AccessCodes codes;
    private final transient Actor actor;

    CodeSupply(AccessCodes codes, CurrentActor current) {
        this.codes = codes;
        this.actor = current.get();
    }

    void show(long project) {
        removeAll();
        codes.supply(actor, project).ifPresent(supply -> add(section(project, supply)));
    }

    private Section section(long project, AccessCodes.Supply supply) {
        Paragraph about =
                new Paragraph(getTranslation("codes.supply", supply.length(), supply.possible(), supply.issued()));
        Section section = new Section(new H2(getTranslation("codes.title")), about);
        if (supply.isScarce()) {
            Paragraph warning = new Paragraph(getTranslation("codes.scarce"));
            warning.addClassName("problem");
            warning.getElement().setAttribute("role", "alert");
            section.add(warning);
        }
        if (codes.mayChange(actor, project)) {
            Select<Integer> length = new Select<>();
            length.setLabel(getTranslation("codes.length"));
            length.setItems(IntStream.rangeClosed(AccessCodes.FEWEST_DIGITS, AccessCodes.MOST_DIGITS)
                    .boxed()
                    .toList());
            length.setValue(supply.length());
            length.addValueChangeListener(change -> {
                codes.changeLength(actor, project, change.getValue());
                Notification.show(getTranslation("codes.changed", change.getValue()));
                show(project);
            });
            section.add(length);
        }
        return section;
    }
}
