package dev.lintel.ui.rulebook;

import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.report.PolicyCount;
import dev.lintel.domain.rulebook.report.ReportWording;
import dev.lintel.domain.rulebook.report.Rule;
import dev.lintel.domain.rulebook.report.RuleReport;
import dev.lintel.domain.rulebook.report.UnusedRight;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a report on rules with the words of the bundles. */
@Component
record ReportText(Messages messages) implements ReportWording {
    /** A mail that nobody reads to its end is none; the page has them all. */
    private static final int MOST_NAMED = 100;

    private static final String ITEM = "  – ";

    @Override
    public String text(RuleReport report, Locale language) {
        Moments moments = new Moments(messages, language, report.project().timeZone());
        List<String> lines = new ArrayList<>();
        RulebookVersion version = report.inForce();
        lines.add(inForce(moments, version));
        if (version != null) {
            items(lines, rules(moments, Rule.of(version.rules())), moments);
        }
        lines.add("");
        lines.add(text(moments, report.changes().isEmpty() ? "ruleReport.noChanges" : "ruleReport.changes"));
        for (VersionChange change : report.changes()) {
            lines.add(version(moments, change.version()));
            items(
                    lines,
                    change.changes().stream().map(one -> change(moments, one)).toList(),
                    moments);
        }
        lines.add("");
        lines.add(text(
                moments,
                report.unusedRules().isEmpty() ? "ruleReport.noUnusedRules" : "ruleReport.unusedRules",
                report.days()));
        items(lines, rules(moments, report.unusedRules()), moments);
        lines.add("");
        lines.add(text(
                moments,
                report.unusedRights().isEmpty() ? "ruleReport.noUnusedRights" : "ruleReport.unusedRights",
                report.days()));
        items(
                lines,
                report.unusedRights().stream()
                        .map(right -> right(moments, right))
                        .toList(),
                moments);
        return String.join("\n", lines);
    }

    private void items(List<String> lines, List<String> items, Moments moments) {
        items.stream().limit(MOST_NAMED).forEach(item -> lines.add(ITEM + item));
        if (items.size() > MOST_NAMED) {
            lines.add(ITEM + text(moments, "ruleReport.more", items.size() - MOST_NAMED));
        }
    }

    /** "In force: version 3, since …, put in force by Mary.", or that the shipped rules alone are. */
    String inForce(Moments moments, @Nullable RulebookVersion version) {
        return version == null
                ? text(moments, "rulebook.shippedAlone")
                : say(moments, "ruleReport.inForce", version, version.standing().everywhere(), version.publishedBy());
    }

    /** "Version 4, 2026-11-21 10:00, put in force by Mary; written by Pete". */
    String version(Moments moments, RulebookVersion version) {
        String said =
                say(moments, "ruleReport.version", version, version.standing().everywhere(), version.publishedBy());
        return version.authors().isEmpty()
                ? said
                : said + "; "
                        + text(
                                moments,
                                "ruleReport.authors",
                                version.authors().stream().collect(Collectors.joining(", ")));
    }

    /** Their names; of a row of a table with its number. */
    List<String> rules(Moments moments, List<Rule> rules) {
        return rules.stream().map(rule -> rule(moments, rule)).toList();
    }

    private String rule(Moments moments, Rule rule) {
        String name = rule.policy().name();
        return rule.row() == null ? name : text(moments, "ruleReport.row", name, rule.row());
    }

    String change(Moments moments, VersionChange.Change change) {
        return messages.nameOf(moments.locale(), change.kind()) + ": " + rule(moments, change.rule());
    }

    /** "Cellar: granted to 2 groups, 1 person, 0 identifiers". */
    String right(Moments moments, UnusedRight right) {
        return text(moments, "ruleReport.right", right.name(), right.groups(), right.people(), right.identifiers());
    }

    /** "Couriers at the gate: 34 requests; the door opened for 30". */
    String counted(Moments moments, List<PolicyCount> days) {
        int opened = days.stream().mapToInt(PolicyCount::opened).sum();
        int all = opened + days.stream().mapToInt(PolicyCount::keptShut).sum();
        return text(moments, "ruleReport.counted", days.getFirst().name(), all, opened);
    }

    String counted(Moments moments, PolicyCount day) {
        return text(
                moments, "ruleReport.counted", moments.date(day.day()), day.opened() + day.keptShut(), day.opened());
    }

    private String say(
            Moments moments, String key, RulebookVersion version, @Nullable Instant at, @Nullable String by) {
        return messages.say(
                moments.locale(),
                key,
                Map.of(
                        "number",
                        Integer.toString(version.number()),
                        "when",
                        at == null ? "" : moments.inList(at),
                        "known",
                        by == null ? "no" : "yes",
                        "by",
                        Objects.requireNonNullElse(by, "")));
    }

    String text(Moments moments, String key, Object... arguments) {
        return messages.getTranslation(key, moments.locale(), arguments);
    }
}
