package dev.lintel.domain.notification;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.Importance;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeQuestion;
import dev.lintel.domain.rulebook.Outcomes;
import dev.lintel.domain.wire.WireName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the rulebook of a project says about the importance of what people are told. */
@Component
class ImportanceRows {
    private static final Logger LOG = LoggerFactory.getLogger(ImportanceRows.class);

    private final Outcomes outcomes;

    ImportanceRows(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * Whether something is important, and what says so.
     *
     * @param table what the table is called; null when none says anything
     * @param row number of its row, from 1
     */
    record Judged(
            boolean important,
            @Nullable String table,
            @Nullable Integer row) {}

    /**
     * Judges a notification.
     *
     * @param otherwise whether it is important where no row says anything
     */
    Judged of(
            @Nullable Long project,
            NotificationKind kind,
            @Nullable String person,
            @Nullable String device,
            Instant at,
            boolean otherwise) {
        return of(project, Set.of(WireName.of(kind)), person, device, at, otherwise);
    }

    /** The same of a pass. */
    Judged ofPass(
            long project, ReasonCode reason, @Nullable String person, String device, Instant at, boolean otherwise) {
        return of(
                project,
                Set.of(WireName.of(NotificationKind.PASS), WireName.of(reason)),
                person,
                device,
                at,
                otherwise);
    }

    /** People are told, whatever becomes of the rules. */
    private Judged of(
            @Nullable Long project,
            Set<String> topics,
            @Nullable String person,
            @Nullable String device,
            Instant at,
            boolean otherwise) {
        Judged usual = new Judged(otherwise, null, null);
        if (project == null) {
            return usual;
        }
        try {
            return outcomes.ask(
                            OutcomeKind.NOTIFICATION_IMPORTANCE,
                            project,
                            site -> new OutcomeQuestion(
                                    topics, site.about(person, null, IdentifierType.CARD, device, at)))
                    .filter(said -> said.outcome().importance() != null)
                    .map(said -> new Judged(
                            said.outcome().importance() == Importance.IMPORTANT,
                            said.table().name(),
                            said.row()))
                    .orElse(usual);
        } catch (RuntimeException failure) {
            LOG.warn("the importance of a notification could not be decided by the table of its project", failure);
            return usual;
        }
    }
}
