package dev.lintel.domain.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class SessionsIT extends DatabaseIT {
    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcTemplate jdbc;

    private Actor admin = Actor.server();
    private long desk;
    private long phone;

    @BeforeEach
    void anAdministratorAtTwoPlaces() {
        jdbc.update("delete from account");
        accounts.createFirstAdministrator();
        admin = accounts.actor(account());
        desk = sessions.begin(account(), "Firefox, Linux", "192.0.2.1", "password");
        clock.forward(Duration.ofMinutes(1));
        phone = sessions.begin(account(), "Safari, iPhone", "192.0.2.2", "passkey");
    }

    @Test
    void listsWhereSomebodyIsTheLastSeenFirst() {
        assertThat(sessions.list(admin)).extracting(LoginSession::id).containsExactly(phone, desk);

        clock.forward(Duration.ofMinutes(1));
        assertThat(sessions.seen(desk)).isTrue();

        assertThat(sessions.list(admin)).extracting(LoginSession::browser).startsWith("Firefox, Linux");
    }

    @Test
    void anEndedSessionIsSeenNoMore() {
        assertThat(sessions.end(admin, desk)).isTrue();

        assertThat(sessions.seen(desk)).isFalse();
        assertThat(sessions.seen(phone)).isTrue();
        assertThat(events.stream(SessionsEnded.class)).containsExactly(new SessionsEnded(Set.of(desk)));
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        jdbc.update(
                "insert into account (login, password_hash, must_change_password, locale) values ('eve', 'x', false, 'en')");
        Actor eve = accounts.actor(accounts.byLogin("eve").orElseThrow());

        assertThat(sessions.end(eve, desk)).isFalse();
        assertThat(sessions.list(eve)).isEmpty();
        assertThat(sessions.seen(desk)).isTrue();
    }

    @Test
    void endsTheOthersOrAll() {
        sessions.endOthers(admin, phone);
        assertThat(sessions.list(admin)).extracting(LoginSession::id).containsExactly(phone);

        sessions.endAll(Actor.server(), account().id());
        assertThat(sessions.list(admin)).isEmpty();
    }

    @Test
    void forgetsASessionThatNobodyHasSeenForLong() {
        clock.forward(Sessions.FORGOTTEN_AFTER);
        sessions.begin(account(), "", "192.0.2.3", "password");

        assertThat(sessions.list(admin)).hasSize(1);
    }

    @Test
    void tellsTheAuditOfEachLoginAndItsEnd() {
        sessions.over(phone);
        sessions.refused(account(), "192.0.2.9", "password");
        sessions.refused(null, "192.0.2.9", "password");

        sessions.end(admin, desk);

        assertThat(events.stream(ActivityNoted.class))
                .extracting(ActivityNoted::deed, ActivityNoted::name, noted -> noted.by()
                        .from())
                .containsExactly(
                        tuple(Deed.LOGGED_IN, "admin", "192.0.2.1"),
                        tuple(Deed.LOGGED_IN, "admin", "192.0.2.2"),
                        tuple(Deed.LOGGED_OUT, "admin", "192.0.2.2"),
                        tuple(Deed.LOGIN_FAILED, "admin", "192.0.2.9"),
                        tuple(Deed.LOGIN_FAILED, "", "192.0.2.9"),
                        tuple(Deed.SESSIONS_ENDED, "admin", null));
    }

    private Account account() {
        return accounts.byLogin("admin").orElseThrow();
    }
}
