package dev.lintel.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.access.Verdict;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;

/** Every restriction that was looked at: through whom it is held, what it opens, when, and how far it got. */
final class Restrictions extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final transient RecordedDecision recorded;
    private final transient Names names;
    private final Messages messages;
    private final transient Moments moments;

    Restrictions(RecordedDecision recorded, Names names, Messages messages, Moments moments) {
        this.recorded = recorded;
        this.names = names;
        this.messages = messages;
        this.moments = moments;
        addClassName("restrictions");
        recorded.facts().grants().forEach(grant -> add(card(grant)));
        int elsewhere = recorded.facts().elsewhere();
        if (elsewhere > 0) {
            add(new ListItem(new Paragraph(getTranslation("explain.elsewhere", elsewhere))));
        }
    }

    boolean isEmpty() {
        return getChildren().findAny().isEmpty();
    }

    private ListItem card(GrantFact grant) {
        String name = names.restriction(grant.restriction());
        H3 title = new H3(name == null ? getTranslation("phrase.restrictionGone") : name);
        ListItem card = new ListItem(title, reached(grant));
        UnorderedList details = new UnorderedList();
        grant.via().forEach(via -> details.add(new ListItem(held(via))));
        grant.lines().forEach(line -> details.add(new ListItem(opens(line))));
        grant.schedules().forEach(schedule -> details.add(new ListItem(state(schedule))));
        if (grant.schedules().isEmpty()) {
            details.add(new ListItem(getTranslation("explain.always")));
        }
        card.add(details);
        return card;
    }

    private Div reached(GrantFact grant) {
        Div place = new Div();
        recorded.decision().considered().stream()
                .filter(considered -> considered.restriction().equals(grant.restriction()))
                .map(Decision.Considered::reached)
                .findFirst()
                .ifPresent(reached -> place.add(reach(reached)));
        return place;
    }

    private Component reach(ReasonCode reached) {
        if (reached == ReasonCode.GRANTED && !recorded.decision().isGranted()) {
            // something else refused, so no tick here: it would contradict the verdict
            return new Span(getTranslation("explain.wouldAllow"));
        }
        Verdict verdict = reached == ReasonCode.GRANTED ? Verdict.GRANT : Verdict.DENY;
        return new VerdictBadge(verdict, getTranslation(Messages.keyOf(reached)));
    }

    private String held(Via via) {
        return switch (via.kind()) {
            case IDENTIFIER -> getTranslation("explain.viaIdentifier");
            case USER -> getTranslation("explain.viaUser");
            case GROUP -> {
                String path = names.groupPath(via.id());
                yield path == null ? getTranslation("explain.viaGoneGroup") : getTranslation("explain.viaGroup", path);
            }
        };
    }

    private String opens(LineFact line) {
        String locks = line.locks().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String point = line.accessPoint();
        String what = line.locks().isEmpty()
                ? getTranslation("explain.opensNothing")
                : getTranslation("explain.opensLocks", line.locks().size(), locks);
        return point == null ? what : what + " " + getTranslation("explain.atPoint", point);
    }

    private Span state(ScheduleFact schedule) {
        String name = Objects.requireNonNullElseGet(
                names.schedule(schedule.schedule()), () -> getTranslation("phrase.scheduleGone"));
        Instant until = schedule.until();
        String key = schedule.open()
                ? (until == null ? "explain.openForever" : "explain.openUntil")
                : (until == null ? "explain.closedForever" : "explain.closedUntil");
        String when = until == null ? "" : moments.when(until, recorded.facts().at());
        Span text = new Span(messages.getTranslation(key, moments.locale(), name, when));
        text.addClassName(schedule.open() ? "open" : "closed");
        return text;
    }
}
