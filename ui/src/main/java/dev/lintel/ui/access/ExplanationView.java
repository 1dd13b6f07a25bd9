package dev.lintel.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.DecisionWording.Explanation;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.marker.MarkedPeople;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.CloseButton;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.listing.EntryView;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One decision explained: the sentence first, then everything that it rested on. */
@Route(value = AcsLogView.PATH + EntryView.PARAMETER, layout = AcsLogView.class)
@PermitAll
class ExplanationView extends EntryView {
    private static final long serialVersionUID = 1L;

    private final transient AcsLog log;
    private final transient PlainDecisionWording wording;
    private final transient DecideAgain decideAgain;
    private final transient MarkedPeople marked;
    private final transient ObjectProvider<EntryDeed> deeds;
    private final Messages messages;
    private final transient Actor actor;

    ExplanationView(
            AcsLog log,
            PlainDecisionWording wording,
            DecideAgain decideAgain,
            MarkedPeople marked,
            ObjectProvider<EntryDeed> deeds,
            Messages messages,
            CurrentActor current) {
        super(AcsLogView.class);
        this.log = log;
        this.wording = wording;
        this.decideAgain = decideAgain;
        this.marked = marked;
        this.deeds = deeds;
        this.messages = messages;
        this.actor = current.get();
    }

    @Override
    protected void show(long id, CloseButton close) {
        RecordedDecision recorded = log.get(actor, id).orElseThrow(NotFoundException::new);
        UI ui = UI.getCurrentOrThrow();
        AcsLogEntry entry = recorded.entry();
        Names names = wording.names(recorded.facts());
        Moments moments = BrowserZone.moments(ui, messages);
        Moments atSite = BrowserZone.moments(ui, messages, names.zone());

        Header header =
                new Header(new VerdictBadge(entry.verdict(), messages.nameOf(ui.getLocale(), entry.verdict())), close);
        Explanation explanation = wording.explanation(recorded.facts(), recorded.decision(), ui.getLocale());
        Paragraph sentence = new Paragraph(explanation.sentence());
        sentence.addClassName("sentence");

        add(header, sentence);
        explanation.ways().forEach(way -> {
            Paragraph paragraph = new Paragraph(way.sentence());
            paragraph.addClassName("remedy");
            add(paragraph);
        });
        EntryFacts facts = new EntryFacts(
                entry, recorded.decision(), messages, moments, Preferred.of(ui).notation());
        facts.fact("acsLog.marker", marker(entry));
        add(facts);
        Restrictions restrictions = new Restrictions(recorded, names, messages, atSite);
        if (!restrictions.isEmpty()) {
            add(new H2(getTranslation("explain.considered")), restrictions);
        }
        add(again(recorded));
        deeds.orderedStream()
                .flatMap(deed -> deed.offer(actor, recorded).stream())
                .forEach(this::add);
        add(new RulesAndFacts(recorded, atSite));
    }

    private @Nullable String marker(AcsLogEntry entry) {
        Long project = entry.project();
        String owner = entry.ownerId();
        return project == null || owner == null
                ? null
                : marked.of(actor, project, owner).map(Marker::name).orElse(null);
    }

    private Div again(RecordedDecision recorded) {
        Div place = new Div();
        place.addClassName("again");
        place.getElement().setAttribute("aria-live", "polite");
        if (decideAgain.isPossible(actor, recorded)) {
            Button ask = new Button(getTranslation("explain.again"));
            ask.addClickListener(click -> {
                place.removeAll();
                place.add(decideAgain.compare(actor, recorded, getLocale()), ask);
            });
            place.add(ask);
        }
        return place;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("explain.title") + " · Lintel";
    }
}
