package dev.lintel.ui.rulebook;

import dev.lintel.ui.group.GroupPicker;
import java.util.List;
import java.util.stream.Stream;

/** A choice of groups that keeps those which the one who edits cannot see, so that nothing is dropped behind their back. */
final class GroupsField {
    private final GroupPicker picker;
    private final PolicyNames names;
    private List<String> unseen = List.of();

    GroupsField(GroupPicker picker, PolicyNames names, String label, Runnable changed) {
        this.picker = picker;
        this.names = names;
        picker.setLabel(label);
        picker.addValueChangeListener(change -> changed.run());
    }

    GroupPicker picker() {
        return picker;
    }

    void show(List<String> ids) {
        picker.setValue(ids);
        List<String> seen = picker.getValue();
        unseen = ids.stream()
                .filter(id -> !seen.contains(id) && names.group(id) != null)
                .toList();
    }

    List<String> ids() {
        return Stream.concat(picker.getValue().stream(), unseen.stream())
                .distinct()
                .toList();
    }
}
