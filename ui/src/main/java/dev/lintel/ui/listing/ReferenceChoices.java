package dev.lintel.ui.listing;

import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.ChosenProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The records that a field of a list may refer to, for whoever filters by one. */
public interface ReferenceChoices {
    /** @param id as the field has it */
    record Choice(String id, String name) {}

    /** Those that have the text in their name, in the order in which people look for them. */
    List<Choice> find(String text, int offset, int limit);

    /** What a record is called; its id when it is not there. */
    String nameOf(String id);

    /**
     * The records of another list, as far as the actor sees them.
     *
     * @param search key of the text field by which people look for them
     * @param id key of the field that a reference has
     */
    static <T> ReferenceChoices of(
            Records<T> records, Actor actor, String search, String id, Function<T, Choice> choice) {
        return of(records, actor, List.of(), search, id, choice);
    }

    /** As {@link #of(Records, Actor, String, String, Function)}, for a list whose records belong to one project each. */
    static <T> ReferenceChoices ofProject(
            Records<T> records, Actor actor, long project, String search, String id, Function<T, Choice> choice) {
        Condition<T> within = Condition.read(
                records.listing().known(ChosenProject.PARAMETER), Operator.IS, List.of(Long.toString(project)));
        return of(records, actor, List.of(within), search, id, choice);
    }

    private static <T> ReferenceChoices of(
            Records<T> records,
            Actor actor,
            List<Condition<T>> within,
            String search,
            String id,
            Function<T, Choice> choice) {
        return new ReferenceChoices() {
            @Override
            public List<Choice> find(String text, int offset, int limit) {
                int most = Math.min(offset + limit, Records.MOST_ROWS);
                return most <= offset
                        ? List.of()
                        : page(search, Operator.HAS, text, most).skip(offset).toList();
            }

            @Override
            public String nameOf(String value) {
                return page(id, Operator.IS, value, 1)
                        .map(Choice::name)
                        .findFirst()
                        .orElse(value);
            }

            private Stream<Choice> page(String field, Operator operator, String text, int limit) {
                List<Condition<T>> conditions = new ArrayList<>(within);
                if (!text.isBlank()) {
                    conditions.add(Condition.read(records.listing().known(field), operator, List.of(text)));
                }
                ListQuery<T> asked = ListQuery.everything(records.listing()).narrowedTo(conditions);
                return records.page(actor, asked, null, limit).rows().stream().map(choice);
            }
        };
    }

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
