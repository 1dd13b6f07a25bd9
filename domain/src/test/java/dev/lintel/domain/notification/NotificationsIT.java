package dev.lintel.domain.notification;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.mail.MailFailed;
import dev.lintel.domain.mail.MailProblem;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

class NotificationsIT extends DatabaseIT {
    @Autowired
    Sites sites;

    @Autowired
    DeviceRegistry devices;

    @Autowired
    Notifications notifications;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private long east;
    private long west;
    private Actor admin;

    @BeforeEach
    void twoHouses() throws IOException {
        jdbc.update("delete from notification");
        jdbc.update("delete from notification_mark");
        jdbc.update("delete from device_state");
        sites.load(Actor.server(), file(house("east")), false, progress -> {});
        sites.load(Actor.server(), file(house("west")), false, progress -> {});
        east = number("select id from project where name = 'east'");
        west = number("select id from project where name = 'west'");
        admin = new Actor("admin", account("admin"), Set.of(Permission.values()), null, null);
        clock.forward(Duration.ofHours(1));
    }

    @Test
    void aDeviceThatGoesIsImportantAndOneThatComesIsNot() {
        devices.seen("east-1", false);
        devices.seen("east-2", true);

        assertThat(kinds(admin, Feed.ALL))
                .containsExactly(NotificationKind.DEVICE_ONLINE, NotificationKind.DEVICE_OFFLINE);
        assertThat(kinds(admin, Feed.IMPORTANT)).containsExactly(NotificationKind.DEVICE_OFFLINE);
        assertThat(kinds(admin, Feed.NORMAL)).containsExactly(NotificationKind.DEVICE_ONLINE);
        assertThat(notifications.list(admin, Feed.ALL, null, 10))
                .extracting(Notification::recordName)
                .containsExactly("Hall", "House · AA-12");
    }

    @Test
    void aLooseCableDoesNotFloodTheFeed() {
        for (int i = 0; i < 20; i++) {
            devices.seen("east-1", i % 2 == 0);
        }

        assertThat(kinds(admin, Feed.ALL)).hasSize(2);

        clock.forward(Duration.ofMinutes(11));
        devices.seen("east-1", true);
        assertThat(kinds(admin, Feed.ALL)).hasSize(3);
    }

    @Test
    void whatComesInOneBurstIsOneNotification() {
        devices.seen("east-1", true);
        devices.seen("west-1", true);
        clock.forward(Duration.ofSeconds(50));
        devices.seen("east-2", true);

        assertThat(notifications.list(admin, Feed.ALL, null, 10))
                .extracting(Notification::project, Notification::count, Notification::recordName)
                .containsExactly(tuple(east, 2, "Hall"), tuple(west, 1, "House · AA-12"));
        assertThat(notifications.unread(admin)).isEqualTo(2);
        Actor neighbour = person(east, Set.of("g2"), Permission.DEVICE_VIEW);
        assertThat(notifications.list(neighbour, Feed.ALL, null, 10))
                .extracting(Notification::count)
                .containsExactly(1);

        assertThat(notifications.read(
                        admin,
                        notifications.list(admin, Feed.ALL, null, 1).getFirst().id()))
                .isTrue();
        assertThat(notifications.unread(admin)).isEqualTo(1);
    }

    @Test
    void everybodySeesWhatIsWithinTheirReachAndNothingElse() {
        devices.seen("east-1", false);
        devices.seen("west-1", false);
        events.publishEvent(new MailFailed(1, west, "a@example.org", MailProblem.OTHER));
        Actor guard = person(east, Set.of("g1"), Permission.DEVICE_VIEW);
        Actor neighbour = person(east, Set.of("g2"), Permission.DEVICE_VIEW);

        assertThat(notifications.list(guard, Feed.ALL, null, 10))
                .singleElement()
                .extracting(Notification::project)
                .isEqualTo(east);
        assertThat(notifications.list(neighbour, Feed.ALL, null, 10)).isEmpty();
        assertThat(notifications.unread(person(west, Set.of("g1"), Permission.SETTINGS_VIEW)))
                .isEqualTo(1);
    }

    @Test
    void whatSomebodyStartedIsToldToThemAlone() {
        Actor other = new Actor("other", account("other"), Set.of(Permission.values()), null, null);
        events.publishEvent(new ActivityNoted(admin, east, Deed.IMPORTED, "project", "1", "east", Map.of()));

        assertThat(kinds(admin, Feed.ALL)).containsExactly(NotificationKind.IMPORT_DONE);
        assertThat(kinds(other, Feed.ALL)).isEmpty();
    }

    @Test
    void eachAccountReadsForItself() {
        Actor other = new Actor("other", account("other"), Set.of(Permission.values()), null, null);
        devices.seen("east-1", false);
        clock.forward(Duration.ofMinutes(2));
        devices.seen("east-2", false);
        long newest = notifications.list(admin, Feed.ALL, null, 1).getFirst().id();

        assertThat(notifications.read(admin, newest)).isTrue();
        assertThat(notifications.unread(admin)).isEqualTo(1);
        assertThat(notifications.unread(other)).isEqualTo(2);

        notifications.readAll(admin);
        devices.seen("west-1", false);
        assertThat(notifications.unread(admin)).isEqualTo(1);
        assertThat(notifications.list(admin, Feed.ALL, null, 10))
                .extracting(Notification::read)
                .containsExactly(false, true, true);
    }

    @Test
    void whatIsOutOfReachCannotBeRead() {
        devices.seen("west-1", false);
        long foreign = notifications.list(admin, Feed.ALL, null, 1).getFirst().id();

        assertThat(notifications.read(person(east, Set.of("g1"), Permission.DEVICE_VIEW), foreign))
                .isFalse();
    }

    @Test
    void oldOnesAreForgotten() {
        devices.seen("east-1", false);
        clock.forward(Duration.ofDays(91));
        devices.seen("west-1", false);

        assertThat(kinds(admin, Feed.ALL)).hasSize(1);
    }

    private List<NotificationKind> kinds(Actor actor, Feed feed) {
        return notifications.list(actor, feed, null, 100).stream()
                .map(Notification::kind)
                .toList();
    }

    private Actor person(long project, Set<String> groups, Permission permission) {
        String login = "person-" + project + groups;
        return new Actor(
                login,
                account(login),
                Set.of(permission),
                new Membership(project, "u1", groups, permission == Permission.SETTINGS_VIEW),
                null);
    }

    private long account(String login) {
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale)
                values (?, '', false, 'en') on conflict do nothing""", login);
        return number("select id from account where login = ?", login);
    }

    private long number(String sql, Object... parameters) {
        return requireNonNull(jdbc.queryForObject(sql, Long.class, parameters));
    }
}
