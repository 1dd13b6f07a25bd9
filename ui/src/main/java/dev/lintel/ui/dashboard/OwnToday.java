package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.OwnAccess;
import dev.lintel.domain.access.OwnAccess.OpenDoor;
import dev.lintel.domain.access.OwnAccess.OpenNow;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.access.VerdictBadge;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.user.people.AccessSection;
import dev.lintel.ui.user.people.FamilySection;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Today for whoever lives here: which doors open for them, what they carry, where they were, who belongs to them. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class OwnToday extends Div {
    private static final long serialVersionUID = 1L;
    private static final int PASSES = 8;

    private final transient OwnAccess own;
    private final AccessSection carried;
    private final FamilySection family;
    private final Messages messages;
    private final transient Actor actor;

    OwnToday(OwnAccess own, AccessSection carried, FamilySection family, Messages messages, CurrentActor current) {
        this.own = own;
        this.carried = carried;
        this.family = family;
        this.messages = messages;
        this.actor = current.get();
        addClassName("own-today");
    }

    /** Whether somebody has a way in of their own, and nothing to watch over. */
    static boolean isFor(Actor actor) {
        boolean watches =
                switch (actor.reach(Permission.IDENTIFIER_VIEW_OWN)) {
                    case Reach.Part part -> part.own() || part.descendants();
                    case Reach.Nothing nothing -> false;
                    default -> true;
                };
        return actor.membership() != null && !watches && !actor.may(Permission.ACS_LOG_VIEW);
    }

    void show() {
        carried.showOwn();
        family.showOwn();
        removeAll();
        add(doors(), carried, passes(), family);
    }

    private Section doors() {
        OpenNow now = own.openNow(actor);
        List<OpenDoor> open = now.doors();
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        open.forEach(door -> list.add(new ListItem(door(door))));
        Component content = open.isEmpty() ? new Paragraph(getTranslation("today.noDoors")) : list;
        Section section = new Section(new H2(getTranslation("today.doors")), content);
        if (now.more()) {
            Paragraph more = new Paragraph(getTranslation("today.moreDoors"));
            more.addClassName("about");
            section.add(more);
        }
        return section;
    }

    private Component[] door(OpenDoor door) {
        Span name = new Span(door.name());
        name.addClassName("device-name");
        return new Component[] {name, new Span(Objects.toString(door.accessPoint(), ""))};
    }

    private Section passes() {
        Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        List<AcsLogEntry> last = own.lastPasses(actor, PASSES);
        UnorderedList list = new UnorderedList();
        last.forEach(entry -> list.add(new ListItem(pass(entry, moments))));
        Component content = last.isEmpty() ? new Paragraph(getTranslation("today.noPasses")) : list;
        Section section = new Section(new H2(getTranslation("today.passes")), content);
        section.addClassName("last-passes");
        return section;
    }

    private Div pass(AcsLogEntry entry, Moments moments) {
        Span at = new Span(moments.inList(entry.at()));
        at.addClassName("at");
        Span where = new Span(Objects.requireNonNullElse(entry.deviceName(), entry.deviceSerial()));
        where.addClassName("who");
        Span with = new Span(messages.nameOf(moments.locale(), entry.type()));
        with.addClassName("where");
        return new Div(
                at,
                new VerdictBadge(entry.verdict(), VerdictBadge.message(messages, moments.locale(), entry)),
                where,
                with);
    }
}
