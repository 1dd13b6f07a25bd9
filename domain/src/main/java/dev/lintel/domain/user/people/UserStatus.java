package dev.lintel.domain.user.people;

/** How far somebody has come in using the product. */
public enum UserStatus {
    /** Nobody has invited them; at doors their identifiers work all the same. */
    NOT_INVITED,
    /** An invitation is on its way to them and still good. */
    INVITED,
    /** The invitation was not used in time. */
    INVITATION_EXPIRED,
    /** They have an account. */
    ACTIVE,
    /** They open nothing and cannot log in. */
    SUSPENDED
}
