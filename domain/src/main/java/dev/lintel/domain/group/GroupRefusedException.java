package dev.lintel.domain.group;

/** Something about groups was not taken; nothing was stored. */
public final class GroupRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, and which field. */
    public enum Reason {
        NAME_MISSING("name"),
        NAME_TOO_LONG("name"),
        NAME_UNPRINTABLE("name"),
        /** Another project of the server is called so. */
        PROJECT_NAME_TAKEN("name"),
        DESCRIPTION_TOO_LONG("description"),
        DESCRIPTION_UNPRINTABLE("description"),
        ADDRESS_OUT_OF_RANGE("logicalAddress"),
        /** A sibling of the same type has this logical address, and panels dial it. */
        ADDRESS_TAKEN("logicalAddress"),
        /** There is no such group in the project, as far as the asker can see. */
        PARENT_UNKNOWN("parent"),
        /** A group cannot be moved into itself or into what is below it. */
        PARENT_BELOW("parent"),
        /** The root group of a project cannot be moved. */
        ROOT_STAYS("parent"),
        /** With its root group a whole project goes, so its name has to be given. */
        NOT_CONFIRMED("confirmation"),
        /** A version of the rules decides in the group, or in one below it, first. What was given is the number of the version. */
        RULES_DECIDE_FIRST("group"),
        PATTERN_MISSING("pattern"),
        PATTERN_TOO_LONG("pattern"),
        /** Several groups would all be called the same. */
        PATTERN_WITHOUT_NUMBER("pattern"),
        AMOUNT_OUT_OF_RANGE("amount"),
        FIRST_OUT_OF_RANGE("first"),
        FIRST_ADDRESS_OUT_OF_RANGE("firstAddress"),
        /** More groups than can be saved in one go. */
        TOO_MANY("amount"),
        /** Deeper than anybody builds. */
        TOO_DEEP("below"),
        NOTHING_TO_SAVE("groups");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** Name of the field as the API has it. */
        public String field() {
            return field;
        }
    }

    private final Reason reason;
    private final String given;

    /** @param given what was given for the field; quoted by whoever shows it */
    public GroupRefusedException(Reason reason, String given) {
        super(reason.name());
        this.reason = reason;
        this.given = given;
    }

    public Reason reason() {
        return reason;
    }

    public String given() {
        return given;
    }
}
