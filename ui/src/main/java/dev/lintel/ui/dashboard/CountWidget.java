package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.listing.Count;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.dashboard.WidgetSize;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A number that leads to what it counts.
 *
 * @param words key of what it counts, said with the number
 * @param list the list of what is counted, and the parameters with which it shows just that
 */
record CountWidget(String key, String caption, String words, Predicate<Actor> visible, Listed list, Counted counted)
        implements Widget {
    /** Where a list is, narrowed to a project when there is one. */
    record Listed(String path, BiFunction<Actor, @Nullable Long, Map<String, List<String>>> parameters) {}

    /** How things are counted, and what tells that they are to be counted again. */
    interface Counted {
        Count count(Actor actor, @Nullable Long project);

        Registration follow(UI ui, Actor actor, Runnable again);
    }

    @Override
    public WidgetSize usualSize() {
        return new WidgetSize(1, 1);
    }

    @Override
    public boolean isFor(Actor actor) {
        return visible.test(actor);
    }

    @Override
    public boolean headed() {
        return false;
    }

    @Override
    public Component content(Actor actor, @Nullable Long project) {
        String parameters = new QueryParameters(list.parameters().apply(actor, project)).getQueryString();
        return new LiveTile(
                words,
                parameters.isEmpty() ? list.path() : list.path() + "?" + parameters,
                () -> counted.count(actor, project),
                (ui, again) -> counted.follow(ui, actor, again));
    }

    private interface Following {
        Registration start(UI ui, Runnable again);
    }

    /** Counts again in place, so that nothing moves. */
    private static final class LiveTile extends Tile {
        private static final long serialVersionUID = 1L;

        private final transient Supplier<Count> counter;
        private final transient Following following;

        LiveTile(String words, String address, Supplier<Count> counter, Following following) {
            super(words, address);
            this.counter = counter;
            this.following = following;
            show(counter.get());
        }

        @Override
        protected void onAttach(AttachEvent attach) {
            super.onAttach(attach);
            Registration news = following.start(attach.getUI(), () -> show(counter.get()));
            addDetachListener(detach -> {
                detach.unregisterListener();
                news.remove();
            });
        }
    }
}
