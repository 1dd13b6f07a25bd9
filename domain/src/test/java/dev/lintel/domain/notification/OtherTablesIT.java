package dev.lintel.domain.notification;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.EventCategory;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.notification.Notification.Ruled;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.Diagnostic;
import dev.lintel.domain.rulebook.Importance;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.OutcomeTopics;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.Releases;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.Trials;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.wire.WireName;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables of the rulebook say what is important, and what events of devices are. */
@Tag("RU-4")
class OtherTablesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Sites sites;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    Releases releases;

    @Autowired
    Trials trials;

    @Autowired
    DeviceRegistry devices;

    @Autowired
    AccessService access;

    @Autowired
    NotificationRules rules;

    @Autowired
    Notifications notifications;

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
        sites.load(SERVER, file(house(house)), false, progress -> {});
        project = requireNonNull(jdbc.queryForObject("select id from project where name = ?", Long.class, house));
        rulebooks.oneIsEnough(SERVER, project, true);
        company = TestActors.ofProject(
                project,
                Permission.GROUP_COMPANY_INFO_EDIT,
                Permission.GROUP_COMPANY_INFO_VIEW,
                Permission.ACS_LOG_VIEW,
                Permission.DEVICE_VIEW);
        clock.forward(Duration.ofHours(1));
    }

    @Test
    void theFirstRowThatFitsSaysWhatIsImportantAndTheNotificationNamesIt() {
        inForce(table(
                OutcomeKind.NOTIFICATION_IMPORTANCE,
                row(Set.of("device-offline"), at("d2"), PolicyTimes.ALWAYS, Outcome.of(Importance.NORMAL)),
                row(Set.of("device-online", "granted"), at("d1"), PolicyTimes.ALWAYS, Outcome.of(Importance.IMPORTANT)),
                row(Set.of("device-offline"), PolicyDoors.EVERY, PolicyTimes.ALWAYS, Outcome.NOTHING)));

        devices.seen(house + "-2", false);
        assertThat(last().important()).isFalse();
        assertThat(last().ruled()).isEqualTo(new Ruled("Table", 1));
        devices.seen(house + "-1", true);
        assertThat(last().important()).isTrue();
        assertThat(last().ruled()).isEqualTo(new Ruled("Table", 2));
        clock.forward(Duration.ofMinutes(20));
        devices.seen(house + "-1", false);
        assertThat(last().important()).isTrue();
        assertThat(last().ruled()).isNull();

        rules.create(
                company,
                project,
                new NotificationRule.Draft(
                        "All who come",
                        true,
                        false,
                        NoticeColour.BLUE,
                        NoticeIcon.KEY,
                        Set.of(),
                        Set.of(ReasonCode.GRANTED, ReasonCode.OUTSIDE_SCHEDULE, ReasonCode.UNKNOWN_IDENTIFIER),
                        Set.of(),
                        Set.of()));
        access.ask(
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "12345678", clock.instant()),
                new RequestOrigin(Channel.MQTT, null, null));
        await().untilAsserted(() -> {
            List<Notification> told = notifications.list(company, Feed.ACS, null, 10);
            assertThat(told).hasSize(1);
            Notification pass = told.getFirst();
            assertThat(pass.important()).isTrue();
            assertThat(pass.ruled()).isEqualTo(new Ruled("Table", 2));
            assertThat(requireNonNull(pass.look()).rule()).isEqualTo("All who come");
        });
    }

    @Test
    void anEventIsWhatARowSaysElseWhatTheServerKnowsOfIt() {
        tell("1", "info", "device_booted", Map.of());
        tell("2", "access", "dreamt", Map.of("priority", "High"));
        PolicyTimes night =
                new PolicyTimes(Set.of(), LocalTime.of(0, 0), LocalTime.of(23, 59), HolidayUse.IGNORED, null, null);
        inForce(table(
                OutcomeKind.EVENT_PRIORITY,
                row(Set.of("tamper_event"), at("d2"), PolicyTimes.ALWAYS, Outcome.of(EventPriority.LOW, null)),
                row(
                        Set.of("tamper_event", "device_booted"),
                        at("d1"),
                        night,
                        Outcome.of(EventPriority.CRITICAL, EventCategory.EMERGENCY))));
        tell("3", "info", "Device-Booted", Map.of());
        tell("4", "emergency", "door_was_not_closed_too_long", Map.of());
        devices.record(new DeviceEvent(house + "-2", "5", "emergency", "tamper_event", clock.instant(), Map.of()));

        assertThat(jdbc.queryForList("""
                                select key || ' ' || event_priority || ' ' || event_category || ' '
                                    || coalesce(ruled_by || ' ' || ruled_row, '-')
                                from device_event where project_id = ? order by key""", String.class, project))
                .containsExactly(
                        "1 LOW INFORMATION -",
                        "2 HIGH ACCESS -",
                        "3 CRITICAL EMERGENCY Table 2",
                        "4 CRITICAL ACCESS -",
                        "5 LOW EMERGENCY Table 1");
    }

    @Test
    void whatCanNeverBeIsTold() {
        OutcomeRow nobody = new OutcomeRow(
                UUID.randomUUID().toString(),
                Set.of("device-offline"),
                new PolicyHolders(Set.of(), Set.of(), List.of("g1"), Set.of()),
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                Outcome.of(Importance.NORMAL));
        OutcomeTable table = table(
                OutcomeKind.NOTIFICATION_IMPORTANCE,
                row(Set.of("pass"), PolicyDoors.EVERY, PolicyTimes.ALWAYS, Outcome.of(Importance.NORMAL)),
                row(Set.of("granted"), at("d1"), PolicyTimes.ALWAYS, Outcome.of(Importance.IMPORTANT)),
                nobody);
        assertThat(trials.diagnose(SERVER, project, RuleSet.EMPTY.withOutcomes(List.of(table))))
                .extracting(found -> found.kind() + " " + found.rows())
                .containsExactlyInAnyOrder(Diagnostic.Kind.SHADOWED + " [2, 1]", Diagnostic.Kind.FITS_NOBODY + " [3]");

        OutcomeTable wrong = table(
                OutcomeKind.EVENT_PRIORITY,
                row(Set.of("not a code"), PolicyDoors.EVERY, PolicyTimes.ALWAYS, Outcome.of(Importance.NORMAL)));
        assertThat(rulebooks.check(SERVER, project, RuleSet.EMPTY.withOutcomes(List.of(wrong))).stream()
                        .map(problem -> problem.field() + " " + problem.reason()))
                .containsExactly(
                        "outcomeTables[0].rows[0].topics UNKNOWN",
                        "outcomeTables[0].rows[0].outcome.importance NOT_ASKED_HERE");
    }

    @Test
    void thereIsAWordForEverythingThatPeopleAreTold() {
        assertThat(OutcomeTopics.notifications())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(NotificationKind.values())
                        .map(WireName::of)
                        .toList());
        assertThat(OutcomeTopics.notifications()).doesNotContainAnyElementsOf(OutcomeTopics.passes());
    }

    private void tell(String key, String category, String code, Map<String, Object> details) {
        devices.record(new DeviceEvent(house + "-1", key, category, code, clock.instant(), details));
    }

    private Notification last() {
        return notifications.list(company, Feed.ALL, null, 10).getFirst();
    }

    private void inForce(OutcomeTable table) {
        RulebookVersion draft = rulebooks.draft(SERVER, project, RuleSet.EMPTY.withOutcomes(List.of(table)), null);
        releases.publish(SERVER, project, draft.edition(), Set.of());
    }

    private static OutcomeTable table(OutcomeKind kind, OutcomeRow... rows) {
        return new OutcomeTable(UUID.randomUUID().toString(), "Table", kind, List.of(rows));
    }

    private static PolicyDoors at(String device) {
        return new PolicyDoors(List.of(), Set.of(), List.of(device), Set.of(), null);
    }

    private static OutcomeRow row(Set<String> topics, PolicyDoors doors, PolicyTimes times, Outcome outcome) {
        return new OutcomeRow(UUID.randomUUID().toString(), topics, PolicyHolders.EVERYBODY, doors, times, outcome);
    }
}
