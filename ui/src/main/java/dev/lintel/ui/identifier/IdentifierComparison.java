package dev.lintel.ui.identifier;

import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.ui.component.ComparisonDialog;
import dev.lintel.ui.component.ComparisonDialog.Chosen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What two people have made of one identifier. */
final class IdentifierComparison {
    private IdentifierComparison() {}

    /** What is called how: people never read ids. */
    record Names(
            UnaryOperator<String> owner,
            Function<List<String>, String> restrictions,
            Function<Instant, String> moment) {
        String moment(@Nullable Instant at) {
            return at == null ? "" : moment.apply(at);
        }

        String granted(@Nullable List<String> ids) {
            return ids == null ? "" : restrictions.apply(ids);
        }
    }

    static ComparisonDialog<IdentifierDraft> of(
            IdentifierDraft base, IdentifierDraft mine, IdentifierDraft theirs, Names names) {
        return new ComparisonDialog<>(base, mine, theirs)
                .field("identifier.owner", IdentifierDraft::user, names.owner())
                .field("identifiers.value", IdentifierDraft::value, value -> value)
                .field("identifier.name", IdentifierDraft::name, name -> name)
                .field("identifier.from", IdentifierDraft::validFrom, names::moment)
                .field("identifier.until", IdentifierDraft::validUntil, names::moment)
                .field("identifier.passes", IdentifierDraft::maxPasses, passes -> Objects.toString(passes, ""))
                .field("identifier.restrictions", IdentifierDraft::restrictions, names::granted)
                .field("identifier.notes", IdentifierDraft::notes, notes -> notes);
    }

    static IdentifierDraft merged(Chosen<IdentifierDraft> chosen) {
        return new IdentifierDraft(
                chosen.of("identifier.owner").user(),
                chosen.of("identifier.owner").type(),
                chosen.of("identifiers.value").value(),
                chosen.of("identifier.name").name(),
                chosen.of("identifier.notes").notes(),
                chosen.of("identifier.from").validFrom(),
                chosen.of("identifier.until").validUntil(),
                chosen.of("identifier.passes").maxPasses(),
                chosen.of("identifier.restrictions").restrictions());
    }
}
