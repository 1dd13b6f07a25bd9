package dev.lintel.ui.access;

import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.listing.ReferenceChoices;
import java.util.List;
import java.util.Locale;

/** The areas in which somebody is at this moment, for whoever filters by one. */
record AreaChoices(Insiders insiders, Actor actor) implements ReferenceChoices {
    @Override
    public List<Choice> find(String text, int offset, int limit) {
        String sought = text.toLowerCase(Locale.ROOT);
        return insiders.areas(actor, null).stream()
                .filter(area -> area.name().toLowerCase(Locale.ROOT).contains(sought))
                .skip(offset)
                .limit(limit)
                .map(area -> new Choice(area.group(), area.name()))
                .toList();
    }

    @Override
    public String nameOf(String id) {
        return insiders.nameOf(actor, id);
    }
}
