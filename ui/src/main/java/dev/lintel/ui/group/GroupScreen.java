package dev.lintel.ui.group;

import dev.lintel.domain.group.GroupNode;

/** Where groups are shown: told by actions what to show after them. */
public interface GroupScreen {
    /** Reads everything anew and shows this group. */
    void show(GroupNode group);

    /** Reads everything anew and shows the group above one that is gone. */
    void showAbove(GroupNode gone);
}
