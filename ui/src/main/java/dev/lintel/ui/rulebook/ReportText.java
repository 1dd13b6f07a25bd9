package dev.lintel.ui.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.report.ReportWording;
import dev.lintel.domain.rulebook.report.RuleReport;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.rulebook.ReportWords.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says a report on rules with the words of the bundles. */
@Component
record ReportText(Messages messages, RulebookParts parts) implements ReportWording {
    /** A mail that nobody reads to its end is none; the page has them all. */
    private static final int MOST_NAMED = 100;

    private static final String ITEM = "  – ";
    private static final String LINE = "      ";

    /** @param moments say when it was, in the reader's language */
    ReportWords words(Actor reader, long project, Moments moments) {
        RulebookParts.Of of = parts.of(reader, project, moments.locale());
        return new ReportWords(of.sentences(), of.outcomes(), of.cases(), moments);
    }

    @Override
    public String text(Actor reader, RuleReport report, Locale language) {
        Moments moments = new Moments(messages, language, report.project().timeZone());
        return text(report, words(reader, report.project().id(), moments));
    }

    static String text(RuleReport report, ReportWords words) {
        List<String> lines = new ArrayList<>();
        RulebookVersion version = report.inForce();
        lines.add(words.inForce(version));
        if (version != null) {
            items(lines, words.rules(version.rules()), words);
        }
        lines.add("");
        lines.add(words.text(report.changes().isEmpty() ? "ruleReport.noChanges" : "ruleReport.changes"));
        for (VersionChange change : report.changes()) {
            lines.add(words.version(change.version()));
            items(lines, words.changes(change), words);
        }
        lines.add("");
        boolean allUsed = report.unusedRules().isEmpty();
        lines.add(words.text(allUsed ? "ruleReport.noUnusedRules" : "ruleReport.unusedRules", report.days()));
        items(lines, words.rules(report.unusedRules()), words);
        lines.add("");
        boolean allNeeded = report.unusedRights().isEmpty();
        lines.add(words.text(allNeeded ? "ruleReport.noUnusedRights" : "ruleReport.unusedRights", report.days()));
        items(
                lines,
                report.unusedRights().stream()
                        .map(right -> new Item(words.right(right), List.of()))
                        .toList(),
                words);
        return String.join("\n", lines);
    }

    private static void items(List<String> lines, List<Item> items, ReportWords words) {
        items.stream().limit(MOST_NAMED).forEach(item -> {
            lines.add(ITEM + item.name());
            item.says().forEach(line -> lines.add(LINE + line));
            item.said().forEach(line -> lines.add(LINE + words.text("ruleReport.before", line)));
        });
        if (items.size() > MOST_NAMED) {
            lines.add(ITEM + words.text("ruleReport.more", items.size() - MOST_NAMED));
        }
    }
}
