package dev.lintel.ui.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.DenialWatch;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.NodeState;
import dev.lintel.domain.rulebook.OfflineEffect;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.ReleaseWish;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookPlan;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.rulebook.TrialReport;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.rulebook.DraftEffects.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rulebook of a project as one person has it before them. What was changed since is refused, until it is read again. */
final class RulebookDesk {
    private final Rulebooks rulebooks;
    private final ReleaseServices services;
    private final Actor actor;
    private final long project;
    private Optional<RulebookVersion> inForce = Optional.empty();
    private Optional<RulebookVersion> inPart = Optional.empty();
    private Optional<RulebookVersion> open = Optional.empty();
    private Optional<RulebookPlan> plan = Optional.empty();

    RulebookDesk(Rulebooks rulebooks, ReleaseServices services, Actor actor, long project) {
        this.rulebooks = rulebooks;
        this.services = services;
        this.actor = actor;
        this.project = project;
        read();
    }

    long project() {
        return project;
    }

    void read() {
        inForce = rulebooks.inForce(actor, project);
        inPart = rulebooks.inPart(actor, project);
        open = rulebooks.open(actor, project);
        plan = rulebooks.planned(actor, project);
    }

    Optional<RulebookVersion> inForce() {
        return inForce;
    }

    Optional<RulebookVersion> open() {
        return open;
    }

    RuleSet rulesInForce() {
        return inForce.map(RulebookVersion::rules).orElse(RuleSet.EMPTY);
    }

    /** What decides in one group, beside what is in force elsewhere. */
    Optional<RulebookVersion> inPart() {
        return inPart;
    }

    void spread() {
        rulebooks.spread(actor, project);
        read();
    }

    void takeBackPart() {
        rulebooks.takeBackPart(actor, project);
        read();
    }

    /** Those of the draft, else those in force in part, else those in force. */
    RuleSet rules() {
        return open.or(() -> inPart)
                .or(() -> inForce)
                .map(RulebookVersion::rules)
                .orElse(RuleSet.EMPTY);
    }

    List<PolicyChange> changes() {
        return PolicyChange.between(rulesInForce().policies(), rules().policies());
    }

    /** What the draft does, and would have made of the last days; takes a second or more. */
    IntFunction<Effects> effects(DraftEffects all) {
        RuleSet draft = rules();
        return days -> all.of(actor, project, draft, days);
    }

    /** What the scenarios and invariants come to; takes a second or more. Null for those who may not try rules. */
    @Nullable
    Supplier<TrialReport> trial(DraftEffects all) {
        RuleSet rules = rules();
        return mayDraft() ? () -> all.tried(actor, project, rules) : null;
    }

    /** Whether the draft would change anything, and somebody is there who may ask what. */
    boolean hasEffects() {
        return mayDraft() && open.isPresent() && !rules().decidesAs(rulesInForce());
    }

    /** Whether it says anything here how dangerous it is: a policy asks, or somebody may say so. */
    boolean hasThreats() {
        return mayPublish()
                || rulesInForce().all().stream()
                        .anyMatch(policy -> !policy.times().state().threats().isEmpty());
    }

    ThreatDesk threats(ThreatDesk.Parts all) {
        return all.of(actor, project);
    }

    boolean mayDraft() {
        return rulebooks.may(actor, Permission.RULE_DRAFT, project);
    }

    boolean mayPublish() {
        return rulebooks.may(actor, Permission.RULE_PUBLISH, project);
    }

    boolean isOneEnough() {
        return rulebooks.isOneEnough(actor, project);
    }

    /** Whether the draft is as far as that it can be put in force, by whomever. */
    boolean isReady() {
        return open.map(version -> version.state() == State.SUBMITTED || isOneEnough())
                .orElse(false);
    }

    /**
     * Writes a policy into the draft: in place of the one with its id, else as the last.
     *
     * @return what is wrong, at the fields of that policy
     * @throws RulebookRefusedException when somebody else has changed the draft
     */
    List<? extends FieldProblem> put(Policy policy) {
        return put("policies", rules().policies(), Policy::id, policy, rules()::withPolicies);
    }

    /** What a ready-made policy brings along. */
    List<Scenario> scenariosOf(Policy policy, Function<Boolean, String> name) {
        return rulebooks.scenariosOf(actor, project, policy, name);
    }

    /** The same with a table. */
    List<? extends FieldProblem> put(PolicyTable table) {
        return put("tables", rules().tables(), PolicyTable::id, table, rules()::withTables);
    }

    /** The same with a table about something else than doors. */
    List<? extends FieldProblem> put(OutcomeTable table) {
        return put("outcomeTables", rules().outcomes(), OutcomeTable::id, table, rules()::withOutcomes);
    }

    /** The same with a scenario. */
    List<? extends FieldProblem> put(Scenario scenario) {
        return put("scenarios", rules().scenarios(), Scenario::id, scenario, rules()::withScenarios);
    }

    /** The same with an invariant. */
    List<? extends FieldProblem> put(Invariant invariant) {
        return put("invariants", rules().invariants(), Invariant::id, invariant, rules()::withInvariants);
    }

    private <T> List<? extends FieldProblem> put(
            String list, List<T> before, Function<T, String> id, T one, Function<List<T>, RuleSet> rules) {
        List<T> all = new ArrayList<>(before);
        int place = all.stream().map(id).toList().indexOf(id.apply(one));
        if (place < 0) {
            place = all.size();
            all.add(one);
        } else {
            all.set(place, one);
        }
        try {
            write(rules.apply(all));
            return List.of();
        } catch (RulebookRefusedException refused) {
            if (refused.isTooLate()) {
                throw refused;
            }
            String beginning = list + "[" + place + "].";
            return refused.problems().stream()
                    .map(problem -> within(beginning, problem))
                    .toList();
        }
    }

    /** The same at the field of what begins so, where it is about that. */
    static FieldProblem within(String beginning, FieldProblem problem) {
        String field = problem.fieldName();
        return field.startsWith(beginning) && problem.reason() instanceof Reason reason
                ? new Problem(field.substring(beginning.length()), reason, problem.value())
                : problem;
    }

    void remove(Policy policy) {
        write(rules().withPolicies(without(rules().policies(), policy)));
    }

    void remove(PolicyTable table) {
        write(rules().withTables(without(rules().tables(), table)));
    }

    void remove(OutcomeTable table) {
        write(rules().withOutcomes(without(rules().outcomes(), table)));
    }

    void remove(Scenario scenario) {
        write(rules().withScenarios(without(rules().scenarios(), scenario)));
    }

    void remove(Invariant invariant) {
        write(rules().withInvariants(without(rules().invariants(), invariant)));
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(other -> !other.equals(one)).toList();
    }

    String scenariosAsYaml() {
        return services.texts().yaml(actor, project);
    }

    void writeScenarios(String yaml) {
        services.texts()
                .write(actor, project, yaml, open.map(RulebookVersion::edition).orElse(null));
        read();
    }

    void discard() {
        rulebooks.discard(actor, project);
        read();
    }

    void submit(String note) {
        services.releases().submit(actor, project, edition(), note);
        read();
    }

    void publish(ReleaseWish wish) {
        services.releases().publish(actor, project, edition(), wish);
        read();
    }

    /** What is to come into force by itself. */
    Optional<RulebookPlan> plan() {
        return plan;
    }

    /** What devices do that are cut off, for each of these that denies anything. */
    List<OfflineEffect> offline(RuleSet rules) {
        return services.offline().of(actor, project, rules);
    }

    /** The same for one of them. */
    Optional<OfflineEffect> offline(RuleSet rules, String id) {
        return services.offline().of(actor, project, rules, id);
    }

    Optional<DenialWatch> watch() {
        return services.watches().of(actor, project);
    }

    /** @param watch null is that nobody watches */
    void watch(@Nullable DenialWatch watch) {
        services.watches().watch(actor, project, watch);
    }

    /** How far each server is. */
    List<NodeState> nodes() {
        return services.nodes().of(actor, project);
    }

    void callOff() {
        rulebooks.callOff(actor, project);
        read();
    }

    void oneIsEnough(boolean enough) {
        rulebooks.oneIsEnough(actor, project, enough);
    }

    private void write(RuleSet rules) {
        rulebooks.draft(
                actor, project, rules, open.map(RulebookVersion::edition).orElse(null));
        read();
    }

    private long edition() {
        return open.map(RulebookVersion::edition).orElse(0L);
    }
}
