package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.DecisionWording;
import dev.lintel.domain.access.Remedy;
import dev.lintel.domain.wire.WireName;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows decisions with all that explains them. */
@Component
class DecisionViews {
    private final DecisionWording wording;

    DecisionViews(DecisionWording wording) {
        this.wording = wording;
    }

    DecisionView of(AccessFacts facts, Decision decision, Locale locale) {
        DecisionWording.Explanation explanation = wording.explanation(facts, decision, locale);
        List<DecisionView.Way> ways = explanation.ways().stream()
                .map(way -> new DecisionView.Way(
                        way.sentence(),
                        way.together().stream().map(DecisionViews::change).toList()))
                .toList();
        return DecisionView.of(facts, decision, explanation.sentence(), ways);
    }

    private static DecisionView.Change change(Remedy remedy) {
        return new DecisionView.Change(WireName.of(remedy.kind()), remedy.restriction());
    }
}
