package dev.lintel.ui.rulebook;

import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.report.PolicyCount;
import dev.lintel.domain.rulebook.report.Rule;
import dev.lintel.domain.rulebook.report.Tested;
import dev.lintel.domain.rulebook.report.UnusedRight;
import dev.lintel.domain.rulebook.report.VersionChange;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rules say and what became of them, for one reader: names are as the reader may see them at this moment. */
record ReportWords(PolicySentences sentences, OutcomeSentences outcomes, CaseSentences cases, Moments moments) {
    /**
     * One entry of a list.
     *
     * @param name what it is called
     * @param says its sentences
     * @param said those that it no longer has
     */
    record Item(String name, List<String> says, List<String> said) {
        Item(String name, List<String> says) {
            this(name, says, List.of());
        }
    }

    /** "In force: version 3, since …, put in force by Mary.", or that the shipped rules alone are. */
    String inForce(@Nullable RulebookVersion version) {
        return version == null
                ? text("rulebook.shippedAlone")
                : say("ruleReport.inForce", version, version.standing().everywhere(), version.publishedBy());
    }

    /** "Version 4, 2026-11-21 10:00, put in force by Mary; written by Pete". */
    String version(RulebookVersion version) {
        String said = say("ruleReport.version", version, version.standing().everywhere(), version.publishedBy());
        return version.authors().isEmpty()
                ? said
                : said + "; " + text("ruleReport.authors", String.join(", ", version.authors()));
    }

    /** All of a version but what it is tried against: each policy, and each table with its rows. */
    List<Item> rules(RuleSet rules) {
        List<Item> items = new ArrayList<>();
        rules.policies().forEach(policy -> items.add(new Item(policy.name(), says(policy))));
        rules.tables().forEach(table -> items.add(new Item(table.name(), says(table))));
        rules.outcomes()
                .forEach(table -> items.add(new Item(
                        table.name(),
                        IntStream.range(0, table.rows().size())
                                .mapToObj(row -> outcomes.line(table, row))
                                .toList())));
        return items;
    }

    private List<String> says(PolicyTable table) {
        Stream<String> rows = IntStream.range(0, table.rows().size())
                .mapToObj(row ->
                        (row + 1) + ". " + String.join(" ", says(table.rows().get(row))));
        return Stream.concat(Stream.of(text("rulebook.hit." + table.hit())), rows)
                .toList();
    }

    List<Item> rules(List<Rule> rules) {
        return rules.stream().map(rule -> new Item(name(rule), says(rule))).toList();
    }

    /** What a version made of the one before. */
    List<Item> changes(VersionChange change) {
        List<Item> items = new ArrayList<>();
        change.changes().forEach(one -> items.add(change(one)));
        for (VersionChange.TableChange table : change.tables()) {
            List<String> says = new ArrayList<>();
            if (table.hit() != null) {
                says.add(text("rulebook.hit." + table.hit()));
            }
            if (table.reordered()) {
                says.add(text("ruleReport.reordered"));
            }
            items.add(new Item(named(VersionChange.Kind.CHANGED, table.name()), says));
        }
        if (items.isEmpty()) {
            items.add(new Item(text("ruleReport.testsAlone"), List.of()));
        }
        change.tests().forEach(one -> items.add(change(one)));
        return items;
    }

    private Item change(VersionChange.Change change) {
        String name = named(change.kind(), name(change.rule()));
        List<String> says = says(change.rule());
        Rule before = change.before();
        if (before == null) {
            return change.kind() == VersionChange.Kind.REMOVED ? new Item(name, List.of(), says) : new Item(name, says);
        }
        List<String> said = says(before);
        List<String> now = new ArrayList<>(without(says, said));
        if (!before.name().equals(change.rule().name())) {
            now.addFirst(text("ruleReport.formerly", before.name()));
        }
        return new Item(name, now.isEmpty() ? says : now, without(said, says));
    }

    private Item change(VersionChange.TestChange change) {
        String name = named(change.kind(), called(change.tested()));
        List<String> says = says(change.tested());
        Tested before = change.before();
        if (before == null) {
            return change.kind() == VersionChange.Kind.REMOVED ? new Item(name, List.of(), says) : new Item(name, says);
        }
        List<String> said = says(before);
        List<String> now = new ArrayList<>(without(says, said));
        if (!before.name().equals(change.tested().name())) {
            now.addFirst(text("ruleReport.formerly", before.name()));
        }
        return new Item(name, now.isEmpty() ? says : now, without(said, says));
    }

    private String called(Tested tested) {
        return switch (tested) {
            case Tested.Case one -> text("audit.field.scenario", one.name());
            case Tested.Always one -> text("audit.field.invariant", one.name());
        };
    }

    private List<String> says(Tested tested) {
        return switch (tested) {
            case Tested.Case one -> List.of(cases.scenario(one.scenario()));
            case Tested.Always one -> List.of(cases.invariant(one.invariant()));
        };
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private String named(VersionChange.Kind kind, String name) {
        return moments.messages().nameOf(moments.locale(), kind) + ": " + name;
    }

    private String name(Rule rule) {
        return switch (rule) {
            case Rule.Single single -> single.name();
            case Rule.Row row -> text("ruleReport.row", row.name(), row.number());
            case Rule.OtherRow row -> text("ruleReport.row", row.name(), row.number());
        };
    }

    private List<String> says(Rule rule) {
        return switch (rule) {
            case Rule.Single single -> says(single.policy());
            case Rule.Row row -> says(row.policy());
            case Rule.OtherRow row -> List.of(outcomes.row(row.table().kind(), row.row()));
        };
    }

    List<String> says(Policy policy) {
        List<String> lines = new ArrayList<>(List.of(sentences.whole(policy)));
        List<String> reasons = Stream.of(Language.values())
                .map(language -> policy.reasons().get(language.locale().getLanguage()))
                .filter(Objects::nonNull)
                .toList();
        if (!reasons.isEmpty()) {
            lines.add(text("rulebook.changed.reasons", String.join(" / ", reasons)));
        }
        if (policy.priority() > 0) {
            lines.add(text("rulebook.changed.priority", policy.priority()));
        }
        return lines;
    }

    /** "Cellar: granted to 2 groups, 1 person, 0 identifiers". */
    String right(UnusedRight right) {
        return text("ruleReport.right", right.name(), right.groups(), right.people(), right.identifiers());
    }

    /** "Couriers at the gate: 34 requests; the door opened for 30". */
    String counted(List<PolicyCount> days) {
        int opened = days.stream().mapToInt(PolicyCount::opened).sum();
        int all = opened + days.stream().mapToInt(PolicyCount::keptShut).sum();
        return text("ruleReport.counted", days.getFirst().name(), all, opened);
    }

    String counted(PolicyCount day) {
        return text("ruleReport.counted", moments.date(day.day()), day.opened() + day.keptShut(), day.opened());
    }

    private String say(String key, RulebookVersion version, @Nullable Instant at, @Nullable String by) {
        return moments.messages()
                .say(
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

    String text(String key, Object... arguments) {
        return moments.messages().getTranslation(key, moments.locale(), arguments);
    }
}
