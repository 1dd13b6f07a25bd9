package dev.lintel.domain.schedule.holiday;

/** A calendar could not be had from where it is subscribed. */
public final class CalendarUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final SubscriptionProblem problem;
    private final String about;

    /** @param about such as the status of the answer; may be empty; never what stood in the answer */
    public CalendarUnavailableException(SubscriptionProblem problem, String about) {
        super(problem + " " + about, null, false, false);
        this.problem = problem;
        this.about = about;
    }

    public SubscriptionProblem problem() {
        return problem;
    }

    public String about() {
        return about;
    }
}
