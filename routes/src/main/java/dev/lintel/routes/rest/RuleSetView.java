package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.CaseTraits;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.OfflineContract;
import dev.lintel.domain.rulebook.OutcomeCase;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RequestCase;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.rulebook.Situation;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people write in a rulebook, as the API has it. A list that is left out stays as it is. */
record RuleSetView(
        @Nullable List<PolicyView> policies,
        @Nullable List<Table> tables,
        @Nullable List<OutcomeTableView> outcomeTables,
        @Nullable List<ScenarioView> scenarios,
        @Nullable List<InvariantView> invariants) {

    /** A decision table. */
    @Schema(name = "PolicyTable")
    record Table(
            @Schema(description = "A UUID, the same from version to version; missing is a new table.") @Nullable
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Couriers") @Nullable
            String name,

            @Schema(
                    description =
                            "Which row counts: the first that fits, or the only one; then a request that two rows fit is"
                                    + " denied, and such a table is not put in force.",
                    allowableValues = {"first", "unique"})
            @Nullable
            String hit,

            @Schema(description = "From top to bottom. Their names are not read.") @Nullable
            List<PolicyView> rows,

            @Schema(
                    description =
                            "Whether devices that are cut off from the server do what it says, and not only less.",
                    accessMode = Schema.AccessMode.READ_ONLY)
            @Nullable
            Boolean enforcedOffline) {
        static Table of(PolicyTable table, OfflineContract contract) {
            List<PolicyView> rows = new ArrayList<>();
            for (int i = 0; i < table.rows().size(); i++) {
                rows.add(PolicyView.of(table.rows().get(i), contract.isEnforced(table, i)));
            }
            return new Table(table.id(), table.name(), WireName.of(table.hit()), rows, contract.isEnforced(table));
        }

        PolicyTable table(String at) {
            List<Policy> all = new ArrayList<>();
            List<PolicyView> wanted = Objects.requireNonNullElse(rows, List.of());
            for (int i = 0; i < wanted.size(); i++) {
                all.add(wanted.get(i).policy(at + "rows[" + i + "]."));
            }
            HitPolicy counting = Words.choice(at + "hit", HitPolicy.class, hit);
            return new PolicyTable(
                    known(id),
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(counting, HitPolicy.FIRST),
                    all);
        }
    }

    /** A request with the answer that it must get, or a question to a table of `outcomeTables` with what it must say. */
    @Schema(name = "Scenario")
    record ScenarioView(
            @Nullable String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Courier at night") @Nullable
            String name,

            @Schema(description = "The request as people tell it; missing for a recorded one.") @Nullable
            Told request,

            @Schema(description = "The facts of a recorded request, as they were then.") @Nullable
            AccessFacts facts,

            @Schema(
                    description = "The answer to the request; missing for a question.",
                    allowableValues = {"grant", "deny"})
            @Nullable
            String expected,

            @Schema(description = "Id of the policy or table that must be concerned; missing is whichever.") @Nullable
            String by,

            @Schema(
                    description = "Of which table the question is asked; missing for a request.",
                    allowableValues = {"guest-limits", "notification-importance", "event-priority"})
            @Nullable
            String about,

            OutcomeTableView.@Nullable Question question,

            @Schema(description = "What the table must say; what is missing must be as without the table.")
            OutcomeTableView.@Nullable OutcomeView outcome) {
        static ScenarioView of(Scenario scenario) {
            return new ScenarioView(
                    scenario.id(),
                    scenario.name(),
                    scenario.told() == null ? null : Told.of(scenario.told()),
                    scenario.recorded(),
                    scenario.expected() == null ? null : WireName.of(scenario.expected()),
                    scenario.by(),
                    scenario.asked() == null
                            ? null
                            : WireName.of(scenario.asked().about()),
                    scenario.asked() == null
                            ? null
                            : OutcomeTableView.Question.of(scenario.asked().question()),
                    scenario.asked() == null
                            ? null
                            : OutcomeTableView.OutcomeView.of(scenario.asked().expected()));
        }

        Scenario scenario(String at) {
            OutcomeCase asked = asked(at);
            if (asked == null) {
                Words.required(at + "expected", expected);
            }
            return new Scenario(
                    known(id),
                    Objects.requireNonNullElse(name, ""),
                    request == null ? null : request.told(at + "request."),
                    facts,
                    asked,
                    Words.choice(at + "expected", Verdict.class, expected),
                    by);
        }

        private @Nullable OutcomeCase asked(String at) {
            if (about == null && question == null && outcome == null) {
                return null;
            }
            OutcomeKind kind = Words.choice(at + "about", OutcomeKind.class, Words.required(at + "about", about));
            if (question == null) {
                throw new RefusedException(at + "question", "is missing");
            }
            if (outcome == null) {
                throw new RefusedException(at + "outcome", "is missing");
            }
            return new OutcomeCase(
                    Objects.requireNonNull(kind), question.example(at + "question."), outcome.outcome(at + "outcome."));
        }
    }

    /** A request that may never have been made. */
    @Schema(name = "ToldRequest")
    record Told(
            @Schema(allowableValues = {"resident", "guest", "courier"}) @Nullable
            String kind,

            @Schema(description = "Name of the owner's profile; missing is nobody's in particular.") @Nullable
            String profile,

            @Schema(description = "Ids of the owner's groups.") @Nullable
            List<String> groups,

            @Schema(description = "Type of the identifier.", example = "access-code") @Nullable
            String identifier,

            @Schema(description = "Id of the device.") @Nullable
            String device,

            @Schema(description = "The direction; missing is none.", example = "in") @Nullable
            String accessPoint,

            @Schema(description = "By the clock of the project.", example = "2026-11-29T23:00") @Nullable
            String at,

            @Schema(description = "Whether that day is a holiday.") @Nullable
            Boolean holiday,

            @Schema(
                    description =
                            "Whether a restriction lets them in there at that time; policies can keep them out all the"
                                    + " same. Usually it does.")
            @Nullable
            Boolean allowed,

            @Nullable SituationView situation,
            SituationView.@Nullable Traits traits) {
        static Told of(RequestCase told) {
            return new Told(
                    WireName.of(told.kind()),
                    told.profile(),
                    told.groups(),
                    WireName.of(told.identifier()),
                    told.device(),
                    told.accessPoint(),
                    told.at().toString(),
                    told.holiday(),
                    told.allowed(),
                    SituationView.of(told.situation()),
                    SituationView.Traits.of(told.traits()));
        }

        RequestCase told(String field) {
            HolderKind who = Words.choice(field + "kind", HolderKind.class, kind);
            return new RequestCase(
                    Objects.requireNonNullElse(who, HolderKind.RESIDENT),
                    profile,
                    groups == null ? List.of() : groups,
                    Objects.requireNonNull(Words.choice(
                            field + "identifier",
                            IdentifierType.class,
                            Words.required(field + "identifier", identifier))),
                    Words.required(field + "device", device),
                    accessPoint,
                    time(field + "at", Words.required(field + "at", at)),
                    Boolean.TRUE.equals(holiday),
                    !Boolean.FALSE.equals(allowed),
                    situation == null ? Situation.CALM : situation.situation(field + "situation."),
                    traits == null ? CaseTraits.PLAIN : traits.traits(field + "traits."));
        }

        static LocalDateTime time(String field, String text) {
            try {
                return LocalDateTime.parse(text);
            } catch (DateTimeException wrong) {
                throw new RefusedException(field, Quoted.of(text) + " is none; write it as 2026-11-29T23:00");
            }
        }
    }

    /** Something that must hold for everybody, always. */
    @Schema(name = "Invariant")
    record InvariantView(
            @Nullable String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "No guest gets to the upper floors")
            @Nullable
            String name,

            @Schema(
                    description =
                            "These doors do not open to them, or no policy keeps them out where a restriction lets them"
                                    + " through.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"never-opens", "never-kept-out"})
            @Nullable
            String kind,

            PolicyView.@Nullable Holders holders,
            PolicyView.@Nullable Doors doors,
            PolicyView.@Nullable Times times) {
        static InvariantView of(Invariant invariant) {
            return new InvariantView(
                    invariant.id(),
                    invariant.name(),
                    WireName.of(invariant.kind()),
                    PolicyView.holders(invariant.holders()),
                    PolicyView.doors(invariant.doors()),
                    PolicyView.times(invariant.times()));
        }

        Invariant invariant(String at) {
            return new Invariant(
                    known(id),
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNull(
                            Words.choice(at + "kind", Invariant.Kind.class, Words.required(at + "kind", kind))),
                    PolicyView.wantedHolders(at, holders),
                    PolicyView.wantedDoors(at, doors),
                    PolicyView.wantedTimes(at, times));
        }
    }

    private static String known(@Nullable String id) {
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** These rules, where they are said, and those that are written now, where not. */
    RuleSet rules(Supplier<RuleSet> written) {
        List<@Nullable List<?>> lists = Arrays.asList(policies, tables, outcomeTables, scenarios, invariants);
        if (lists.stream().allMatch(Objects::isNull)) {
            throw new RefusedException("policies", "is missing");
        }
        boolean isAll = lists.stream().noneMatch(Objects::isNull);
        RuleSet others = isAll ? RuleSet.EMPTY : written.get();
        return new RuleSet(
                policies == null ? others.policies() : each("policies", policies, PolicyView::policy),
                tables == null ? others.tables() : each("tables", tables, Table::table),
                outcomeTables == null
                        ? others.outcomes()
                        : each("outcomeTables", outcomeTables, OutcomeTableView::table),
                scenarios == null ? others.scenarios() : each("scenarios", scenarios, ScenarioView::scenario),
                invariants == null ? others.invariants() : each("invariants", invariants, InvariantView::invariant));
    }

    private interface Reader<V, T> {
        T read(V view, String at);
    }

    private static <V, T> List<T> each(String field, List<V> views, Reader<V, T> reader) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            all.add(reader.read(views.get(i), field + "[" + i + "]."));
        }
        return all;
    }
}
