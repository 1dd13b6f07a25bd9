package dev.lintel.domain.wallet;

import dev.lintel.domain.access.VisitorDoors.Visit;
import java.util.List;
import java.util.Locale;

/** Says in a language what stands on a pass. Sentences are written elsewhere. */
public interface PassWording {
    Texts of(Visit visit, Locale language);

    /** What is said in place of a pass that is deleted. */
    Ended ended(Locale language);

    /**
     * What stands on a pass that is over.
     *
     * @param caption what it was
     * @param said that it is over
     */
    record Ended(String caption, String said) {}

    /**
     * What stands on a pass besides names and numbers.
     *
     * @param description what it is, for who cannot see it
     * @param forWhom caption above the visitor's name
     * @param visitor the name, or what stands for one
     * @param code caption of what is typed or read at the door
     * @param withoutLimit how often, where there is no limit
     * @param page caption of the address of the visitor's page
     * @param zone of which place the times are
     */
    record Texts(
            String description,
            String forWhom,
            String visitor,
            String code,
            String from,
            String until,
            String passesLeft,
            String withoutLimit,
            String doors,
            String message,
            String page,
            String zone) {
        /** All that is a text in a language, in a fixed order. */
        List<String> all() {
            return List.of(
                    description,
                    forWhom,
                    visitor,
                    code,
                    from,
                    until,
                    passesLeft,
                    withoutLimit,
                    doors,
                    message,
                    page,
                    zone);
        }
    }
}
