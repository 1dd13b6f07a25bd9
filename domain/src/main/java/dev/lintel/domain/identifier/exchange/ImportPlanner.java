package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.identifier.IdentifierCheck;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierRefusedException.Field;
import dev.lintel.domain.identifier.IdentifierRefusedException.Problem;
import dev.lintel.domain.identifier.IdentifierRefusedException.Reason;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what each row of a list would do, without asking the database row by row. */
final class ImportPlanner {
    private final Surroundings around;
    private final @Nullable String otherwise;
    private final Set<String> seen = new HashSet<>();

    /** @param otherwise id of the owner of what the list gives to nobody known; null refuses such rows */
    ImportPlanner(Surroundings around, @Nullable String otherwise) {
        this.around = around;
        this.otherwise = otherwise;
    }

    List<PlannedIdentifier> plan(List<ListedIdentifier> rows) {
        return rows.stream().map(this::plan).toList();
    }

    private PlannedIdentifier plan(ListedIdentifier row) {
        List<Problem> problems = new ArrayList<>();
        IdentifierType type = type(row, problems);
        IssuedIdentifier before = before(row, type, problems);
        IdentifierDraft draft = draft(row, before, type, problems);
        IdentifierCheck.alone(before == null ? null : before.identifier(), draft, problems);
        if (draft.type() == IdentifierType.URL) {
            problems.add(new Problem(Field.TYPE, Reason.OF_A_GUEST, ""));
        }
        if (before == null
                && draft.type() == IdentifierType.FACE
                && !draft.value().isEmpty()) {
            problems.add(new Problem(Field.PHOTO, Reason.MISSING, ""));
        }
        if (problems.isEmpty()) {
            requireFree(before, draft, problems);
        }
        return new PlannedIdentifier(row.line(), before, draft, problems);
    }

    private static @Nullable IdentifierType type(ListedIdentifier row, List<Problem> problems) {
        String cell = row.cell(IdentifierColumn.TYPE);
        if (cell == null || cell.isEmpty()) {
            return null;
        }
        IdentifierType type = CellReader.type(cell).orElse(null);
        if (type == null) {
            problems.add(new Problem(Field.TYPE, Reason.MALFORMED, cell));
        }
        return type;
    }

    private @Nullable IssuedIdentifier before(
            ListedIdentifier row, @Nullable IdentifierType type, List<Problem> problems) {
        String id = row.cell(IdentifierColumn.ID);
        if (id != null && !id.isEmpty()) {
            IssuedIdentifier known = around.byId(id);
            if (known == null) {
                problems.add(new Problem(Field.IDENTIFIER, Reason.UNAVAILABLE, id));
            }
            return known;
        }
        String value = row.cell(IdentifierColumn.VALUE);
        return value == null ? null : around.byValue(keyOf(type == null ? IdentifierType.CARD : type, value));
    }

    private IdentifierDraft draft(
            ListedIdentifier row,
            @Nullable IssuedIdentifier before,
            @Nullable IdentifierType type,
            List<Problem> problems) {
        IdentifierType known =
                before == null ? IdentifierType.CARD : before.identifier().type();
        IdentifierDraft old = before == null ? IdentifierDraft.of("", known, "") : before.draft();
        String value = row.cell(IdentifierColumn.VALUE);
        IdentifierType wanted = type == null ? known : type;
        // in another notation it is the same, and stays as it was entered
        boolean same = before != null
                && value != null
                && keyOf(wanted, value).equals(keyOf(known, before.identifier().value()));
        return new IdentifierDraft(
                owner(row, old, problems),
                wanted,
                value == null || value.isEmpty() || same ? old.value() : value,
                or(row.cell(IdentifierColumn.NAME), old.name()),
                or(row.cell(IdentifierColumn.NOTES), old.notes()),
                moment(row, IdentifierColumn.VALID_FROM, old.validFrom(), problems),
                moment(row, IdentifierColumn.VALID_UNTIL, old.validUntil(), problems),
                passes(row, old.maxPasses(), problems),
                restrictions(row, old.restrictions(), problems));
    }

    private static String or(@Nullable String cell, String old) {
        return cell == null ? old : cell;
    }

    private String owner(ListedIdentifier row, IdentifierDraft old, List<Problem> problems) {
        String cell = row.cell(IdentifierColumn.OWNER);
        if ((cell == null || cell.isEmpty()) && !old.user().isEmpty()) {
            return old.user();
        }
        List<String> found = cell == null || cell.isEmpty() ? List.of() : around.owners(cell);
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (otherwise != null) {
            return otherwise;
        }
        boolean named = cell != null && !cell.isEmpty();
        Reason reason = found.size() > 1 ? Reason.AMBIGUOUS : named ? Reason.UNAVAILABLE : Reason.MISSING;
        problems.add(new Problem(Field.OWNER, reason, cell == null ? "" : cell));
        return "";
    }

    private @Nullable Instant moment(
            ListedIdentifier row, IdentifierColumn column, @Nullable Instant old, List<Problem> problems) {
        String cell = row.cell(column);
        if (cell == null) {
            return old;
        }
        if (cell.isEmpty()) {
            return null;
        }
        return CellReader.moment(cell, around.zone()).orElseGet(() -> {
            problems.add(new Problem(Field.VALID_UNTIL, Reason.MALFORMED, cell));
            return old;
        });
    }

    private static @Nullable Integer passes(ListedIdentifier row, @Nullable Integer old, List<Problem> problems) {
        String cell = row.cell(IdentifierColumn.MAX_PASSES);
        if (cell == null) {
            return old;
        }
        try {
            return cell.isEmpty() ? null : Integer.valueOf(cell);
        } catch (NumberFormatException none) {
            problems.add(new Problem(Field.MAX_PASSES, Reason.MALFORMED, cell));
            return old;
        }
    }

    /** Names or ids, with semicolons between them. */
    private @Nullable List<String> restrictions(
            ListedIdentifier row, @Nullable List<String> old, List<Problem> problems) {
        String cell = row.cell(IdentifierColumn.RESTRICTIONS);
        if (cell == null) {
            return old;
        }
        List<String> ids = new ArrayList<>();
        Arrays.stream(cell.split("[;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    String id = around.restriction(part);
                    if (id == null) {
                        problems.add(new Problem(Field.RESTRICTIONS, Reason.UNAVAILABLE, part));
                    } else {
                        ids.add(id);
                    }
                });
        return ids;
    }

    /** No value is in a list twice, or somebody else's. */
    private void requireFree(@Nullable IssuedIdentifier before, IdentifierDraft draft, List<Problem> problems) {
        String key = Surroundings.key(draft.type(), draft.value());
        String shown = draft.type().isSecret() ? "" : draft.value();
        IssuedIdentifier holder = around.byValue(key);
        boolean another = holder == null ? around.isTaken(key) : !holder.equals(before);
        if (another || !seen.add(key)) {
            problems.add(new Problem(Field.VALUE, Reason.TAKEN, shown));
        }
    }

    /** Empty for a value that no identifier has. */
    private static String keyOf(IdentifierType type, String value) {
        return IdentifierImport.identity(type, value)
                .map(identity -> Surroundings.key(type.name(), identity))
                .orElse("");
    }
}
