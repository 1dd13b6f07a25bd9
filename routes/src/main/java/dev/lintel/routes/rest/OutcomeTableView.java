package dev.lintel.routes.rest;

import dev.lintel.domain.device.EventCategory;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Importance;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decision table about something else than doors, as the API has it. */
@Schema(
        name = "OutcomeTable",
        description =
                "Of the rows that fit the first counts; where none does, all is as it would be without the table.")
record OutcomeTableView(
        @Schema(description = "A UUID, the same from version to version; missing is a new table.") @Nullable
        String id,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "What visitors may be given") @Nullable
        String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "What it says. There is one of each kind at most.",
                allowableValues = {"guest-limits", "notification-importance", "event-priority"})
        @Nullable
        String kind,

        @Schema(description = "From top to bottom.") @Nullable
        List<Row> rows) {

    /** A row. */
    @Schema(name = "OutcomeRow", description = "Parts that are missing or empty fit everything.")
    record Row(
            @Schema(description = "A UUID, the same from version to version; missing is a new row.") @Nullable
            String id,

            @Schema(
                    description =
                            "What it is about. Of importance: kinds of notifications (device-offline, device-online,"
                                    + " import-done, mail-failed, user-registered, policy, pass, rules-not-in-force,"
                                    + " rules-taken-back, rules-not-everywhere, review-to-decide, review-to-verify,"
                                    + " review-overdue) and reasons of passes, as the log"
                                    + " names them. Of events: codes of devices, in lower case and with underscores.")
            @Nullable
            List<String> topics,

            @Schema(
                    description =
                            "Of guest limits: the host, by profiles, groups, markers and family; and the pass, by kinds"
                                    + " (guest, courier) and identifiers (qr, access-code, url, licence-plate).")
            PolicyView.@Nullable Holders holders,

            PolicyView.@Nullable Doors doors,
            PolicyView.@Nullable Times times,

            @Schema(description = "What it says; what is missing is as it would be without the table.") @Nullable
            OutcomeView outcome) {
        static Row of(OutcomeRow row) {
            return new Row(
                    row.id(),
                    row.topics().stream().sorted().toList(),
                    PolicyView.holders(row.holders()),
                    PolicyView.doors(row.doors()),
                    PolicyView.times(row.times()),
                    OutcomeView.of(row.outcome()));
        }

        OutcomeRow row(String at) {
            return new OutcomeRow(
                    known(id),
                    topics == null
                            ? Set.of()
                            : topics.stream()
                                    .map(topic -> Words.required(at + "topics", topic))
                                    .collect(Collectors.toSet()),
                    PolicyView.wantedHolders(at, holders),
                    PolicyView.wantedDoors(at, doors),
                    PolicyView.wantedTimes(at, times),
                    outcome == null ? Outcome.NOTHING : outcome.outcome(at + "outcome."));
        }
    }

    /** What a row says. */
    @Schema(name = "Outcome")
    record OutcomeView(
            @Schema(description = "Of guest limits: how many days a pass may last.", example = "7") @Nullable
            Integer days,

            @Schema(description = "Of guest limits: how often a pass may be used.", example = "10") @Nullable
            Integer passes,

            @Schema(
                    description = "Of guest limits: how many of these passes somebody may have out at once; 0 is none.",
                    example = "3")
            @Nullable
            Integer atOnce,

            @Schema(
                    description = "Of the importance of notifications.",
                    allowableValues = {"important", "normal"})
            @Nullable
            String importance,

            @Schema(
                    description = "Of events of devices.",
                    allowableValues = {"low", "medium", "high", "critical"})
            @Nullable
            String priority,

            @Schema(
                    description = "Of events of devices.",
                    allowableValues = {"information", "system", "access", "emergency"})
            @Nullable
            String category) {
        static OutcomeView of(Outcome outcome) {
            return new OutcomeView(
                    outcome.days(),
                    outcome.passes(),
                    outcome.atOnce(),
                    word(outcome.importance()),
                    word(outcome.priority()),
                    word(outcome.category()));
        }

        Outcome outcome(String at) {
            return new Outcome(
                    days,
                    passes,
                    atOnce,
                    Words.choice(at + "importance", Importance.class, importance),
                    Words.choice(at + "priority", EventPriority.class, priority),
                    Words.choice(at + "category", EventCategory.class, category));
        }
    }

    /** Something that a table can be asked. */
    @Schema(name = "OutcomeQuestion")
    record Question(
            @Schema(
                    description =
                            "What it is about, in one word as rows name it; of a pass its reason; empty is an event that no"
                                    + " row names.")
            @Nullable
            String topic,

            @Schema(description = "For whom a pass is: guest or courier.") @Nullable
            String kind,

            @Schema(description = "Type of the identifier.") @Nullable
            String identifier,

            @Schema(description = "The profile of whom it is about.") @Nullable
            String profile,

            @Schema(description = "Ids of groups of theirs.") @Nullable
            List<String> groups,

            @Schema(description = "Id of their marker.") @Nullable
            String marker,

            @Schema(description = "main or member; missing with all that is theirs is nobody.") @Nullable
            String family,

            @Schema(description = "Id of the device that it is about.") @Nullable
            String device,

            @Schema(description = "By the clock of the project.", example = "2026-11-29T23:00") @Nullable
            String at,

            @Schema(description = "Whether that day is a holiday.") @Nullable
            Boolean holiday,

            @Schema(description = "Whether the day before is one; missing is what the calendars say.") @Nullable
            Boolean holidayBefore,

            @Schema(
                    description =
                            "Ids of the schedules that are open, of those that rows name; missing is what they say at that"
                                    + " time.")
            @Nullable
            List<String> open) {
        static Question of(OutcomeExample example) {
            return new Question(
                    example.topic(),
                    word(example.kind()),
                    word(example.identifier()),
                    example.profile(),
                    example.groups(),
                    example.marker(),
                    word(example.family()),
                    example.device(),
                    example.at() == null ? null : example.at().toString(),
                    example.holiday(),
                    example.holidayBefore(),
                    example.open() == null
                            ? null
                            : example.open().stream().sorted().toList());
        }

        OutcomeExample example(String field) {
            return new OutcomeExample(
                    topic,
                    Words.choice(field + "kind", HolderKind.class, kind),
                    Words.choice(field + "identifier", IdentifierType.class, identifier),
                    profile,
                    each(field + "groups", groups),
                    marker,
                    Words.choice(field + "family", FamilyRole.class, family),
                    device,
                    at == null ? null : RuleSetView.Told.time(field + "at", at),
                    Boolean.TRUE.equals(holiday),
                    holidayBefore,
                    open == null ? null : Set.copyOf(each(field + "open", open)));
        }

        private static List<String> each(String field, @Nullable List<String> ids) {
            return ids == null
                    ? List.of()
                    : ids.stream().map(id -> Words.required(field, id)).toList();
        }
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : WireName.of(constant);
    }

    static OutcomeTableView of(OutcomeTable table) {
        return new OutcomeTableView(
                table.id(),
                table.name(),
                WireName.of(table.kind()),
                table.rows().stream().map(Row::of).toList());
    }

    OutcomeTable table(String at) {
        List<OutcomeRow> all = new ArrayList<>();
        List<Row> wanted = Objects.requireNonNullElse(rows, List.of());
        for (int i = 0; i < wanted.size(); i++) {
            all.add(wanted.get(i).row(at + "rows[" + i + "]."));
        }
        return new OutcomeTable(
                known(id),
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNull(Words.choice(at + "kind", OutcomeKind.class, Words.required(at + "kind", kind))),
                all);
    }

    private static String known(@Nullable String id) {
        return id == null ? UUID.randomUUID().toString() : id;
    }
}
