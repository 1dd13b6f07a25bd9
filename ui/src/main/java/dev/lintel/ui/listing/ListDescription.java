package dev.lintel.ui.listing;

import com.vaadin.flow.data.renderer.Renderer;
import dev.lintel.domain.listing.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as its feature describes it, once for the screen and for exports.
 *
 * @param words prefix of the keys under which its fields and columns are named, as {@code acsLog}
 * @param id tells records apart
 * @param columns the first one names the record
 * @param look what else the screen needs
 */
public record ListDescription<T>(
        String path,
        String words,
        Records<T> records,
        Function<T, Object> id,
        List<ListColumn<T>> columns,
        Look<T> look) {
    /**
     * @param search key of the text field that the search box is for; null without a search box
     * @param address where a record's name leads to
     * @param card a record where the screen is too narrow for columns
     * @param references the records that fields refer to, by the field's key; a reference without them is not offered
     */
    public record Look<T>(
            @Nullable String search,
            @Nullable Function<T, String> address,
            @Nullable Renderer<T> card,
            Map<String, ReferenceChoices> references) {
        public Look {
            references = Map.copyOf(references);
        }
    }

    public ListDescription {
        columns = List.copyOf(columns);
    }

    /** @param path of the view that shows it, under which it is found again */
    public static <T> ListDescription<T> of(
            String path, String words, Records<T> records, Function<T, Object> id, List<ListColumn<T>> columns) {
        return new ListDescription<>(path, words, records, id, columns, new Look<>(null, null, null, Map.of()));
    }

    /** With a box that looks for a text in the field. */
    public ListDescription<T> searching(String field) {
        return with(new Look<>(field, look.address(), look.card(), look.references()));
    }

    /** With a name that leads to the record. */
    public ListDescription<T> leadingTo(Function<T, String> address) {
        return with(new Look<>(look.search(), address, look.card(), look.references()));
    }

    /** With an own card for narrow screens. */
    public ListDescription<T> card(Renderer<T> card) {
        return with(new Look<>(look.search(), look.address(), card, look.references()));
    }

    /** With choices for a field that refers to other records. */
    public ListDescription<T> choosing(String field, ReferenceChoices choices) {
        Map<String, ReferenceChoices> more = new HashMap<>(look.references());
        more.put(field, choices);
        return with(new Look<>(look.search(), look.address(), look.card(), more));
    }

    private ListDescription<T> with(Look<T> other) {
        return new ListDescription<>(path, words, records, id, columns, other);
    }
}
