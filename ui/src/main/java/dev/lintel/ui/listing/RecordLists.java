package dev.lintel.ui.listing;

import com.vaadin.flow.component.UI;
import dev.lintel.domain.listing.ChosenColumns;
import dev.lintel.domain.listing.Exports;
import dev.lintel.domain.listing.Segments;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import org.springframework.stereotype.Component;

/** Makes lists for whoever is logged in. */
@Component
public final class RecordLists {
    private final Messages messages;
    private final CurrentActor current;
    private final Segments segments;
    private final ChosenColumns columns;
    private final Exports exports;

    RecordLists(Messages messages, CurrentActor current, Segments segments, ChosenColumns columns, Exports exports) {
        this.messages = messages;
        this.current = current;
        this.segments = segments;
        this.columns = columns;
        this.exports = exports;
    }

    /** The list on a page of its own or as a part of one. */
    public <T> RecordList<T> of(ListDescription<T> list) {
        ListWords words = new ListWords(
                BrowserZone.moments(UI.getCurrentOrThrow(), messages),
                list.words(),
                list.look().references());
        return new RecordList<>(list, words, current.get(), new RecordList.Kept(segments, columns, exports));
    }
}
