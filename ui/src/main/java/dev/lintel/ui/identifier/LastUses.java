package dev.lintel.ui.identifier;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.access.AcsLogView;
import dev.lintel.ui.access.VerdictBadge;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where an identifier was presented last, for those who may see the ACS log. */
@Component
@Order(2)
class LastUses implements IdentifierSection {
    private static final int SHOWN = 10;

    private final AcsLog log;
    private final Messages messages;

    LastUses(AcsLog log, Messages messages) {
        this.log = log;
        this.messages = messages;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> section(Actor actor, IssuedIdentifier identifier) {
        if (actor.reach(Permission.ACS_LOG_VIEW) instanceof Reach.Nothing) {
            return Optional.empty();
        }
        ListQuery<AcsLogEntry> query = ListQuery.everything(log.listing())
                .narrowedTo(List.of(
                        is("project", Long.toString(identifier.project())), is("identifierId", identifier.id())));
        List<AcsLogEntry> entries = log.newest(actor, query, SHOWN);
        Section section = new Section(new H2(t("identifier.uses")));
        section.addClassName("last-passes");
        if (entries.isEmpty()) {
            section.add(new Paragraph(t("identifier.noUses")));
            return Optional.of(section);
        }
        Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        UnorderedList list = new UnorderedList();
        entries.forEach(entry -> list.add(new ListItem(line(entry, moments))));
        section.add(
                list,
                new Anchor(
                        AcsLogView.PATH + "?project=" + identifier.project() + "&filter=identifierId:is:"
                                + identifier.id(),
                        t("identifier.allUses")));
        return Optional.of(section);
    }

    private Condition<AcsLogEntry> is(String field, String value) {
        return Condition.read(log.listing().known(field), Operator.IS, List.of(value));
    }

    private Anchor line(AcsLogEntry entry, Moments moments) {
        Span at = new Span(moments.inList(entry.at()));
        at.addClassName("at");
        Span where = new Span(Objects.requireNonNullElse(entry.deviceName(), entry.deviceSerial()));
        where.addClassName("where");
        return new Anchor(
                AcsLogView.PATH + "/" + entry.id(),
                at,
                new VerdictBadge(entry.verdict(), VerdictBadge.message(messages, moments.locale(), entry)),
                where);
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
