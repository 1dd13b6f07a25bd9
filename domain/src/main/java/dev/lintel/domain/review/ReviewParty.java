package dev.lintel.domain.review;

/**
 * Somebody who takes part in a review.
 *
 * @param account number of the account
 * @param name of the person as it was when the review was started; the login where there is none
 */
public record ReviewParty(long account, String login, String name) {
    /** As people are told apart: the name, and the login where that says more. */
    public String told() {
        return name.equals(login) ? login : name + " (" + login + ")";
    }
}
