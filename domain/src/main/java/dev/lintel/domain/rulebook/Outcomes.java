package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tables in force say that are about something else than doors, for the features that ask them. */
@Component
public class Outcomes {
    private final OutcomeRules rules;
    private final AccessDirectory directory;
    private final OutcomeUses uses;
    private final Map<Long, Rulebook> inForce = new ConcurrentHashMap<>();

    Outcomes(OutcomeRules rules, AccessDirectory directory, OutcomeUses uses) {
        this.rules = rules;
        this.directory = directory;
        this.uses = uses;
    }

    /**
     * What a table says.
     *
     * @param row number of the row that counts, from 1
     */
    public record Said(OutcomeTable table, int row) {
        public Outcome outcome() {
            return counting().outcome();
        }

        OutcomeRow counting() {
            return table.rows().get(row - 1);
        }
    }

    /** Null is none. */
    void inForce(long project, @Nullable Rulebook rulebook) {
        if (rulebook == null || rulebook.outcomes().isEmpty()) {
            inForce.remove(project);
        } else {
            inForce.put(project, rulebook);
        }
    }

    /**
     * What the table of this kind says; empty when the project has none, or no row fits. The row that counts was used by that.
     *
     * @param question asked of the project as it is now
     * @throws RuntimeException when it cannot be decided
     */
    public Optional<Said> ask(OutcomeKind kind, long project, Function<SiteSnapshot, OutcomeQuestion> question) {
        Rulebook rulebook = inForce.get(project);
        SiteSnapshot site = rulebook == null ? null : directory.site(project);
        if (rulebook == null || site == null) {
            return Optional.empty();
        }
        return rulebook.outcomes().stream()
                .filter(table -> table.kind() == kind)
                .findFirst()
                .flatMap(table -> {
                    SiteSnapshot asked = site.asking(Rulebook.wanted(table.parts()));
                    OptionalInt row = rules.row(table, question.apply(asked));
                    if (row.isEmpty()) {
                        return Optional.empty();
                    }
                    Said said = new Said(table, row.getAsInt() + 1);
                    uses.count(project, said.counting().id());
                    return Optional.of(said);
                });
    }
}
