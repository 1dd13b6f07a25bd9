package dev.lintel.ui.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.sync.CopyList;
import dev.lintel.domain.sync.CopyRow;
import dev.lintel.domain.sync.CopyState;
import dev.lintel.domain.sync.DeviceCopy;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.identifier.IdentifierSection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At which devices an identifier is by now, which are still to learn it, and what went wrong. */
@Component
@Order(1)
class CopiesSection implements IdentifierSection {
    private static final int SHOWN = 50;

    private final CopyList copies;
    private final Messages messages;
    private final InstantSource clock;

    CopiesSection(CopyList copies, Messages messages, InstantSource clock) {
        this.copies = copies;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> section(Actor actor, IssuedIdentifier identifier) {
        if (actor.reach(Permission.DEVICE_VIEW) instanceof Reach.Nothing) {
            return Optional.empty();
        }
        ListQuery<CopyRow> query = ListQuery.everything(copies.listing())
                .narrowedTo(
                        List.of(is("project", Long.toString(identifier.project())), is("identifier", identifier.id())));
        List<CopyRow> rows = copies.page(actor, query, null, SHOWN).rows();
        Section section = new Section(new H2(t("copies.title")));
        section.addClassName("copies");
        if (rows.isEmpty()) {
            section.add(new Paragraph(t("copies.none")));
            return Optional.of(section);
        }
        Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        long waiting = rows.stream()
                .filter(row -> row.copy().state() != CopyState.SYNCED)
                .count();
        UnorderedList list = new UnorderedList();
        rows.forEach(row -> list.add(line(row.copy(), moments)));
        section.add(new Paragraph(t("copies.summary", rows.size() - waiting, rows.size())), list);
        long all = copies.count(actor, query).number();
        if (all > rows.size()) {
            section.add(new Paragraph(t("copies.first", rows.size(), all)));
        }
        return Optional.of(section);
    }

    private Condition<CopyRow> is(String field, String value) {
        return Condition.read(copies.listing().known(field), Operator.IS, List.of(value));
    }

    private ListItem line(DeviceCopy copy, Moments moments) {
        String sign =
                switch (copy.state()) {
                    case SYNCED -> "●";
                    case PENDING -> "○";
                    case FAILED -> "✕";
                };
        Span mark = new Span(sign);
        mark.getElement().setAttribute("aria-hidden", "true");
        Span state = new Span(mark, new Span(" " + word(copy)));
        state.addClassNames("copy-state", copy.state().name().toLowerCase(Locale.ROOT));
        Instant when = copy.acknowledged() == null || copy.state() == CopyState.PENDING
                ? copy.changed()
                : Objects.requireNonNull(copy.acknowledged());
        Span at = new Span(moments.ago(when, clock.instant()));
        at.setTitle(moments.exact(when));
        at.addClassName("at");
        ListItem line = new ListItem(new Span(copy.deviceName()), state, at);
        if (copy.problem() != null) {
            Span problem = new Span(t("copies.problem", copy.problem()));
            problem.addClassName("problem");
            line.add(problem);
        }
        return line;
    }

    private String word(DeviceCopy copy) {
        if (copy.isUnreachable()) {
            return t("device.copiesOverHttp");
        }
        return copy.leaving() ? t("copies.leaving") : t(Messages.keyOf(copy.state()));
    }

    private static String t(String key, Object... arguments) {
        return UI.getCurrentOrThrow().getTranslation(key, arguments);
    }
}
