package dev.lintel.domain.rulebook.report;

import dev.lintel.domain.permission.Actor;
import java.util.Locale;

/** Says a report as people read it; the words are of the views. */
@FunctionalInterface
public interface ReportWording {
    /**
     * Lines of plain text.
     *
     * @param reader reads no names that they may not see
     */
    String text(Actor reader, RuleReport report, Locale language);
}
