package dev.lintel.domain.access;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.RecordsAtHand;
import dev.lintel.domain.permission.Actor;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who counts as inside which area, as a list. */
@Service
public class InsiderList extends RecordsAtHand<Insider> {
    private static final Listing<Insider> LISTING = Listing.atHand(
            "insiders",
            List.of(
                    Field.text("name", "name", Insider::personName),
                    Field.text("areaName", "area_name", Insider::areaName),
                    Field.moment("since", "since", Insider::since),
                    Field.text("door", "door", Insider::deviceName),
                    Field.reference("area", "area", Insider::area),
                    Field.reference("person", "person", Insider::person),
                    Field.reference("device", "device", Insider::device),
                    Field.<Insider>number("project", "project", Insider::project)
                            .unsorted()),
            Sort.by("name"));

    private final Insiders insiders;

    InsiderList(Lists lists, Insiders insiders, InstantSource clock) {
        super(lists, LISTING, clock);
        this.insiders = insiders;
    }

    @Override
    protected List<Insider> all(Actor actor) {
        return insiders.all(actor);
    }

    @Override
    protected String key(Insider insider) {
        return insider.key();
    }
}
