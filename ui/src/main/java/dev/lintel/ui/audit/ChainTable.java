package dev.lintel.ui.audit;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.audit.seal.ChainReport;
import dev.lintel.domain.audit.seal.Fault;
import dev.lintel.domain.audit.seal.Removed;
import dev.lintel.domain.audit.seal.SealedLog;
import dev.lintel.ui.component.CopyField;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.List;
import java.util.Map;

/** What a verification found: a sentence, and each chain with its head. */
final class ChainTable extends Div {
    private static final long serialVersionUID = 1L;

    /** Where a sentence leaves a place empty. */
    private static final String NONE = "none";

    private final Map<Long, String> projects;
    private final transient Moments moments;

    /** @param projects names by number */
    ChainTable(List<ChainReport> reports, Map<Long, String> projects, Moments moments) {
        this.moments = moments;
        this.projects = projects;
        long broken = reports.stream().filter(report -> !report.isWhole()).count();
        Paragraph sentence = new Paragraph(
                broken == 0
                        ? getTranslation("verification.whole", reports.size())
                        : getTranslation("verification.broken", broken));
        sentence.addClassNames("sentence", broken == 0 ? "whole" : "problem");
        UnorderedList chains = new UnorderedList();
        reports.forEach(report -> chains.add(chain(report)));
        add(sentence, chains);
    }

    private ListItem chain(ChainReport report) {
        Span name = new Span(name(report));
        name.addClassName("chain");
        ListItem item = new ListItem(name, new Span(getTranslation("verification.entries", report.seals())));
        Removed removed = report.removed();
        if (removed != null) {
            item.add(new Span(getTranslation(
                    "verification.removed",
                    removed.entries(),
                    removed.until(),
                    moments.exact(removed.olderThan()),
                    moments.exact(removed.at()),
                    removed.underWay() ? "now" : "then")));
        }
        Fault fault = report.fault();
        if (fault != null) {
            Span said = new Span(sentence(fault));
            said.addClassName("problem");
            item.add(said);
        }
        if (report.seals() > 0) {
            // as the command line takes it after --expect
            item.add(new CopyField(
                    getTranslation("verification.head"), report.chain() + "=" + report.seals() + ":" + report.head()));
        }
        return item;
    }

    /** A chain of a project that is gone is called by its code. */
    private String name(ChainReport report) {
        boolean acs = report.log() == SealedLog.ACS;
        Long project = report.project();
        if (project == null) {
            return getTranslation(acs ? "verification.acsOfNobody" : "verification.auditOfServer");
        }
        String name = projects.get(project);
        return name == null
                ? report.chain()
                : getTranslation(acs ? "verification.acsOf" : "verification.auditOf", name);
    }

    private String sentence(Fault fault) {
        return getTranslation(
                "verification.fault",
                fault.number() == 0 ? NONE : Long.toString(fault.number()),
                fault.entry() == null ? NONE : fault.entry().toString(),
                getTranslation(Messages.keyOf(fault.kind())),
                fault.groups().isEmpty()
                        ? NONE
                        : fault.groups().stream().map(this::words).collect(joining(", ")));
    }

    private String words(String group) {
        return switch (group) {
            case "attempt" -> getTranslation("verification.attempt");
            case "outcome" -> getTranslation("verification.outcome");
            case "owner" -> getTranslation("verification.owner");
            case "grounds" -> getTranslation("verification.grounds");
            case "occasion" -> getTranslation("verification.occasion");
            case "actor" -> getTranslation("verification.actor");
            case "record" -> getTranslation("verification.record");
            case "values" -> getTranslation("verification.values");
            default -> group;
        };
    }
}
