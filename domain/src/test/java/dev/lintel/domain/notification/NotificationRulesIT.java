package dev.lintel.domain.notification;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.notification.NotificationRule.Draft;
import dev.lintel.domain.notification.RuleRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.people.Deletions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("NO-2")
class NotificationRulesIT extends DatabaseIT {
    private static final Set<String> ALL = Set.of();

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    DeviceRegistry devices;

    @Autowired
    NotificationRules rules;

    @Autowired
    Notifications notifications;

    @Autowired
    Deletions deletions;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private String house;
    private long project;
    private Actor company;

    @BeforeEach
    void aHouse() throws IOException {
        house = UUID.randomUUID().toString();
        sites.load(Actor.server(), file(house(house)), false, progress -> {});
        project = number("select id from project where name = ?", house);
        company = TestActors.ofProject(
                project,
                Permission.GROUP_COMPANY_INFO_VIEW,
                Permission.GROUP_COMPANY_INFO_EDIT,
                Permission.ACS_LOG_VIEW,
                Permission.DEVICE_VIEW);
        clock.forward(Duration.ofHours(1));
    }

    @Test
    void aPassThatARuleSpeaksOfComesIntoTheFeedAsTheRuleSays() {
        NotificationRule rule =
                rules.create(company, project, draft("Strangers", ReasonCode.UNKNOWN_IDENTIFIER, ALL, ALL));

        pass("12345678");
        pass("99999999");

        Notification told = first();
        assertThat(told.kind()).isEqualTo(NotificationKind.PASS);
        assertThat(told.important()).isTrue();
        assertThat(told.look()).isEqualTo(new Notification.Look(rule.name(), NoticeColour.VIOLET, NoticeIcon.SHIELD));
        assertThat(told.recordName()).isEqualTo("House · AA-12");
        assertThat(told.detail()).isEqualTo("DENY UNKNOWN_IDENTIFIER");
        assertThat(notifications.list(company, Feed.ACS, null, 10)).hasSize(1);
        assertThat(notifications.list(company, Feed.IMPORTANT, null, 10)).hasSize(1);
        assertThat(notifications.list(company, Feed.NORMAL, null, 10)).isEmpty();
    }

    @Test
    void fiveHundredPassesAreOneNotificationWithAnExactCount() {
        rules.create(company, project, draft("Everybody", ReasonCode.UNKNOWN_IDENTIFIER, ALL, ALL));

        IntStream.range(0, 500).parallel().forEach(i -> pass(Integer.toString(20_000_000 + i)));

        await().untilAsserted(() -> assertThat(first().count()).isEqualTo(500));
        assertThat(notifications.list(company, Feed.ACS, null, 10)).hasSize(1);
        assertThat(number("select count(*) from notification where project_id = ?", project))
                .isEqualTo(1);
        assertThat(notifications.unread(company)).isEqualTo(1);
    }

    @Test
    void onlyThePeopleAndDevicesNamedAreMeant() {
        rules.create(company, project, draft("Olena", ReasonCode.GRANTED, Set.of("u1"), Set.of("d2")));
        rules.create(company, project, draft("Olena anywhere", ReasonCode.GRANTED, Set.of("u1"), ALL));
        clock.set(SettableClock.START.plus(Duration.ofDays(30)));

        pass("12345678");

        assertThat(requireNonNull(first().look()).rule()).isEqualTo("Olena anywhere");
        assertThat(first().person()).isEqualTo("Olena Коваль");
    }

    @Test
    void aRuleIsMovedAndTheFirstThatFitsDecides() {
        rules.create(company, project, draft("One", ReasonCode.UNKNOWN_IDENTIFIER, ALL, ALL));
        rules.create(company, project, draft("Two", ReasonCode.UNKNOWN_IDENTIFIER, ALL, ALL));
        NotificationRule three =
                rules.create(company, project, draft("Three", ReasonCode.UNKNOWN_IDENTIFIER, ALL, ALL));

        assertThat(rules.move(company, project, three.id(), 1))
                .extracting(NotificationRule::name)
                .containsExactly("Three", "One", "Two");
        pass("99999999");
        assertThat(requireNonNull(first().look()).rule()).isEqualTo("Three");

        assertThat(rules.move(company, project, three.id(), 99))
                .extracting(NotificationRule::name)
                .containsExactly("One", "Two", "Three");
        assertThat(rules.list(company, project))
                .extracting(NotificationRule::position)
                .containsExactly(1, 2, 3);
        assertThat(jdbc.queryForList(
                        "select after ->> 'place' from audit_entry where kind = 'notification-rule' and record_id = ?"
                                + " and after ->> 'place' is not null order by id",
                        String.class,
                        three.id()))
                .containsExactly("1", "3");
    }

    @Test
    void nobodyMovesWhatIsNotTheirs() {
        NotificationRule rule = rules.create(company, project, draft("One", ReasonCode.EXPIRED, ALL, ALL));
        Actor reader = TestActors.ofProject(project, Permission.GROUP_COMPANY_INFO_VIEW);
        Actor stranger = TestActors.ofProject(-1, Permission.GROUP_COMPANY_INFO_EDIT);

        assertThatThrownBy(() -> rules.move(reader, project, rule.id(), 1))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> rules.move(stranger, project, rule.id(), 1)).isInstanceOf(RuleRefusedException.class);
        assertThatThrownBy(() -> rules.move(company, project, "none", 1)).isInstanceOf(RuleRefusedException.class);
    }

    @Test
    void aRuleMakesAnotherKindImportantOrNormal() {
        rules.create(
                company,
                project,
                new Draft(
                        "The hall comes",
                        true,
                        true,
                        NoticeColour.GREEN,
                        NoticeIcon.FLAG,
                        Set.of(NotificationKind.DEVICE_ONLINE),
                        Set.of(),
                        ALL,
                        Set.of("d2")));
        rules.create(
                company,
                project,
                new Draft(
                        "Known to fail",
                        true,
                        false,
                        NoticeColour.GREY,
                        NoticeIcon.CLOCK,
                        Set.of(NotificationKind.DEVICE_OFFLINE),
                        Set.of(),
                        ALL,
                        ALL));

        devices.seen(house + "-1", true);
        devices.seen(house + "-2", true);
        clock.forward(Duration.ofMinutes(20));
        devices.seen(house + "-1", false);

        assertThat(notifications.list(company, Feed.IMPORTANT, null, 10))
                .singleElement()
                .satisfies(told -> assertThat(told.recordName()).isEqualTo("Hall"));
        assertThat(notifications.list(company, Feed.NORMAL, null, 10))
                .extracting(Notification::kind)
                .containsExactly(NotificationKind.DEVICE_OFFLINE, NotificationKind.DEVICE_ONLINE);
    }

    @Test
    void whatIsSwitchedOffOrDeletedSaysNothing() {
        NotificationRule rule =
                rules.create(company, project, draft("Strangers", ReasonCode.UNKNOWN_IDENTIFIER, ALL, ALL));
        Draft draft = rule.draft();
        rules.change(
                company,
                project,
                rule.id(),
                new Draft(
                        draft.name(),
                        false,
                        true,
                        draft.colour(),
                        draft.icon(),
                        draft.kinds(),
                        draft.reasons(),
                        ALL,
                        ALL),
                rule.version());
        pass("99999999");
        sealed();
        assertThat(notifications.list(company, Feed.ACS, null, 10)).isEmpty();

        assertThatThrownBy(() -> rules.change(company, project, rule.id(), draft, rule.version()))
                .isInstanceOfSatisfying(RuleRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.CHANGED));
        rules.delete(company, project, rule.id());
        assertThat(rules.list(company, project)).isEmpty();
        assertThat(jdbc.queryForList(
                        "select action from audit_entry where kind = 'notification-rule' and project_id = ? order by id",
                        String.class,
                        project))
                .containsExactly("ADDED", "EDITED", "DELETED");
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        assertRefused(draft(" ", ReasonCode.GRANTED, ALL, ALL), Reason.NAME_MISSING);
        assertRefused(draft("x".repeat(101), ReasonCode.GRANTED, ALL, ALL), Reason.NAME_TOO_LONG);
        assertRefused(draft("x", ReasonCode.GRANTED, Set.of("nobody"), ALL), Reason.PERSON_UNKNOWN);
        assertRefused(draft("x", ReasonCode.GRANTED, ALL, Set.of("nothing")), Reason.DEVICE_UNKNOWN);
        assertRefused(
                new Draft("x", true, true, NoticeColour.RED, NoticeIcon.BELL, Set.of(), Set.of(), ALL, ALL),
                Reason.NOTHING_CHOSEN);
        rules.create(company, project, draft("Twice", ReasonCode.GRANTED, ALL, ALL));
        assertRefused(draft("Twice", ReasonCode.EXPIRED, ALL, ALL), Reason.NAME_TAKEN);
    }

    @Test
    void theRulesOfAnotherProjectDoNotExist() {
        NotificationRule rule = rules.create(company, project, draft("Strangers", ReasonCode.EXPIRED, ALL, ALL));
        Actor elsewhere = TestActors.ofProject(
                project + 1, Permission.GROUP_COMPANY_INFO_VIEW, Permission.GROUP_COMPANY_INFO_EDIT);
        Actor part = TestActors.ofGroups(
                project, Set.of("g1"), Permission.GROUP_COMPANY_INFO_VIEW, Permission.GROUP_COMPANY_INFO_EDIT);

        for (Actor actor : List.of(elsewhere, part)) {
            assertThat(rules.list(actor, project)).isEmpty();
            assertThatThrownBy(() -> rules.delete(actor, project, rule.id()))
                    .isInstanceOfSatisfying(RuleRefusedException.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.UNKNOWN));
        }
    }

    @Test
    void whoIsErasedIsNotNamedInTheFeedAnyMore() {
        rules.create(company, project, draft("Olena", ReasonCode.GRANTED, Set.of("u1"), ALL));
        clock.set(SettableClock.START.plus(Duration.ofDays(60)));
        pass("12345678");
        first();

        deletions.erase(Actor.server(), project, Set.of("u1"));

        assertThat(notifications.list(company, Feed.ACS, null, 10)).isEmpty();
    }

    private void assertRefused(Draft draft, Reason reason) {
        assertThatThrownBy(() -> rules.create(company, project, draft))
                .isInstanceOfSatisfying(RuleRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static Draft draft(String name, ReasonCode reason, Set<String> people, Set<String> devices) {
        return new Draft(
                name, true, true, NoticeColour.VIOLET, NoticeIcon.SHIELD, Set.of(), Set.of(reason), people, devices);
    }

    private void pass(String card) {
        access.ask(
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, card, clock.instant()),
                new RequestOrigin(Channel.MQTT, null, null));
    }

    private Notification first() {
        await().untilAsserted(() ->
                assertThat(notifications.list(company, Feed.ACS, null, 10)).isNotEmpty());
        return notifications.list(company, Feed.ACS, null, 10).getFirst();
    }

    private void sealed() {
        await().until(() -> number("select count(*) from log_waiting where log = 'ACS' and project = ?", project) == 0);
    }

    private long number(String sql, Object... parameters) {
        return requireNonNull(jdbc.queryForObject(sql, Long.class, parameters));
    }
}
