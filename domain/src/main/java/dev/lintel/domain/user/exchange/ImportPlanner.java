package dev.lintel.domain.user.exchange;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.user.exchange.UserTable.Row;
import dev.lintel.domain.user.people.PeopleBatch;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.Surroundings;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out what each row of a table would do, with few questions to the database however many rows there are. */
@Component
class ImportPlanner {
    private final PeopleBatch batch;

    ImportPlanner(PeopleBatch batch) {
        this.batch = batch;
    }

    List<PlannedRow> plan(Actor actor, long project, List<Row> rows) {
        Surroundings around =
                batch.surroundings(actor, project, cells(rows, UserColumn.ID), cells(rows, UserColumn.EMAIL));
        Set<String> seen = new HashSet<>();
        List<PlannedRow> planned = new ArrayList<>(rows.size());
        for (Row row : rows) {
            planned.add(plan(row, around, seen));
        }
        return planned;
    }

    private static List<String> cells(List<Row> rows, UserColumn column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(Objects::nonNull)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static PlannedRow plan(Row row, Surroundings around, Set<String> seen) {
        List<Problem> problems = new ArrayList<>();
        String id = row.cell(UserColumn.ID);
        String email = row.cell(UserColumn.EMAIL);
        Person before = around.person(id, email);
        if (id != null && !id.isEmpty() && before == null) {
            problems.add(new Problem(Field.USER, Reason.UNAVAILABLE, id));
        }
        PersonDraft draft = draft(row, before, around, problems);
        around.judge(before, draft, problems);
        requireFirst(before, draft, seen, problems);
        return new PlannedRow(row.line(), before, draft, problems);
    }

    /** Nobody is in a file twice, by whatever name. */
    private static void requireFirst(
            @Nullable Person before, PersonDraft draft, Set<String> seen, List<Problem> problems) {
        String email = draft.email();
        boolean again = before != null && !seen.add("id " + before.id());
        if (email != null && !seen.add(email.toLowerCase(Locale.ROOT)) || again) {
            problems.add(
                    new Problem(email == null ? Field.USER : Field.EMAIL, Reason.TAKEN, Objects.toString(email, "")));
        }
    }

    private static PersonDraft draft(Row row, @Nullable Person before, Surroundings around, List<Problem> problems) {
        PersonDraft old =
                before == null ? PersonDraft.of("", null, BuiltInProfile.USER.code(), List.of()) : before.draft();
        String groups = row.cell(UserColumn.GROUPS);
        String profile = row.cell(UserColumn.PROFILE);
        String marker = row.cell(UserColumn.MARKER);
        String email = row.cell(UserColumn.EMAIL);
        return new PersonDraft(
                or(row.cell(UserColumn.NAME), old.name()),
                email == null ? old.email() : email,
                profile == null || profile.isEmpty() ? old.profile() : around.profile(profile),
                groups == null ? old.groups() : groups(groups, around, problems),
                or(row.cell(UserColumn.PHONE), old.phone()),
                or(row.cell(UserColumn.ADDRESS), old.address()),
                marker == null ? old.marker() : marker.isEmpty() ? null : around.marker(marker));
    }

    private static String or(@Nullable String cell, String old) {
        return cell == null ? old : cell;
    }

    /** Paths or ids, with semicolons between them. */
    private static List<String> groups(String cell, Surroundings around, List<Problem> problems) {
        List<String> ids = new ArrayList<>();
        Arrays.stream(cell.split("[;\\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> {
                    List<String> found = around.groups(part);
                    if (found.size() == 1) {
                        ids.add(found.getFirst());
                    } else {
                        problems.add(new Problem(
                                Field.GROUPS, found.isEmpty() ? Reason.UNAVAILABLE : Reason.AMBIGUOUS, part));
                    }
                });
        return ids;
    }
}
