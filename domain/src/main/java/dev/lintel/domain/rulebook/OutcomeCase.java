package dev.lintel.domain.rulebook;

/**
 * A question to a table about something else than doors, with what it must say.
 *
 * @param about which table; where the rulebook has none, nothing is said
 * @param expected what is empty has to be as it would be without the table
 */
public record OutcomeCase(OutcomeKind about, OutcomeExample question, Outcome expected) {
    @SuppressWarnings("NullAway") // what is not said in JSON is nothing
    public OutcomeCase {
        question = question == null ? OutcomeExample.NOTHING : question;
        expected = expected == null ? Outcome.NOTHING : expected;
        // whoever gives a pass, or has a profile, is somebody
        if (question.family() == null && (about == OutcomeKind.GUEST_LIMITS || question.tellsOfSomebody())) {
            question = question.with(FamilyRole.MAIN);
        }
    }
}
