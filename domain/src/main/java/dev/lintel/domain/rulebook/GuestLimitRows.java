package dev.lintel.domain.rulebook;

import dev.lintel.domain.guestpass.GuestLimitTable;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the rulebook of a project says about how much somebody may give to visitors. */
@Component
class GuestLimitRows implements GuestLimitTable {
    private final Outcomes outcomes;
    private final InstantSource clock;

    GuestLimitRows(Outcomes outcomes, InstantSource clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public Optional<ByRow> of(long project, String host, GuestKind kind, IdentifierType type) {
        return outcomes.ask(
                        OutcomeKind.GUEST_LIMITS,
                        project,
                        site -> new OutcomeQuestion(Set.of(), site.about(host, kind, type, null, clock.instant())))
                .map(said -> new ByRow(
                        said.table().name(),
                        said.row(),
                        said.outcome().limits(),
                        kinds(said.counting().holders()),
                        said.counting().holders().identifiers()));
    }

    private static Set<GuestKind> kinds(PolicyHolders holders) {
        return holders.kinds().stream()
                .map(kind -> kind == HolderKind.COURIER ? GuestKind.COURIER : GuestKind.GUEST)
                .collect(Collectors.toUnmodifiableSet());
    }
}
