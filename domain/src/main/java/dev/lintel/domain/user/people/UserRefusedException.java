package dev.lintel.domain.user.people;

import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.WishRefusedException;
import java.util.List;

/** A user was not taken as somebody wanted; nothing was stored. */
public final class UserRefusedException extends WishRefusedException {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public enum Field {
        NAME,
        EMAIL,
        PROFILE,
        GROUPS,
        PHONE,
        ADDRESS,
        MARKER,
        /** The user as a whole. */
        USER
    }

    /** Why. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        TOO_MANY,
        MALFORMED,
        /** Somebody on this server has it; it is not said who. */
        TAKEN,
        /** There is none, as far as the asker can know, or they may not hand it out. */
        UNAVAILABLE,
        /** Several are called so. */
        AMBIGUOUS,
        /** Nobody suspends or deletes themselves. */
        ONESELF,
        /** Nobody would be left who can run the server. */
        LAST_ADMINISTRATOR,
        /** A family member is in the groups of the main user. */
        FOLLOWS_MAIN_USER,
        /** A main user has at most five family members, and a family member has none. */
        FAMILY_FULL,
        /** They have an account already. */
        HAS_ACCOUNT,
        /** They have no account yet, so no password. */
        NO_ACCOUNT,
        /** Suspended people are sent nothing that lets them in. */
        IS_SUSPENDED,
        /** Too many mails of the kind were asked for; some waiting helps. */
        TOO_OFTEN,
        /** Somebody with an account confirms a new address by mail; a table or a site file cannot change it. */
        TO_BE_CONFIRMED,
        /** The server is set to let nobody register. */
        REGISTRATION_OFF,
        /** The server does not know its own address, so that it could write no link. */
        NO_SERVER_URL
    }

    /**
     * One thing that is wrong.
     *
     * @param value what was given, as far as it is needed to understand; may be empty
     */
    public record Problem(Field field, Reason reason, String value) implements FieldProblem {}

    public UserRefusedException(List<Problem> problems) {
        super(problems, " ");
    }

    public UserRefusedException(Field field, Reason reason, String value) {
        this(List.of(new Problem(field, reason, value)));
    }
}
