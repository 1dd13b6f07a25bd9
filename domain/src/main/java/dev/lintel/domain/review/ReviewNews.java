package dev.lintel.domain.review;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.review.Review.State;
import dev.lintel.domain.review.ReviewTurn.Kind;
import dev.lintel.domain.wire.WireName;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit what becomes of reviews, and those who take part when it is their turn. */
@Component
class ReviewNews {
    private static final String KIND = "access-review";

    private final ApplicationEventPublisher events;

    ReviewNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param before null for a new one */
    void changed(Actor by, @Nullable Review before, Review after) {
        publish(by, after, before == null ? Map.of() : fields(before), fields(after));
        State was = before == null ? null : before.state();
        if (after.state() == State.OPEN && was == null && !isBy(by, after.reviewer())) {
            tell(after, Kind.DECIDE, false);
        }
        if (after.state() == State.OPEN && was == State.HANDED_IN) {
            tell(after, Kind.DECIDE, true);
        }
        if (after.state() == State.HANDED_IN && was == State.OPEN) {
            tell(after, Kind.VERIFY, false);
        }
    }

    /** Whoever starts a review for themselves knows of it. */
    private static boolean isBy(Actor by, ReviewParty party) {
        return by.account() != null && by.account() == party.account();
    }

    void overdue(Review review) {
        tell(review, Kind.OVERDUE, false);
    }

    private void tell(Review review, Kind kind, boolean sentBack) {
        ReviewParty whose = review.state() == State.HANDED_IN ? review.verifier() : review.reviewer();
        events.publishEvent(
                new ReviewTurn(review.project(), review.id(), review.name(), kind, whose.account(), sentBack));
    }

    /** Of the files of a closed review, made anew without somebody who was erased: what they were, and are. */
    void remade(Actor by, Review review, ReviewEvidence.Remade remade) {
        publish(by, review, hashes(remade.before()), hashes(remade.after()));
    }

    private static Map<String, String> hashes(ReviewEvidence.Hashes hashes) {
        return Map.of("csvSha256", hashes.csv(), "pdfSha256", hashes.pdf());
    }

    /** @param decision null when decisions were taken back */
    void decided(Actor by, Review before, Review after, @Nullable ReviewDecision decision, int rights) {
        Map<String, String> fields = fields(after);
        fields.put("decided", rights + " × " + (decision == null ? "-" : WireName.of(decision)));
        publish(by, after, fields(before), fields);
    }

    void closed(Actor by, Review before, Review after, ReviewEvidence.Hashes hashes) {
        Map<String, String> fields = fields(after);
        fields.putAll(hashes(hashes));
        publish(by, after, fields(before), fields);
    }

    private void publish(Actor by, Review review, Map<String, String> before, Map<String, String> after) {
        events.publishEvent(new RecordChanged(
                by, review.project(), KIND, Long.toString(review.id()), review.name(), before, after));
    }

    private static Map<String, String> fields(Review review) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", review.name());
        fields.put("subject", review.subject());
        fields.put("reviewer", review.reviewer().told());
        fields.put("verifier", review.verifier().told());
        fields.put("due", review.due().toString());
        fields.put("state", WireName.of(review.state()));
        fields.put("rights", Integer.toString(review.progress().rights()));
        fields.put("undecided", Integer.toString(review.progress().undecided()));
        fields.put("removals", Integer.toString(review.progress().removals()));
        fields.put("sentBack", review.sentBack());
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
