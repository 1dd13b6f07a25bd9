package dev.lintel.ui.group;

import dev.lintel.domain.group.FoundGroup;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.listing.ReferenceChoices;
import java.util.List;
import java.util.stream.Stream;

/** The groups that somebody sees, to filter a list by. */
public record GroupChoices(Groups groups, Actor actor) implements ReferenceChoices {
    @Override
    public List<Choice> find(String text, int offset, int limit) {
        return groups.search(actor, null, text, offset, limit).stream()
                .map(found -> new Choice(found.node().id(), path(found)))
                .toList();
    }

    @Override
    public String nameOf(String id) {
        return groups.named(actor, null, List.of(id)).stream()
                .findFirst()
                .map(GroupChoices::path)
                .orElse(id);
    }

    /** Names from below the root down. */
    private static String path(FoundGroup found) {
        return String.join(
                " / ",
                Stream.concat(
                                found.path().stream().skip(1),
                                Stream.of(found.node().name()))
                        .toList());
    }
}
