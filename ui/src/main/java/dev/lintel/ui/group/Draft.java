package dev.lintel.ui.group;

import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.PlannedGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of a preview, which can still be changed. */
final class Draft {
    private final @Nullable Draft parent;
    private final GroupType type;
    private final List<Draft> below = new ArrayList<>();
    private String name;
    private @Nullable Integer address;

    private Draft(@Nullable Draft parent, GroupType type, String name, @Nullable Integer address) {
        this.parent = parent;
        this.type = type;
        this.name = name;
        this.address = address;
    }

    /** What all others hang below; not a group itself. */
    static Draft of(List<PlannedGroup> planned) {
        Draft root = new Draft(null, GroupType.CUSTOM, "", null);
        root.take(planned);
        return root;
    }

    private void take(List<PlannedGroup> planned) {
        for (PlannedGroup group : planned) {
            GroupFields fields = group.fields();
            Draft draft = new Draft(this, fields.type(), fields.name(), fields.logicalAddress());
            draft.take(group.below());
            below.add(draft);
        }
    }

    /** Adds one below, like the last that is there. */
    Draft addBelow() {
        Draft last = below.isEmpty() ? null : below.getLast();
        Draft added = new Draft(this, last == null ? GroupType.CUSTOM : last.type, "", null);
        below.add(added);
        return added;
    }

    void remove() {
        if (parent != null) {
            parent.below.remove(this);
        }
    }

    void rename(String other) {
        name = other;
    }

    void readdress(@Nullable Integer other) {
        address = other;
    }

    GroupType type() {
        return type;
    }

    String name() {
        return name;
    }

    @Nullable
    Integer address() {
        return address;
    }

    List<Draft> below() {
        return below;
    }

    /** @throws dev.lintel.domain.group.GroupRefusedException when a name or an address cannot be taken */
    List<PlannedGroup> planned() {
        return below.stream()
                .map(draft ->
                        new PlannedGroup(new GroupFields(draft.type, draft.name, draft.address, ""), draft.planned()))
                .toList();
    }

    int size() {
        return below.stream().mapToInt(draft -> 1 + draft.size()).sum();
    }
}
