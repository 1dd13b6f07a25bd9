package dev.lintel.ui.site;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.site.ImportPlan;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;

/** What an import would do, in numbers for each kind of record. */
final class PlanSummary extends Div {
    private static final long serialVersionUID = 1L;

    private final NativeTableBody rows = new NativeTableBody();
    private boolean nothing;

    PlanSummary(ImportPlan plan) {
        addClassName("plan-summary");
        SiteChange change = plan.change();
        row("kind.groups", change.groups());
        row("kind.schedules", change.schedules());
        row("kind.devices", change.devices());
        row("kind.restrictions", change.restrictions());
        row("kind.users", change.users());
        row("kind.identifiers", change.identifiers());
        row("kind.grants", change.granted().size(), 0, change.withdrawn().size());
        nothing = !plan.isNewProject()
                && !plan.timeZoneChanged()
                && rows.getChildren().findAny().isEmpty();
        if (nothing) {
            add(new Paragraph(getTranslation("import.nothing", plan.name())));
            return;
        }
        add(new Paragraph(getTranslation(plan.isNewProject() ? "import.planNew" : "import.planKnown", plan.name())));
        if (plan.timeZoneChanged()) {
            add(new Paragraph(getTranslation("import.zoneChanges")));
        }
        add(new NativeTable(header(), rows));
        if (plan.kept() > 0) {
            add(new Paragraph(getTranslation("import.kept", plan.kept())));
        }
    }

    boolean changesNothing() {
        return nothing;
    }

    private NativeTableHeader header() {
        NativeTableRow names = new NativeTableRow(new NativeTableHeaderCell(getTranslation("import.kind")));
        for (String column : new String[] {"import.added", "import.changed", "import.removed"}) {
            names.add(new NativeTableHeaderCell(getTranslation(column)));
        }
        return new NativeTableHeader(names);
    }

    private void row(String kind, Puts<?> puts) {
        row(kind, puts.added().size(), puts.changed().size(), puts.removed().size());
    }

    private void row(String kind, int added, int changed, int removed) {
        if (added + changed + removed > 0) {
            NativeTableCell last = number(removed);
            last.setClassName("removed", removed > 0);
            rows.add(new NativeTableRow(
                    new NativeTableHeaderCell(getTranslation(kind)), number(added), number(changed), last));
        }
    }

    private NativeTableCell number(int count) {
        return new NativeTableCell(count == 0 ? "–" : getTranslation("number", count));
    }
}
