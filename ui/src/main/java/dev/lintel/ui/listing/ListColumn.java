package dev.lintel.ui.listing;

import com.vaadin.flow.data.renderer.Renderer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list. It is sorted by the list's field of the same key, if there is one.
 *
 * @param key its name in the list; its heading is the text under the list's words and this key
 * @param value what stands in it, also in an export: text, number, boolean, instant, constant, a collection of these, or
 *     nothing
 * @param renderer how it looks, when the value alone is not enough
 */
public record ListColumn<T>(
        String key,
        Function<T, ? extends @Nullable Object> value,
        @Nullable Renderer<T> renderer,
        Look look) {
    /**
     * @param width in em or rem; null shares what is left
     * @param grow its share of what is left
     * @param shown whether it is there before anybody chose columns
     * @param exported whether it is taken along in files
     * @param numbers whether they are numbers, which end at the same place
     */
    public record Look(@Nullable String width, int grow, boolean shown, boolean exported, boolean numbers) {}

    public static <T> ListColumn<T> of(String key, Function<T, ? extends @Nullable Object> value) {
        return new ListColumn<>(key, value, null, new Look(null, 2, true, true, false));
    }

    public ListColumn<T> drawn(Renderer<T> by) {
        return new ListColumn<>(key, value, by, look);
    }

    /** As wide as that, not wider. */
    public ListColumn<T> width(String css) {
        return with(new Look(css, 0, look.shown(), look.exported(), look.numbers()));
    }

    /** With so many shares of the width that is left; others have two. */
    public ListColumn<T> grow(int shares) {
        return with(new Look(look.width(), shares, look.shown(), look.exported(), look.numbers()));
    }

    /** Only there when somebody chooses it. */
    public ListColumn<T> hidden() {
        return with(new Look(look.width(), look.grow(), false, look.exported(), look.numbers()));
    }

    /** For what can be done with a record: it is no part of files. */
    public ListColumn<T> onScreenOnly() {
        return with(new Look(look.width(), look.grow(), look.shown(), false, look.numbers()));
    }

    /** For numbers. */
    public ListColumn<T> ofNumbers() {
        return with(new Look(look.width(), look.grow(), look.shown(), look.exported(), true));
    }

    private ListColumn<T> with(Look other) {
        return new ListColumn<>(key, value, renderer, other);
    }
}
