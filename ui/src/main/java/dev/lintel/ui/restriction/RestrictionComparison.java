package dev.lintel.ui.restriction;

import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.ui.component.ComparisonDialog;
import dev.lintel.ui.component.ComparisonDialog.Chosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What two people have made of one restriction. */
record RestrictionComparison(RestrictionFields names) {
    private static final String GROUPS = "restriction.groups";
    private static final String PEOPLE = "restriction.people";
    private static final String IDENTIFIERS = "restriction.identifiers";

    ComparisonDialog<RestrictionDraft> of(RestrictionDraft base, RestrictionDraft mine, RestrictionDraft theirs) {
        return new ComparisonDialog<>(base, mine, theirs)
                .field("restriction.name", RestrictionDraft::name, name -> name)
                .field("restriction.description", RestrictionDraft::description, text -> text)
                .field("restriction.lines", RestrictionDraft::lines, names::linesText)
                .field("restriction.schedules", RestrictionDraft::schedules, names::schedulesText)
                .field(GROUPS, draft -> ids(draft, GrantTarget.ToGroup.class), names::groupsText)
                .field(PEOPLE, draft -> ids(draft, GrantTarget.ToUser.class), names::peopleText)
                .field(IDENTIFIERS, draft -> ids(draft, GrantTarget.ToIdentifier.class), names::identifiersText)
                .field("restriction.guestUsable", RestrictionDraft::guestUsable, names::guestsText);
    }

    static RestrictionDraft merged(Chosen<RestrictionDraft> chosen) {
        List<GrantTarget> to = new ArrayList<>();
        to.addAll(those(chosen.of(GROUPS), GrantTarget.ToGroup.class));
        to.addAll(those(chosen.of(PEOPLE), GrantTarget.ToUser.class));
        to.addAll(those(chosen.of(IDENTIFIERS), GrantTarget.ToIdentifier.class));
        return new RestrictionDraft(
                chosen.of("restriction.name").name(),
                chosen.of("restriction.description").description(),
                chosen.of("restriction.guestUsable").guestUsable(),
                chosen.of("restriction.lines").lines(),
                chosen.of("restriction.schedules").schedules(),
                to);
    }

    private static List<GrantTarget> those(RestrictionDraft draft, Class<? extends GrantTarget> kind) {
        return draft.to().stream().filter(kind::isInstance).toList();
    }

    /** Their order says nothing. */
    private static Set<String> ids(RestrictionDraft draft, Class<? extends GrantTarget> kind) {
        Set<String> ids = new TreeSet<>();
        those(draft, kind).forEach(target -> ids.add(target.id()));
        return ids;
    }
}
