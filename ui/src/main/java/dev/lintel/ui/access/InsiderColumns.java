package dev.lintel.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.access.Insider;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.user.people.UserView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is shown of people who are inside.
 *
 * @param forget asks whether to forget some of them
 */
record InsiderColumns(Moments moments, Actor actor, Insiders insiders, Consumer<List<Insider>> forget) {
    List<ListColumn<Insider>> columns() {
        List<ListColumn<Insider>> columns = new ArrayList<>(List.of(
                ListColumn.of("name", Insider::personName).grow(3),
                ListColumn.of("areaName", Insider::areaName).grow(3),
                ListColumn.<Insider>of("since", Insider::since).width("12rem"),
                ListColumn.of("door", Insider::deviceName).grow(3)));
        if (!(actor.reach(Permission.THREAT_SET) instanceof Reach.Nothing)) {
            columns.add(ListColumn.<Insider>of("actions", insider -> null)
                    .drawn(new ComponentRenderer<>(this::forgetting))
                    .width("9rem")
                    .onScreenOnly());
        }
        return columns;
    }

    /** A name leads to the person, for those who may see people. */
    ListDescription<Insider> leading(ListDescription<Insider> list) {
        return seesPeople() ? list.leadingTo(InsiderColumns::address) : list;
    }

    ComponentRenderer<Div, Insider> card() {
        return new ComponentRenderer<>(insider -> {
            Span since = new Span(moments.messages()
                    .getTranslation(
                            "insider.sinceThrough",
                            moments.locale(),
                            moments.inList(insider.since()),
                            insider.deviceName()));
            since.setTitle(moments.exact(insider.since()));
            Div card = new Div(name(insider), new Span(insider.areaName()), since, forgetting(insider));
            card.addClassName("record-card");
            return card;
        });
    }

    private Component name(Insider insider) {
        Component name =
                seesPeople() ? new Anchor(address(insider), insider.personName()) : new Span(insider.personName());
        name.addClassName(seesPeople() ? "record-name" : "strong");
        return name;
    }

    private Component forgetting(Insider insider) {
        if (!insiders.mayForget(actor, insider.project(), insider.area())) {
            return new Span();
        }
        UI ui = UI.getCurrentOrThrow();
        Button button = new Button(ui.getTranslation("insider.forget"), click -> forget.accept(List.of(insider)));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(ui.getTranslation("insider.forgetOf", insider.personName()));
        Div actions = new Div(button);
        actions.addClassName("row-actions");
        return actions;
    }

    private boolean seesPeople() {
        return !(actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing);
    }

    private static String address(Insider insider) {
        return UserView.path(insider.project(), insider.person());
    }
}
