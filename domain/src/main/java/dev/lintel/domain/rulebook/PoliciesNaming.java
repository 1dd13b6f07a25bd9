package dev.lintel.domain.rulebook;

import dev.lintel.domain.permission.NamedInRules;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks in the rulebook of a project for what others want to delete. */
@Component
class PoliciesNaming implements NamedInRules {
    private final RulebookStore store;

    PoliciesNaming(RulebookStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> policies(long project, Kind kind, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return Stream.of(store.inForce(project), store.inPart(project), store.open(project))
                .flatMap(Optional::stream)
                .map(RulebookVersion::rules)
                .flatMap(PoliciesNaming::all)
                .filter(policy -> named(policy, kind).anyMatch(ids::contains))
                .map(Policy::name)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DecidingFirst> decidingFirst(long project, Collection<String> groups) {
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return store.inPart(project)
                .filter(version -> groups.contains(version.standing().group()))
                .map(version -> new DecidingFirst(
                        version.number(),
                        Objects.requireNonNullElse(version.standing().groupName(), "")));
    }

    private static Stream<Policy> all(RuleSet rules) {
        return Stream.of(
                        rules.all().stream(),
                        rules.outcomes().stream().flatMap(table -> table.parts().stream()),
                        rules.invariants().stream().map(Invariants::asRule))
                .flatMap(all -> all);
    }

    private static Stream<String> named(Policy policy, Kind kind) {
        return switch (kind) {
            case GROUP ->
                Stream.of(policy.holders().groups(), policy.doors().groups()).flatMap(List::stream);
            case DEVICE -> policy.doors().devices().stream();
            case SCHEDULE -> policy.times().schedules().stream();
            case MARKER -> policy.holders().markers().stream();
        };
    }
}
