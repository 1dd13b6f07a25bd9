package dev.lintel.ui.listing;

import java.util.List;
import java.util.Locale;

/** The records that a field of a list may refer to, for whoever filters by one. */
public interface ReferenceChoices {
    /** @param id as the field has it */
    record Choice(String id, String name) {}

    /** Those that have the text in their name, in the order in which people look for them. */
    List<Choice> find(String text, int offset, int limit);

    /** What a record is called; its id when it is not there. */
    String nameOf(String id);

    /** A few that are known from the start. */
    static ReferenceChoices of(List<Choice> choices) {
        return new ReferenceChoices() {
            @Override
            public List<Choice> find(String text, int offset, int limit) {
                String sought = text.toLowerCase(Locale.ROOT);
                return choices.stream()
                        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).contains(sought))
                        .skip(offset)
                        .limit(limit)
                        .toList();
            }

            @Override
            public String nameOf(String id) {
                return choices.stream()
                        .filter(choice -> choice.id().equals(id))
                        .map(Choice::name)
                        .findFirst()
                        .orElse(id);
            }
        };
    }
}
