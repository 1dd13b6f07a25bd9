package dev.lintel.domain.review;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.review.ReviewRefusedException.Field;
import dev.lintel.domain.review.ReviewRefusedException.Problem;
import dev.lintel.domain.review.ReviewRefusedException.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges what somebody wants to have reviewed, and by whom. */
@Component
class ReviewCheck {
    static final int LONGEST_TEXT = 500;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n]]");

    private final ReviewParties parties;

    ReviewCheck(ReviewParties parties) {
        this.parties = parties;
    }

    List<ReviewParty> parties(Actor actor, long project, String text, int most) {
        return parties.find(actor, project, text, most);
    }

    /** Whoever takes part, and the name of what is looked at. */
    record Known(String subject, ReviewParty reviewer, ReviewParty verifier) {}

    /** @throws ReviewRefusedException with everything that is wrong */
    Known require(Actor actor, SiteSnapshot site, ReviewDraft draft, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (draft.name().isEmpty()) {
            problems.add(new Problem(Field.NAME, Reason.MISSING, ""));
        } else if (draft.name().codePointCount(0, draft.name().length()) > ReviewDraft.LONGEST_NAME) {
            problems.add(new Problem(Field.NAME, Reason.TOO_LONG, draft.name()));
        } else if (CONTROL.matcher(draft.name()).find()) {
            problems.add(new Problem(Field.NAME, Reason.UNPRINTABLE, draft.name()));
        }
        String subject = subject(site, draft.scope());
        if (subject == null) {
            problems.add(new Problem(Field.SCOPE, Reason.UNKNOWN, draft.scope().id()));
        }
        ReviewParty reviewer = party(actor, site, Field.REVIEWER, draft.reviewer(), problems);
        ReviewParty verifier = party(actor, site, Field.VERIFIER, draft.verifier(), problems);
        if (reviewer != null && verifier != null && reviewer.account() == verifier.account()) {
            problems.add(new Problem(Field.VERIFIER, Reason.SAME_PERSON, ""));
        }
        if (draft.due().isBefore(today)) {
            problems.add(new Problem(Field.DUE, Reason.PAST, draft.due().toString()));
        }
        if (!problems.isEmpty() || subject == null || reviewer == null || verifier == null) {
            throw new ReviewRefusedException(problems);
        }
        return new Known(subject, reviewer, verifier);
    }

    private @Nullable ReviewParty party(
            Actor actor, SiteSnapshot site, Field field, String login, List<Problem> problems) {
        if (login.isEmpty()) {
            problems.add(new Problem(field, Reason.MISSING, ""));
            return null;
        }
        Optional<ReviewParty> party = parties.byLogin(actor, site.project().id(), login);
        if (party.isEmpty()) {
            problems.add(new Problem(field, Reason.NOT_ABLE, login));
        }
        return party.orElse(null);
    }

    private static @Nullable String subject(SiteSnapshot site, ReviewScope scope) {
        return switch (scope.kind()) {
            case GROUP -> {
                ObjectGroup group = site.group(scope.id());
                yield group == null ? null : group.name();
            }
            case DOOR -> {
                Device device = site.device(scope.id());
                yield device == null ? null : site.nameOf(device);
            }
        };
    }

    /** @throws ReviewRefusedException when a comment or reason cannot be kept */
    static String text(Field field, String text) {
        String stripped = text.strip();
        if (stripped.codePointCount(0, stripped.length()) > LONGEST_TEXT) {
            throw new ReviewRefusedException(field, Reason.TOO_LONG, "");
        }
        if (CONTROL_BUT_LINES.matcher(stripped).find()) {
            throw new ReviewRefusedException(field, Reason.UNPRINTABLE, "");
        }
        return stripped;
    }
}
