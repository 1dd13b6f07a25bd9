package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.access.matrix.DoorWeek;
import dev.lintel.domain.access.matrix.DoorWeek.Carried;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import dev.lintel.domain.access.matrix.Opens;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.rulebook.DraftWeeks;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a door opens to somebody in a week, drawn and in words. */
@Route(value = WeekView.PATH + "/:project(\\d{1,18})/:device*", layout = MainLayout.class)
@PermitAll
public class WeekView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String PATH = "door-week";

    private static final long serialVersionUID = 1L;

    private final transient DraftWeeks weeks;
    private final transient Messages messages;
    private final transient Actor actor;
    private @Nullable LocalDate shown;

    WeekView(DraftWeeks weeks, Messages messages, CurrentActor current) {
        this.weeks = weeks;
        this.messages = messages;
        this.actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        actor.requireReach(Permission.DEVICE_VIEW);
        addClassName("week-view");
    }

    /** The address of the week of a door for somebody, as the draft of the rules would have it. */
    public static String drafted(long project, String user, String device) {
        return WeekAddress.of(new DoorWeekQuery(project, user, null, device, null, null, null, true))
                .whole();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        String device = event.getRouteParameters().get("device").orElseThrow(NotFoundException::new);
        QueryParameters query = event.getLocation().getQueryParameters();
        // what cannot be asked is found nowhere
        show(WeekAddress.read(project, device, query)
                .flatMap(asked -> weeks.week(actor, asked))
                .orElseThrow(NotFoundException::new));
    }

    private void show(DoorWeek week) {
        UI ui = UI.getCurrentOrThrow();
        WeekWords words =
                new WeekWords(messages, ui.getLocale(), Preferred.of(ui).timeFormat(), week);
        WeekChart chart = new WeekChart(week, words);
        WeekBar bar =
                new WeekBar(week, words, weeks.hasDraft(actor, week.asked().project()));
        removeAll();
        add(
                new ViewHeader(getTranslation("week.of", week.door().name(), week.owner()), links(week)),
                bar,
                carried(week));
        if (shown != null) {
            bar.turnedFrom(shown);
        }
        shown = week.first();
        if (week.workedOutUntil().isBefore(week.end())) {
            Paragraph incomplete = new Paragraph(getTranslation(
                    "week.incomplete",
                    BrowserZone.moments(ui, messages, week.zone()).inList(week.workedOutUntil())));
            incomplete.addClassName("problem");
            add(incomplete);
        }
        Paragraph help = new Paragraph(getTranslation("week.help", week.zone().getId()));
        help.addClassName("about");
        add(
                new Html(chart.chart().outerHtml()),
                legend(),
                help,
                new H2(getTranslation("week.inWords")),
                new Html(chart.list().outerHtml()));
    }

    private Component[] links(DoorWeek week) {
        DoorWeekQuery asked = week.asked();
        List<Component> links = new ArrayList<>();
        if (!(actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing)) {
            links.add(new Anchor(
                    DoorsView.path(asked.project(), asked.user()), getTranslation("doors.of", week.owner())));
        }
        links.add(new Anchor(
                OpenersView.path(asked.project(), asked.device()),
                getTranslation("openers.of", week.door().name())));
        return links.toArray(Component[]::new);
    }

    /** With what: one identifier, which leads to all, or all, each of which leads to its own week. */
    private Div carried(DoorWeek week) {
        Div with = new Div();
        with.addClassName("carried");
        if (week.carried().isEmpty()) {
            with.add(new Span(getTranslation("week.noIdentifier", week.owner())));
            return with;
        }
        with.add(new Span(getTranslation("week.with")));
        DoorWeekQuery asked = week.asked();
        boolean one = asked.identifier() != null;
        week.carried()
                .forEach(carried ->
                        with.add(one ? new Span(name(carried)) : link(asked.carrying(carried.id()), name(carried))));
        if (one) {
            with.add(link(asked.carrying(null), getTranslation("week.withAll")));
        }
        return with;
    }

    private static Anchor link(DoorWeekQuery asked, String name) {
        return new Anchor(WeekAddress.of(asked).whole(), name);
    }

    private String name(Carried carried) {
        String value = ShownIdentifier.of(
                carried.type(),
                carried.value(),
                Preferred.of(UI.getCurrentOrThrow()).notation());
        return messages.nameOf(getLocale(), carried.type()) + " " + value;
    }

    private Div legend() {
        Div legend = new Div(sign("opens", "✓", Opens.NOW), sign("closed", "✕", Opens.NOT));
        legend.addClassName("week-legend");
        return legend;
    }

    private Span sign(String style, String sign, Opens opens) {
        Span bar = new Span(sign);
        bar.addClassNames("bar", style);
        return new Span(bar, new Span(messages.nameOf(getLocale(), opens)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("week.title") + " · Lintel";
    }
}
