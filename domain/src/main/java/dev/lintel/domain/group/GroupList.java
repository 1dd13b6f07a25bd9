package dev.lintel.domain.group;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Listing;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The groups that somebody sees as a list, whatever stands above them. */
@Service
public class GroupList extends Records<GroupNode> {
    private static final String SUBGROUPS = count("object_group c", "c.project_id = g.project_id and c.parent = g.id");
    private static final String PEOPLE = count("person_group m", "m.project_id = g.project_id and m.group_id = g.id");
    private static final String DEVICES = count("device d", "d.project_id = g.project_id and d.group_id = g.id");

    /** The groups themselves, and any below them. */
    private static final String WITHIN = "(g.above || g.id) && ?::text[]";

    private static final Listing<GroupNode> LISTING = new Listing<>(
            "groups",
            "g.*, " + SUBGROUPS + " as subgroups, " + PEOPLE + " as people, " + DEVICES + " as devices",
            "object_group g",
            GroupRows.NODE,
            List.of(
                    new Field.Order("g.project_id", new FieldType.Number()),
                    new Field.Order("g.id", new FieldType.Text(false))),
            fields(),
            Sort.by("name"));

    GroupList(Lists lists) {
        super(lists, LISTING);
    }

    private static String count(String table, String condition) {
        return "(select count(*) from " + table + " where " + condition + ")";
    }

    private static List<Field<GroupNode>> fields() {
        return List.of(
                Field.text("name", "g.name", GroupNode::name),
                Field.choice(
                        "type", "g.type", GroupType.class, node -> node.group().type()),
                Field.<GroupNode>number("address", "g.logical_address::bigint", GroupList::address)
                        .orNone(),
                Field.<GroupNode>text("description", "g.description", node -> node.group()
                                .description())
                        .unsorted(),
                Field.<GroupNode>number("subgroups", SUBGROUPS, node -> (long) node.subgroups())
                        .unsorted(),
                Field.<GroupNode>number("people", PEOPLE, node -> (long) node.people())
                        .unsorted(),
                Field.<GroupNode>number("devices", DEVICES, node -> (long) node.devices())
                        .unsorted(),
                Field.<GroupNode>reference(
                                "parent", "g.parent", node -> node.group().parent())
                        .orNone(),
                Field.references("group", WITHIN, node -> Stream.concat(node.above().stream(), Stream.of(node.id()))
                        .toList()),
                Field.reference("id", "g.id", GroupNode::id),
                Field.number("project", "g.project_id", GroupNode::project).unsorted());
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.group(GroupReach.require(actor), "g.project_id", "g.id");
    }

    private static @Nullable Long address(GroupNode node) {
        Integer address = node.group().logicalAddress();
        return address == null ? null : Long.valueOf(address);
    }
}
