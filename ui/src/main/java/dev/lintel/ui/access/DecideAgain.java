package dev.lintel.ui.access;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.AskedDecisions;
import dev.lintel.domain.access.DecisionWording.Explanation;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.i18n.Messages;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a recorded request again, now, without recording or counting anything. */
@Component
final class DecideAgain {
    private final AskedDecisions decisions;
    private final AccessDirectory directory;
    private final PlainDecisionWording wording;
    private final Messages messages;
    private final InstantSource clock;

    DecideAgain(
            AskedDecisions decisions,
            AccessDirectory directory,
            PlainDecisionWording wording,
            Messages messages,
            InstantSource clock) {
        this.decisions = decisions;
        this.directory = directory;
        this.wording = wording;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether the actor may, and the value that was presented is still known: the log masks it where it opens doors. */
    boolean isPossible(Actor actor, RecordedDecision recorded) {
        return actor.may(Permission.DECISION_EXPLAIN) && value(recorded.entry()) != null;
    }

    /** Today's answer, and whether it differs. */
    Div compare(Actor actor, RecordedDecision recorded, Locale locale) {
        AcsLogEntry entry = recorded.entry();
        String value = value(entry);
        if (value == null) {
            throw new IllegalStateException("the value presented with entry " + entry.id() + " is not known");
        }
        AccessAnswer now = decisions.explain(
                actor,
                new AccessRequest(
                        entry.deviceSerial(), entry.accessPoint(), entry.lock(), entry.type(), value, clock.instant()));
        boolean same =
                now.decision().verdict() == entry.verdict() && now.decision().reason() == entry.reason();
        Explanation explanation = wording.explanation(now.facts(), now.decision(), locale);
        Div result = new Div(
                new H3(messages.getTranslation(same ? "explain.sameNow" : "explain.otherNow", locale)),
                new VerdictBadge(
                        now.decision().verdict(),
                        messages.nameOf(locale, now.decision().verdict())),
                new Paragraph(explanation.sentence()));
        explanation.ways().forEach(way -> result.add(new Paragraph(way.sentence())));
        result.addClassName("today");
        return result;
    }

    private @Nullable String value(AcsLogEntry entry) {
        String id = entry.identifierId();
        if (id == null) {
            return entry.type().isSecret() ? null : entry.presented();
        }
        SiteSnapshot site = directory.siteOfSerial(entry.deviceSerial());
        Identifier identifier = site == null ? null : site.identifier(id);
        return identifier == null ? null : identifier.value();
    }
}
