package dev.lintel.domain.rulebook.report;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.guestpass.GuestLimitTable;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.NoSuchRulebookException;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.ReleaseWish;
import dev.lintel.domain.rulebook.Releases;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.report.ReportMail.Every;
import dev.lintel.domain.rulebook.report.VersionChange.Kind;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.Accounts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("RU-7")
class RuleReportsIT extends DatabaseIT {
    private static final String MORE = """
            {"kind":"restriction","id":"r2","name":"Garage","lines":[{"device":"d1"}]}
            {"kind":"grant","restriction":"r2","to":{"group":"g2"}}
            {"kind":"restriction","id":"r3","name":"Nobody's","lines":[{"device":"d1"}]}
            {"kind":"user","id":"boss","name":"Mary Boss","email":"MARY","groups":["g1"],"profile":"company-administrator"}
            """;

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

    @Autowired
    Sites sites;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessService access;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    Releases releases;

    @Autowired
    RuleReports reports;

    @Autowired
    ReportMails mails;

    @Autowired
    GuestLimitTable table;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private String house;
    private String login;
    private long project;
    private Actor mary;

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        login = "mary@" + house + ".example.org";
        sites.load(Actor.server(), file(house(house) + MORE.replace("MARY", login)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id)
                values (?, '', false, 'uk', ?, 'boss')""", login, project);
        mary = accounts.actor(accounts.byLogin(login).orElseThrow());
        clock.set(START);
        rulebooks.oneIsEnough(mary, project, true);
    }

    @Test
    void whatWasInForceAndWhatChangedIsToldByVersion() {
        Policy tell = tell("Tell of it");
        Policy more = tell("Tell more");
        RulebookVersion first = publish(START, tell);
        RulebookVersion second = publish(START.plus(Duration.ofDays(2)), tell, more);
        RulebookVersion third = publish(START.plus(Duration.ofDays(4)), more.as(more.id(), "Tell much more"));

        assertThat(reports.inForce(mary, project, START.minusSeconds(1))).isEmpty();
        assertThat(reports.inForce(mary, project, START))
                .get()
                .extracting("number")
                .isEqualTo(first.number());
        assertThat(reports.inForce(mary, project, START.plus(Duration.ofDays(3))))
                .get()
                .extracting("number")
                .isEqualTo(second.number());
        List<VersionChange> changes = reports.changes(mary, project, START, START.plus(Duration.ofDays(4)));
        assertThat(changes)
                .extracting(change -> change.version().number())
                .containsExactly(second.number(), third.number());
        assertThat(changes.getFirst().version().publishedBy()).isEqualTo(login);
        assertThat(changes.getFirst().version().authors()).containsExactly(login);
        assertThat(changes.getFirst().changes())
                .extracting(VersionChange.Change::kind, change -> change.rule().name())
                .containsExactly(tuple(Kind.ADDED, "Tell more"));
        assertThat(changes.getLast().changes())
                .extracting(VersionChange.Change::kind, change -> change.rule().name())
                .containsExactly(tuple(Kind.CHANGED, "Tell much more"), tuple(Kind.REMOVED, "Tell of it"));
        assertThatThrownBy(() -> reports.changes(mary, project, START, START))
                .isInstanceOf(ReportRefusedException.class);
    }

    @Test
    void whatEachVersionChangedIsToldAlsoOfTablesAboutOtherThings() {
        Policy tell = tell("Tell of it");
        Policy more = tell("Tell more");
        RulebookVersion first = publish(START, tell);
        OutcomeTable limits = new OutcomeTable(
                UUID.randomUUID().toString(),
                "Limits",
                OutcomeKind.GUEST_LIMITS,
                List.of(new OutcomeRow(
                        UUID.randomUUID().toString(),
                        Set.of(),
                        PolicyHolders.EVERYBODY,
                        PolicyDoors.EVERY,
                        PolicyTimes.ALWAYS,
                        new Outcome(1, null, null, null, null, null))));
        clock.set(START.plus(Duration.ofDays(1)));
        RulebookVersion draft =
                rulebooks.draft(mary, project, RuleSet.of(List.of(tell, more)).withOutcomes(List.of(limits)), null);
        RulebookVersion part = releases.publish(mary, project, draft.edition(), new ReleaseWish(Set.of(), null, "g2"));

        Map<Integer, VersionChange> inPart = reports.changes(mary, project);
        assertThat(inPart).containsOnlyKeys(first.number(), part.number());
        assertThat(requireNonNull(inPart.get(part.number())).changes())
                .extracting(VersionChange.Change::kind, VersionChange.Change::rule)
                .containsExactly(
                        tuple(Kind.ADDED, new Rule.Single(more)), tuple(Kind.ADDED, new Rule.OtherRow(limits, 1)));
        // what decides in one group alone has changed nothing for good yet
        assertThat(reports.changes(mary, project, START, clock.instant())).isEmpty();
        clock.set(START.plus(Duration.ofDays(2)));
        rulebooks.spread(mary, project);
        assertThat(reports.changes(mary, project, START, clock.instant()))
                .containsExactly(reports.changes(mary, project).get(part.number()));
        assertThat(reports.unusedRules(mary, project, 30))
                .containsExactly(new Rule.Single(tell), new Rule.Single(more), new Rule.OtherRow(limits, 1));
        assertThat(table.of(project, "u1", GuestKind.GUEST, IdentifierType.ACCESS_CODE))
                .isPresent();
        // it is kept a moment after the answer
        await().untilAsserted(() -> assertThat(reports.unusedRules(mary, project, 30))
                .containsExactly(new Rule.Single(tell), new Rule.Single(more)));
        clock.set(clock.instant().plus(Duration.ofDays(31)));
        assertThat(reports.unusedRules(mary, project, 30)).hasSize(3);
    }

    @Test
    void whatNobodyNeededIsTold() {
        publish(START, tell("Tell of it"));
        assertThat(reports.unusedRights(mary, project, 30))
                .extracting(UnusedRight::name)
                .containsExactly("Front door", "Garage");
        assertThat(reports.unusedRules(mary, project, 30)).hasSize(1);

        access.ask(
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "12345678", clock.instant()),
                new RequestOrigin(Channel.REST, null, null));
        assertThat(reports.unusedRights(mary, project, 30)).isEmpty();
        clock.set(START.plus(Duration.ofDays(40)));
        assertThat(reports.unusedRights(mary, project, 30)).hasSize(2);
        assertThat(reports.unusedRights(mary, project, 50)).isEmpty();
        assertThatThrownBy(() -> reports.unusedRights(mary, project, 0)).isInstanceOf(ReportRefusedException.class);
    }

    @Test
    void aReportGoesOutOnceAndInTheLanguageOfWhoeverWantsIt() {
        assertThat(mails.want(mary, project, Every.WEEK).orElseThrow().next())
                .isEqualTo(Instant.parse("2026-05-11T05:00:00Z"));
        mails.sendDue();
        assertThat(sent()).isEmpty();
        clock.set(Instant.parse("2026-05-11T05:01:00Z"));
        mails.sendDue();
        mails.sendDue();

        assertThat(sent()).hasSize(1);
        assertThat(sent().getFirst()).containsEntry("language", "uk").containsEntry("recipient", login);
        assertThat(mails.own(mary, project).orElseThrow().next()).isEqualTo(Instant.parse("2026-05-18T05:00:00Z"));
        assertThat(mails.want(mary, project, Every.MONTH).orElseThrow().next())
                .isEqualTo(Instant.parse("2026-06-01T05:00:00Z"));
        assertThat(mails.want(mary, project, null)).isEmpty();
        clock.set(Instant.parse("2026-07-11T05:01:00Z"));
        mails.sendDue();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whoMayNotSeeItAnyMoreGetsNothing() {
        mails.want(mary, project, Every.WEEK);
        jdbc.update("update person set profile = 'user' where project_id = ? and id = 'boss'", project);
        clock.set(START.plus(Duration.ofDays(8)));
        mails.sendDue();
        assertThat(sent()).isEmpty();
        // and it is not tried again until the next one is due
        assertThat(mails.own(mary, project).orElseThrow().next()).isEqualTo(Instant.parse("2026-05-18T05:00:00Z"));
    }

    @Test
    void itIsForThoseOfTheWholeProjectAlone() {
        Actor blind = mary.withPermissions(Set.of(Permission.RULE_VIEW));
        assertThat(reports.inForce(blind, project, START)).isEmpty();
        assertThatThrownBy(() -> reports.unusedRights(blind, project, 30))
                .isInstanceOf(PermissionDeniedException.class);
        Actor other = TestActors.ofProject(project + 1_000, Permission.values());
        assertThatThrownBy(() -> reports.unusedRights(other, project, 30)).isInstanceOf(NoSuchRulebookException.class);
        assertThatThrownBy(() -> mails.want(other, project, Every.WEEK)).isInstanceOf(NoSuchRulebookException.class);
    }

    private RulebookVersion publish(Instant at, Policy... policies) {
        clock.set(at);
        RulebookVersion draft = rulebooks.draft(mary, project, RuleSet.of(List.of(policies)), null);
        return releases.publish(mary, project, draft.edition(), Set.of());
    }

    private static Policy tell(String name) {
        return new Policy(
                UUID.randomUUID().toString(),
                name,
                PolicyEffect.NOTIFY,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }

    private List<Map<String, Object>> sent() {
        return jdbc.queryForList(
                "select language, recipient from mail where project_id = ? and type = 'RULE_REPORT'", project);
    }
}
