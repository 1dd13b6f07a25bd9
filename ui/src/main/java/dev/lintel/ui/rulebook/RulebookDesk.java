package dev.lintel.ui.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.rulebook.DraftEffects.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The rulebook of a project as one person has it before them. What was changed since is refused, until it is read again. */
final class RulebookDesk {
    private final Rulebooks rulebooks;
    private final Actor actor;
    private final long project;
    private Optional<RulebookVersion> inForce = Optional.empty();
    private Optional<RulebookVersion> open = Optional.empty();

    RulebookDesk(Rulebooks rulebooks, Actor actor, long project) {
        this.rulebooks = rulebooks;
        this.actor = actor;
        this.project = project;
        read();
    }

    void read() {
        inForce = rulebooks.inForce(actor, project);
        open = rulebooks.open(actor, project);
    }

    Optional<RulebookVersion> inForce() {
        return inForce;
    }

    Optional<RulebookVersion> open() {
        return open;
    }

    List<Policy> policiesInForce() {
        return inForce.map(RulebookVersion::policies).orElse(List.of());
    }

    /** Those of the draft, else those in force. */
    List<Policy> policies() {
        return open.or(() -> inForce).map(RulebookVersion::policies).orElse(List.of());
    }

    List<PolicyChange> changes() {
        return PolicyChange.between(policiesInForce(), policies());
    }

    /** What the draft does; takes a second or more. */
    Supplier<Effects> effects(DraftEffects all) {
        List<Policy> draft = policies();
        return () -> all.of(actor, project, draft);
    }

    /** Whether the draft would change anything, and somebody is there who may ask what. */
    boolean hasEffects() {
        return mayDraft() && open.isPresent() && !policies().equals(policiesInForce());
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
        List<Policy> all = new ArrayList<>(policies());
        int place = all.stream().map(Policy::id).toList().indexOf(policy.id());
        if (place < 0) {
            place = all.size();
            all.add(policy);
        } else {
            all.set(place, policy);
        }
        try {
            write(all);
            return List.of();
        } catch (RulebookRefusedException refused) {
            if (refused.isTooLate()) {
                throw refused;
            }
            String beginning = "policies[" + place + "].";
            return refused.problems().stream()
                    .map(problem -> within(beginning, problem))
                    .toList();
        }
    }

    /** The same at the field of the policy, where it is about that one. */
    private static FieldProblem within(String beginning, FieldProblem problem) {
        String field = problem.fieldName();
        return field.startsWith(beginning) && problem.reason() instanceof Reason reason
                ? new Problem(field.substring(beginning.length()), reason, problem.value())
                : problem;
    }

    void remove(Policy policy) {
        write(policies().stream()
                .filter(other -> !other.id().equals(policy.id()))
                .toList());
    }

    void discard() {
        rulebooks.discard(actor, project);
        read();
    }

    void submit(String note) {
        rulebooks.submit(actor, project, edition(), note);
        read();
    }

    void publish(Set<String> confirmed) {
        rulebooks.publish(actor, project, edition(), confirmed);
        read();
    }

    void oneIsEnough(boolean enough) {
        rulebooks.oneIsEnough(actor, project, enough);
    }

    private void write(List<Policy> policies) {
        rulebooks.draft(
                actor, project, policies, open.map(RulebookVersion::edition).orElse(null));
        read();
    }

    private long edition() {
        return open.map(RulebookVersion::edition).orElse(0L);
    }
}
