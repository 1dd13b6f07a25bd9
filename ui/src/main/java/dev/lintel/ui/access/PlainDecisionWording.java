package dev.lintel.ui.access;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.DecisionWording;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.WhyNot;
import dev.lintel.ui.i18n.Messages;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Words decisions with the names that things have today: the facts themselves hold ids only. */
@Component
final class PlainDecisionWording implements DecisionWording {
    private final AccessDirectory directory;
    private final WhyNot whyNot;
    private final Messages messages;

    PlainDecisionWording(AccessDirectory directory, WhyNot whyNot, Messages messages) {
        this.directory = directory;
        this.whyNot = whyNot;
        this.messages = messages;
    }

    @Override
    public String sentence(AccessFacts facts, Decision decision, Locale locale) {
        return new DecisionSentences(facts, decision, names(facts), messages, locale).sentence();
    }

    @Override
    public Explanation explanation(AccessFacts facts, Decision decision, Locale locale) {
        RemedySentences sentences = new RemedySentences(facts, names(facts), messages, locale);
        return new Explanation(
                sentence(facts, decision, locale),
                whyNot.of(facts, decision).stream()
                        .map(together -> new Way(sentences.sentence(together), together))
                        .toList());
    }

    Names names(AccessFacts facts) {
        AccessFacts.DeviceFact device = facts.device();
        SiteSnapshot site = device == null ? null : directory.siteOfSerial(device.serial());
        return site == null ? Names.NONE : new SnapshotNames(site);
    }
}
