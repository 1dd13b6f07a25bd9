package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.DecisionRecorder.Outcome;
import dev.lintel.domain.permission.Unguarded;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Answers doors: gathers the facts, asks the decision point, carries out what that obliges to, writes the ACS log. */
@Service
public class AccessService {
    private static final Logger LOG = LoggerFactory.getLogger(AccessService.class);

    /** How often a decision is made again because a pass was used or a count was corrected in between. */
    private static final int MOST_ROUNDS = 4;

    private final AccessDecisions decisions;
    private final AccessDecisionPoint decisionPoint;
    private final DecisionRecorder recorder;
    private final PassCounts passes;
    private final AcsLogStore log;
    private final AcsLogNews news;
    private final AreaTurns turns = new AreaTurns();

    AccessService(
            AccessDecisions decisions,
            AccessDecisionPoint decisionPoint,
            DecisionRecorder recorder,
            PassCounts passes,
            DoorDatabase doors,
            AcsLogNews news) {
        this.decisions = decisions;
        this.decisionPoint = decisionPoint;
        this.recorder = recorder;
        this.passes = passes;
        this.log = doors.log();
        this.news = news;
    }

    /**
     * Decides, counts, logs, and only then answers. The log entry and the counted pass are committed in one transaction
     * before this returns. When that cannot be done, the answer is a denial with {@link ReasonCode#INDETERMINATE} that
     * has no log entry; never an exception.
     */
    @Unguarded("devices ask, which prove themselves on the way in")
    public AccessAnswer ask(AccessRequest request, RequestOrigin origin) {
        AccessRequest clean = clean(request);
        try {
            return turns.inTurn(decisions.area(clean), clean.at(), at -> answer(clean.at(at), origin));
        } catch (RuntimeException failure) {
            LOG.error("an access request was denied because it could not be recorded", failure);
            return indeterminate(clean);
        }
    }

    /** Decides without recording or counting anything. */
    @Unguarded("it changes nothing; the ways in for people ask for decision.explain")
    public AccessAnswer explain(AccessRequest request) {
        Decided decided = decisions.decide(clean(request));
        return new AccessAnswer(null, decided.facts(), decided.decision(), false);
    }

    private AccessAnswer answer(AccessRequest request, RequestOrigin origin) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Decided decided = decisions.decide(request);
            if (isOutOfPasses(decided) && passes.correct(decided)) {
                continue;
            }
            switch (recorder.record(request, origin, decided)) {
                case Outcome.Recorded recorded -> {
                    return recorded(recorded, decided);
                }
                case Outcome.NoPassLeft none -> passes.correct(decided);
                case Outcome.KnownRequest known -> {
                    return repeated(request, origin, decided.facts());
                }
            }
        }
        LOG.error("an access request was denied because its passes were counted elsewhere again and again");
        return indeterminate(request);
    }

    private static boolean isOutOfPasses(Decided decided) {
        return decided.decision().reason() == ReasonCode.PASSES_USED_UP;
    }

    private AccessAnswer recorded(Outcome.Recorded recorded, Decided decided) {
        if (recorded.counted() != null) {
            passes.counted(recorded.counted());
        }
        news.publish(recorded.entry());
        return new AccessAnswer(recorded.entry().id(), decided.facts(), decided.decision(), false);
    }

    /** The answer that this request got before. What reuses the number of another request is a request of its own. */
    private AccessAnswer repeated(AccessRequest request, RequestOrigin origin, AccessFacts facts) {
        String requestId = Objects.requireNonNull(origin.requestId());
        Optional<RecordedDecision> earlier = log.ofRequest(request.deviceSerial(), requestId);
        if (earlier.isPresent() && isSame(earlier.get(), request, facts)) {
            RecordedDecision given = earlier.get();
            return new AccessAnswer(given.entry().id(), given.facts(), given.decision(), true);
        }
        LOG.warn("a device used the id of an earlier request for another one; it is answered on its own");
        return answer(request, new RequestOrigin(origin.channel(), null, origin.deviceTime()));
    }

    private static boolean isSame(RecordedDecision earlier, AccessRequest request, AccessFacts facts) {
        AcsLogEntry entry = earlier.entry();
        IdentifierFact identifier = facts.identifier();
        return entry.type() == request.type()
                && Objects.equals(entry.accessPoint(), request.accessPoint())
                && Objects.equals(entry.lock(), request.lock())
                && Objects.equals(entry.identifierId(), identifier == null ? null : identifier.id())
                && entry.presented().equals(Presented.masked(request.type(), request.value()));
    }

    private AccessAnswer indeterminate(AccessRequest request) {
        Decision decision = Decision.indeterminate(decisionPoint.ruleVersion());
        return new AccessAnswer(null, AccessFacts.none(request), decision, false);
    }

    /** What is stored and shown as it came is made fit for it before it is decided, so that the facts are those stored. */
    private static AccessRequest clean(AccessRequest request) {
        String accessPoint = request.accessPoint();
        return new AccessRequest(
                PlainText.of(request.deviceSerial()),
                accessPoint == null ? null : PlainText.of(accessPoint),
                request.lock(),
                request.type(),
                request.value(),
                request.at());
    }
}
