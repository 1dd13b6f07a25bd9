package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.ThreatLevels.SetLevel;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.List;
import java.util.Locale;

/** Where it is more dangerous than usual, and the way to say so. */
final class ThreatSection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient ThreatDesk desk;
    private final transient Moments moments;

    ThreatSection(ThreatDesk desk, Moments moments) {
        this.desk = desk;
        this.moments = moments;
        addClassName("threat-section");
        show();
    }

    private void show() {
        removeAll();
        List<SetLevel> levels = desk.levels();
        add(new H2(getTranslation("threat.title")));
        if (levels.isEmpty()) {
            add(new Paragraph(getTranslation("threat.normal")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("threat-levels");
            levels.forEach(level -> list.add(item(level)));
            add(list);
        }
        Div ways = new Div();
        ways.addClassName("rulebook-ways");
        if (desk.maySetEverywhere()) {
            Button set = new Button(getTranslation("threat.set"), click -> desk.askEverywhere(this::show));
            set.addThemeVariants(ButtonVariant.LUMO_ERROR);
            ways.add(set);
        }
        if (desk.seesInsiders()) {
            Anchor inside = new Anchor(desk.insiders(), getTranslation("insider.title"));
            inside.addClassName("button-link");
            ways.add(inside);
        }
        add(ways);
    }

    private ListItem item(SetLevel set) {
        Span level = new Span(getTranslation(Messages.keyOf(set.level())));
        level.addClassNames("threat-badge", set.level().name().toLowerCase(Locale.ROOT));
        Span where = new Span(getTranslation("threat.where", set.groupName(), moments.exact(set.since()), set.by()));
        ListItem item = new ListItem(level, where);
        if (desk.maySet(set.group())) {
            Button end = new Button(
                    getTranslation("threat.end"),
                    click -> desk.ask(set.group(), set.groupName(), ThreatLevel.NORMAL, this::show));
            end.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            end.setAriaLabel(getTranslation("threat.endOf", set.groupName()));
            item.add(end);
        }
        return item;
    }
}
