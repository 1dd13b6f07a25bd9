package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.DecisionWording;
import dev.lintel.domain.access.Remedy;
import dev.lintel.domain.access.WhyNot;
import dev.lintel.domain.wire.WireName;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows decisions with all that explains them. */
@Component
class DecisionViews {
    private final DecisionWording wording;
    private final WhyNot whyNot;

    DecisionViews(DecisionWording wording, WhyNot whyNot) {
        this.wording = wording;
        this.whyNot = whyNot;
    }

    DecisionView of(AccessFacts facts, Decision decision, Locale locale) {
        List<DecisionView.Way> ways = whyNot.of(facts, decision).stream()
                .map(together -> new DecisionView.Way(
                        wording.remedy(facts, together, locale),
                        together.stream().map(DecisionViews::change).toList()))
                .toList();
        return DecisionView.of(facts, decision, wording.sentence(facts, decision, locale), ways);
    }

    private static DecisionView.Change change(Remedy remedy) {
        return new DecisionView.Change(WireName.of(remedy.kind()), remedy.restriction());
    }
}
