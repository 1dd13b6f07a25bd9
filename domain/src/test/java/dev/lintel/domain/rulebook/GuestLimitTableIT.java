package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.guestpass.GuestAccess;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.HostLimits;
import dev.lintel.domain.guestpass.HostLimits.LimitRow;
import dev.lintel.domain.guestpass.Hosts;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.NamedInRules;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.wire.FieldProblem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A table of the rulebook says how much whom may give to visitors. */
@Tag("RU-4")
@Tag("GA-2")
class GuestLimitTableIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Sites sites;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    Releases releases;

    @Autowired
    RulebooksInForce inForce;

    @Autowired
    Outcomes outcomes;

    @Autowired
    AccessDirectory directory;

    @Autowired
    Trials trials;

    @Autowired
    GuestPasses passes;

    @Autowired
    GuestAccess access;

    @Autowired
    Hosts hosts;

    @Autowired
    NamedInRules named;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private long project;

    @BeforeEach
    void aHouse() throws IOException {
        String house = UUID.randomUUID().toString();
        sites.load(SERVER, file(house(house)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        rulebooks.oneIsEnough(SERVER, project, true);
        access.change(SERVER, project, "g1", new GuestLimits(7, 5, null));
    }

    @Test
    void theFirstRowThatFitsThePassSaysItsLimitsAndARefusalNamesIt() {
        inForce(
                row(Set.of(HolderKind.COURIER), Set.of(), "g1", Outcome.of(new GuestLimits(1, 1, null))),
                row(Set.of(), Set.of(IdentifierType.QR), "g1", Outcome.of(new GuestLimits(3, null, 1))),
                row(Set.of(), Set.of(IdentifierType.URL), "g1", Outcome.of(new GuestLimits(null, null, 0))));

        assertThat(limits(GuestKind.COURIER, IdentifierType.QR).limits()).isEqualTo(new GuestLimits(1, 1, null));
        HostLimits qr = limits(GuestKind.GUEST, IdentifierType.QR);
        assertThat(qr.limits()).isEqualTo(new GuestLimits(3, 5, 1));
        assertThat(qr.anyRow()).isEqualTo(new LimitRow("Visitors", 2));
        HostLimits code = limits(GuestKind.GUEST, IdentifierType.ACCESS_CODE);
        assertThat(code.limits()).isEqualTo(new GuestLimits(7, 5, null));
        assertThat(code.anyRow()).isNull();

        assertThat(refused(pass(GuestKind.GUEST, IdentifierType.QR, 4, 6)))
                .containsExactly("until above-limit: \"3\" by row 2 of \"Visitors\"", "passes above-limit: \"5\"");
        assertThat(refused(pass(GuestKind.GUEST, IdentifierType.URL, 1, 1)))
                .containsExactly("at-once above-limit: \"0\" by row 3 of \"Visitors\"");
        assertThat(jdbc.queryForObject(
                        "select count(*) from identifier where project_id = ? and guest = 'GUEST'",
                        Long.class,
                        project))
                .isZero();
    }

    @Test
    void atOnceCountsThePassesThatTheRowSpeaksOf() {
        inForce(
                row(Set.of(HolderKind.COURIER), Set.of(), "g1", Outcome.of(new GuestLimits(null, null, 2))),
                row(Set.of(HolderKind.GUEST), Set.of(), "g1", Outcome.of(new GuestLimits(null, null, 1))));
        // the courier's code of the house is out already
        passes.create(SERVER, project, pass(GuestKind.GUEST, IdentifierType.QR, 1, 1));
        passes.create(SERVER, project, pass(GuestKind.COURIER, IdentifierType.QR, 1, 1));

        assertThat(refused(pass(GuestKind.GUEST, IdentifierType.QR, 1, 1)))
                .containsExactly("at-once above-limit: \"1\" by row 2 of \"Visitors\"");
        assertThat(refused(pass(GuestKind.COURIER, IdentifierType.QR, 1, 1)))
                .containsExactly("at-once above-limit: \"2\" by row 1 of \"Visitors\"");
    }

    @Test
    void aPassIsExtendedWithinTheLimitsOfItsKind() {
        GuestPass pass = passes.create(SERVER, project, pass(GuestKind.COURIER, IdentifierType.QR, 1, 1));
        inForce(row(Set.of(HolderKind.COURIER), Set.of(), "g2", Outcome.of(new GuestLimits(2, null, null))));
        Instant later = clock.instant().plus(Duration.ofDays(3));

        assertThatThrownBy(() -> passes.extend(SERVER, project, pass.id(), pass.version(), later, 1))
                .isInstanceOf(GuestPassRefusedException.class)
                .hasMessageContaining("by row 1 of \"Visitors\"");
    }

    @Test
    void aVersionRulesUntilItIsTakenBackAndAgainAfterAStart() {
        RulebookVersion none = releases.publish(
                SERVER,
                project,
                rulebooks
                        .draft(SERVER, project, RuleSet.of(List.of(Policies.couriersAtNight())), null)
                        .edition(),
                Set.of(Policies.couriersAtNight().id()));
        inForce(row(Set.of(), Set.of(), "g1", Outcome.of(new GuestLimits(1, null, null))));
        assertThat(limits(GuestKind.GUEST, IdentifierType.QR).limits().days()).isEqualTo(1);

        // as a node is that has just started
        outcomes.inForce(project, null);
        directory.rulebook(project, null, WantedFacts.NONE);
        inForce.heard("");
        assertThat(limits(GuestKind.GUEST, IdentifierType.QR).limits().days()).isEqualTo(1);

        rulebooks.rollBack(SERVER, project, none.number());
        assertThat(limits(GuestKind.GUEST, IdentifierType.QR).limits().days()).isEqualTo(7);
    }

    @Test
    void whatIsWrongIsSaidByFieldAndWhatMayNotBeMeantWithAnExample() {
        OutcomeRow wrong = new OutcomeRow(
                UUID.randomUUID().toString(),
                Set.of(),
                new PolicyHolders(Set.of(HolderKind.RESIDENT), Set.of(), List.of("g9"), Set.of(IdentifierType.CARD)),
                new PolicyDoors(List.of(), Set.of(), List.of("d1"), Set.of(), null),
                PolicyTimes.ALWAYS,
                Outcome.of(new GuestLimits(0, null, -1)));
        assertThat(rulebooks
                        .check(
                                SERVER,
                                project,
                                RuleSet.EMPTY.withOutcomes(List.of(table(wrong), table("Others", wrong))))
                        .stream()
                        .map(problem -> problem.field() + " " + problem.reason()))
                .contains(
                        "outcomeTables[0].rows[0].holders.groups UNKNOWN",
                        "outcomeTables[0].rows[0].holders.kinds NOT_ASKED_HERE",
                        "outcomeTables[0].rows[0].holders.identifiers NOT_ASKED_HERE",
                        "outcomeTables[0].rows[0].doors NOT_ASKED_HERE",
                        "outcomeTables[0].rows[0].outcome.days BEYOND_RANGE",
                        "outcomeTables[0].rows[0].outcome.atOnce BEYOND_RANGE",
                        "outcomeTables[1].kind ONE_OF_A_KIND",
                        "outcomeTables[1].rows[0].id TAKEN");

        OutcomeTable odd = table(
                row(Set.of(HolderKind.COURIER), Set.of(), "g1", Outcome.of(new GuestLimits(1, null, null))),
                row(
                        Set.of(HolderKind.COURIER),
                        Set.of(IdentifierType.QR),
                        "g1",
                        Outcome.of(new GuestLimits(2, null, null))));
        List<Diagnostic> found = trials.diagnose(SERVER, project, RuleSet.EMPTY.withOutcomes(List.of(odd)));
        assertThat(found).extracting(Diagnostic::kind).containsExactly(Diagnostic.Kind.SHADOWED, Diagnostic.Kind.GAP);
        assertThat(found.getFirst().rows()).containsExactly(2, 1);
        OutcomeExample gap = requireNonNull(found.getLast().question());
        assertThat(gap.kind()).isEqualTo(HolderKind.GUEST);
        assertThat(found).allMatch(one -> odd.id().equals(one.table()));

        inForce(row(Set.of(), Set.of(), "g2", Outcome.of(new GuestLimits(1, null, null))));
        assertThat(named.policies(project, NamedInRules.Kind.GROUP, List.of("g2")))
                .containsExactly("Visitors");
    }

    private void inForce(OutcomeRow... rows) {
        Long edition =
                rulebooks.open(SERVER, project).map(RulebookVersion::edition).orElse(null);
        RuleSet rules = RuleSet.EMPTY.withOutcomes(List.of(table(rows)));
        RulebookVersion draft = rulebooks.draft(SERVER, project, rules, edition);
        releases.publish(SERVER, project, draft.edition(), Set.of());
    }

    private static OutcomeTable table(OutcomeRow... rows) {
        return table("Visitors", rows);
    }

    private static OutcomeTable table(String name, OutcomeRow... rows) {
        return new OutcomeTable(UUID.randomUUID().toString(), name, OutcomeKind.GUEST_LIMITS, List.of(rows));
    }

    private static OutcomeRow row(Set<HolderKind> kinds, Set<IdentifierType> types, String group, Outcome outcome) {
        return new OutcomeRow(
                UUID.randomUUID().toString(),
                Set.of(),
                new PolicyHolders(kinds, Set.of(), List.of(group), types),
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                outcome);
    }

    private HostLimits limits(GuestKind kind, IdentifierType type) {
        return hosts.limits(SERVER, project, "u1", kind, type);
    }

    private GuestPassDraft pass(GuestKind kind, IdentifierType type, int days, @Nullable Integer uses) {
        Instant now = clock.instant();
        return new GuestPassDraft(
                "u1",
                kind,
                type,
                "",
                "",
                "",
                "",
                "",
                Locale.ENGLISH,
                now,
                now.plus(Duration.ofDays(days)),
                uses,
                List.of("r1"));
    }

    private List<String> refused(GuestPassDraft draft) {
        try {
            passes.create(SERVER, project, draft);
            return List.of();
        } catch (GuestPassRefusedException refused) {
            return refused.problems().stream()
                    .map(FieldProblem.class::cast)
                    .map(problem -> problem.fieldName() + " " + problem.text())
                    .toList();
        }
    }
}
