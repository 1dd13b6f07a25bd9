package dev.lintel.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.ui.component.AddressNumber;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import jakarta.annotation.security.PermitAll;

/** One decision explained: the sentence first, then everything that it rested on. */
@Route(value = AcsLogView.PATH + "/:entry", layout = AcsLogView.class)
@PermitAll
class ExplanationView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient AcsLog log;
    private final transient PlainDecisionWording wording;
    private final transient DecideAgain decideAgain;
    private final Messages messages;
    private final transient Actor actor;

    ExplanationView(
            AcsLog log,
            PlainDecisionWording wording,
            DecideAgain decideAgain,
            Messages messages,
            CurrentActor current) {
        this.log = log;
        this.wording = wording;
        this.decideAgain = decideAgain;
        this.messages = messages;
        this.actor = current.get();
        addClassName("explanation");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = event.getRouteParameters()
                .get("entry")
                .flatMap(AddressNumber::of)
                .orElseThrow(NotFoundException::new);
        RecordedDecision recorded = log.get(actor, id).orElseThrow(NotFoundException::new);
        removeAll();
        show(recorded, event.getLocation().getQueryParameters());
    }

    private void show(RecordedDecision recorded, QueryParameters query) {
        UI ui = UI.getCurrentOrThrow();
        AcsLogEntry entry = recorded.entry();
        Names names = wording.names(recorded.facts());
        Moments moments = BrowserZone.moments(ui, messages);
        Moments atSite = BrowserZone.moments(ui, messages, names.zone());

        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> ui.navigate(AcsLogView.class, query));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        close.setAriaLabel(getTranslation("action.close"));
        Header header =
                new Header(new VerdictBadge(entry.verdict(), messages.nameOf(ui.getLocale(), entry.verdict())), close);
        Paragraph sentence = new Paragraph(wording.sentence(recorded.facts(), recorded.decision(), ui.getLocale()));
        sentence.addClassName("sentence");

        add(header, sentence);
        add(new EntryFacts(
                entry, recorded.decision(), messages, moments, Preferred.of(ui).notation()));
        Restrictions restrictions = new Restrictions(recorded, names, messages, atSite);
        if (!restrictions.isEmpty()) {
            add(new H2(getTranslation("explain.considered")), restrictions);
        }
        add(again(recorded));
        add(new RulesAndFacts(recorded, atSite));
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
