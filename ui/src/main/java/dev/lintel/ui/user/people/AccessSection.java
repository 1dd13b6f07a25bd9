package dev.lintel.ui.user.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.PersonalAccess;
import dev.lintel.domain.identifier.PersonalAccess.Carried;
import dev.lintel.domain.identifier.PersonalAccess.Granted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.ui.access.matrix.DoorsSection;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.identifier.IdentifierView;
import dev.lintel.ui.identifier.NewIdentifierView;
import dev.lintel.ui.restriction.Granting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What somebody carries, and where it lets them in, directly and by their groups. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class AccessSection extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PersonalAccess access;
    private final transient Granting granting;
    private final DoorsSection doors;
    private final transient Actor actor;
    private final transient Moments moments;
    private final transient InstantSource clock;
    private boolean granted;

    AccessSection(
            PersonalAccess access,
            Granting granting,
            DoorsSection doors,
            Messages messages,
            InstantSource clock,
            CurrentActor current) {
        this.access = access;
        this.granting = granting;
        this.doors = doors;
        this.clock = clock;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("person-access");
    }

    /** @param editable whether the actor may change the person */
    void show(long project, String person, boolean editable) {
        granted = editable && actor.may(Permission.ACCESS_RESTRICTION_VIEW);
        boolean adding = actor.reach(Permission.IDENTIFIER_CREATE).touches(project);
        show(project, person, "person.noIdentifiers", adding);
        doors.show(project, person);
        add(doors);
    }

    private void show(long project, String person, String noIdentifiers, boolean adding) {
        removeAll();
        if (actor.may(Permission.ACCESS_RESTRICTION_VIEW)) {
            Runnable again = () -> show(project, person, noIdentifiers, adding);
            Section opened =
                    section("person.restrictions", "person.noRestrictions", restrictions(project, person, again));
            if (granted) {
                opened.add(granting.grantButton(actor, project, new GrantTarget.ToUser(person), again));
            }
            add(opened);
        }
        if (!(actor.reach(Permission.IDENTIFIER_VIEW_OWN) instanceof Reach.Nothing)) {
            Section carried = section("person.identifiers", noIdentifiers, identifiers(project, person));
            if (adding) {
                carried.add(
                        new Anchor(NewIdentifierView.path(project, person), getTranslation("person.addIdentifier")));
            }
            add(carried);
        }
    }

    /** What one carries oneself; nothing for an account of the server. */
    public void showOwn() {
        Membership home = actor.membership();
        if (home != null) {
            show(home.project(), home.person(), "person.noneOfYours", false);
        }
    }

    private Section section(String title, String none, List<ListItem> rows) {
        Section section = new Section(new H2(getTranslation(title)));
        if (rows.isEmpty()) {
            section.add(new Paragraph(getTranslation(none)));
        } else {
            UnorderedList list = new UnorderedList(rows.toArray(ListItem[]::new));
            list.addClassName("rows");
            section.add(list);
        }
        return section;
    }

    private List<ListItem> restrictions(long project, String person, Runnable again) {
        return access.restrictions(actor, project, person).stream()
                .map(one -> {
                    ListItem item = new ListItem(name(one.restriction()), new Span(by(one)));
                    if (granted && one.group() == null && one.identifier() == null) {
                        Div actions = new Div(granting.withdrawButton(
                                actor, project, new GrantTarget.ToUser(person), one.id(), one.restriction(), again));
                        actions.addClassName("row-actions");
                        item.add(actions);
                    }
                    return item;
                })
                .toList();
    }

    private String by(Granted granted) {
        if (granted.group() != null) {
            return getTranslation("person.byGroup", granted.group());
        }
        return granted.identifier() == null
                ? getTranslation("person.byPerson")
                : getTranslation("person.byIdentifier", getTranslation(Messages.keyOf(granted.identifier())));
    }

    private List<ListItem> identifiers(long project, String person) {
        return access.identifiers(actor, project, person).stream()
                .map(carried -> new ListItem(
                        link(project, carried),
                        new Span(guest(carried)),
                        new Span(validity(carried)),
                        state(carried.state(clock.instant()))))
                .toList();
    }

    private String guest(Carried carried) {
        GuestKind guest = carried.guest();
        if (guest == null) {
            return "";
        }
        return getTranslation(guest == GuestKind.GUEST ? "person.forGuest" : "person.forCourier");
    }

    private String validity(Carried carried) {
        Instant from = carried.from();
        Instant until = carried.until();
        return Stream.of(
                        from == null ? null : getTranslation("person.from", moments.inList(from)),
                        until == null ? null : getTranslation("person.until", moments.inList(until)),
                        carried.passesLeft() == null ? null : getTranslation("person.passesLeft", carried.passesLeft()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private Span state(IdentifierState state) {
        boolean valid = state == IdentifierState.VALID;
        Span badge = new Span((valid ? "✓ " : "✕ ") + getTranslation(Messages.keyOf(state)));
        badge.addClassNames("user-status", valid ? "active" : "suspended");
        return badge;
    }

    private Anchor link(long project, Carried carried) {
        String type = getTranslation(Messages.keyOf(carried.type()));
        Anchor link = new Anchor(
                IdentifierView.path(project, carried.id()), carried.name().isEmpty() ? type : carried.name());
        link.addClassName("device-name");
        return link;
    }

    private static Span name(String text) {
        Span name = new Span(text);
        name.addClassName("device-name");
        return name;
    }
}
