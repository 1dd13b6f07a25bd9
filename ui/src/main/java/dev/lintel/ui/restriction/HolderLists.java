package dev.lintel.ui.restriction;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.restriction.RestrictionHolder;
import dev.lintel.domain.restriction.RestrictionHolders;
import dev.lintel.domain.restriction.StoredRestriction;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import java.util.List;

/** Lists who gets in by a restriction, and by which way. */
@SpringComponent
class HolderLists {
    private final RecordLists lists;
    private final RestrictionHolders holders;
    private final Messages messages;

    HolderLists(RecordLists lists, RestrictionHolders holders, Messages messages) {
        this.lists = lists;
        this.holders = holders;
        this.messages = messages;
    }

    /** @param path of the page that shows it */
    RecordList<RestrictionHolder> of(StoredRestriction restriction, String path) {
        UI ui = UI.getCurrentOrThrow();
        List<ListColumn<RestrictionHolder>> columns = List.of(
                ListColumn.of("name", RestrictionHolder::name).grow(3),
                ListColumn.of("via", holder -> messages.nameOf(ui.getLocale(), holder.via())),
                ListColumn.of("path", RestrictionHolder::path).grow(4));
        ListDescription<RestrictionHolder> list = ListDescription.of(path, "holder", holders, HolderLists::id, columns)
                .searching("name")
                .leadingTo(holder -> "users/" + holder.project() + "/" + holder.person());
        return lists.of(list)
                .within("project", Long.toString(restriction.project()))
                .within("restriction", restriction.id())
                .nothingYet(
                        new EmptyState(ui.getTranslation("holder.noneTitle"), ui.getTranslation("holder.noneText")));
    }

    /** What tells two ways to the same restriction apart. */
    private static Object id(RestrictionHolder holder) {
        return List.of(
                holder.person(), holder.path(), String.valueOf(holder.group()), String.valueOf(holder.identifier()));
    }
}
