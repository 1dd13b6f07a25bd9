package dev.lintel.domain.mail;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.List;
import org.springframework.stereotype.Service;

/** What was sent and what waits to be, as a list. It has one order, that in which the mails were written. */
@Service
public class MailList extends Records<MailDelivery> {
    private static final Field.Order ARRIVAL = new Field.Order("id", new FieldType.Number());

    private static final Listing<MailDelivery> LISTING = new Listing<>(
            "mails",
            MailStore.DELIVERY_COLUMNS,
            "mail",
            MailStore.DELIVERY,
            List.of(ARRIVAL),
            fields(),
            Sort.downBy("created"));

    MailList(Lists lists) {
        super(lists, LISTING);
    }

    private static List<Field<MailDelivery>> fields() {
        return List.of(
                Field.text("to", "recipient", MailDelivery::to).unsorted(),
                Field.choice("state", "state", MailDelivery.State.class, MailDelivery::state)
                        .unsorted(),
                Field.text("subject", "subject", MailDelivery::subject).unsorted(),
                Field.choice("type", "type", MailType.class, MailDelivery::type).unsorted(),
                Field.moment("created", "created", MailDelivery::created).sortedBy(ARRIVAL),
                Field.<MailDelivery>moment("finished", "finished", MailDelivery::finished)
                        .unsorted()
                        .orNone(),
                Field.<MailDelivery, MailProblem>choice("problem", "problem", MailProblem.class, MailDelivery::problem)
                        .unsorted()
                        .orNone(),
                Field.<MailDelivery>number("attempts", "attempts", mail -> (long) mail.attempts())
                        .unsorted(),
                Field.number("id", "id", MailDelivery::id).unsorted(),
                Field.<MailDelivery>number("project", "project_id", MailDelivery::project)
                        .unsorted()
                        .orNone());
    }

    /** What belongs to no project is the server's own, and for those who see all of it. */
    @Override
    protected SqlCondition visibleTo(Actor actor) {
        actor.require(Permission.SETTINGS_VIEW);
        return SqlCondition.inProjectsOf(actor, "project_id");
    }
}
