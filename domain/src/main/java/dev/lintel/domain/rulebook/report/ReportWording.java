package dev.lintel.domain.rulebook.report;

import java.util.Locale;

/** Says a report as people read it; the words are of the views. */
@FunctionalInterface
public interface ReportWording {
    /** Lines of plain text. */
    String text(RuleReport report, Locale language);
}
