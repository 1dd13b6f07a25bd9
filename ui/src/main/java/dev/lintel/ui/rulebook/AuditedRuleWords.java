package dev.lintel.ui.rulebook;

import dev.lintel.domain.rulebook.AuditedRules;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.i18n.Moments;
import java.util.Map;
import java.util.Optional;

/** Says rules that the audit keeps in the language of whoever reads it, with the names of then. */
public final class AuditedRuleWords {
    private final Moments moments;
    private final ReportWords words;
    private final CaseSentences cases;

    /** @param profiles names by id; others are called by their ids */
    public AuditedRuleWords(Moments moments, Map<String, String> profiles) {
        this.moments = moments;
        PolicyNames names = new OfThen(profiles);
        PolicySentences sentences = new PolicySentences(moments.messages(), moments.locale(), names);
        OutcomeSentences outcomes = new OutcomeSentences(moments.messages(), moments.locale(), names, sentences);
        this.cases = new CaseSentences(moments.messages(), moments.locale(), names, sentences, moments.zone());
        this.words = new ReportWords(sentences, outcomes, cases, moments);
    }

    /** Names stand where ids do. */
    private record OfThen(Map<String, String> profiles) implements PolicyNames {
        @Override
        public String group(String name) {
            return name;
        }

        @Override
        public String device(String name) {
            return name;
        }

        @Override
        public String profile(String id) {
            return profiles.getOrDefault(id, id);
        }

        @Override
        public String marker(String name) {
            return name;
        }

        @Override
        public String schedule(String name) {
            return name;
        }
    }

    /** What a version is called, by its number; else the settings of the rules. */
    public String record(String id) {
        return id.chars().allMatch(Character::isDigit) ? text("rulebook.version", id) : text("audit.kind.settings");
    }

    /** What a field is called; empty when it is about no rule. */
    public Optional<String> field(String field) {
        return named("policy", AuditedRules.POLICY, field)
                .or(() -> named("table", AuditedRules.TABLE, field))
                .or(() -> named("scenario", AuditedRules.SCENARIO, field))
                .or(() -> named("invariant", AuditedRules.INVARIANT, field))
                .or(() -> row(field));
    }

    private Optional<String> named(String key, String beginning, String field) {
        return field.startsWith(beginning)
                ? Optional.of(text("audit.field." + key, field.substring(beginning.length())))
                : Optional.empty();
    }

    private Optional<String> row(String field) {
        String[] parts = field.split(" ", 3);
        return field.startsWith(AuditedRules.ROW) && parts.length == 3
                ? Optional.of(text("audit.field.tableRow", parts[2], parts[1]))
                : Optional.empty();
    }

    /** What such a field was; empty when it is about no rule, or was kept as a text. */
    public Optional<String> value(String field, String value) {
        if (field.startsWith(AuditedRules.POLICY)) {
            return AuditedRules.policy(value).map(policy -> String.join(" ", words.says(policy)));
        }
        if (field.startsWith(AuditedRules.ROW)) {
            return AuditedRules.row(value)
                    .map(row -> words.outcomes().row(row.kind(), row.row()))
                    .or(() -> AuditedRules.policy(value).map(policy -> String.join(" ", words.says(policy))));
        }
        if (field.startsWith(AuditedRules.TABLE)) {
            return WireName.parse(HitPolicy.class, value)
                    .map(hit -> text("rulebook.hit." + hit))
                    .or(() -> WireName.parse(OutcomeKind.class, value).map(kind -> text("rulebook.outcome." + kind)));
        }
        if (field.startsWith(AuditedRules.SCENARIO)) {
            return AuditedRules.scenario(value).map(this::scenario);
        }
        return field.startsWith(AuditedRules.INVARIANT)
                ? AuditedRules.invariant(value).map(cases::invariant)
                : Optional.empty();
    }

    private String scenario(Scenario scenario) {
        return scenario.told() != null || scenario.asked() != null
                ? cases.scenario(scenario)
                : moments.messages()
                        .say(
                                moments.locale(),
                                "rulebook.say.scenario",
                                Map.of(
                                        "request",
                                        text("audit.recordedRequest"),
                                        "expected",
                                        String.valueOf(scenario.expected())));
    }

    private String text(String key, Object... arguments) {
        return moments.messages().getTranslation(key, moments.locale(), arguments);
    }
}
