package dev.lintel.domain.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.Suspensions;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Whoever forgot the password chooses another, alone or with the help of an administrator. */
class RecoveryIT extends MailedHouse {
    @Autowired
    Suspensions suspensions;

    @Autowired
    PasswordRecovery recovery;

    @Autowired
    RecoveryHelp help;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SettableClock clock;

    @Test
    @Tag("US-3")
    void whoeverForgotThePasswordChoosesANewOneByMail() {
        olenaLogsIn();
        recovery.ask(olena.toUpperCase(Locale.ROOT), address);
        String secret = secret(mail());

        assertThat(recovery.isGood(secret, address)).isTrue();
        assertThat(recovery.choose(secret, "ten white pelicans", address)).isTrue();

        assertThat(isThePassword("ten white pelicans")).isTrue();
        assertThat(recovery.isGood(secret, address)).isFalse();
        assertThat(recovery.choose(secret, "ten black pelicans", address)).isFalse();
    }

    @Test
    @Tag("US-3")
    void nobodyLearnsWhoHasAnAccount() {
        recovery.ask("nobody@example.org", address);
        recovery.ask("no address", address);

        assertThat(outbox.take(10)).isEmpty();
    }

    @Test
    @Tag("US-3")
    void aSuspendedPersonRecoversNothing() {
        olenaLogsIn();
        suspensions.suspend(SERVER, house, List.of("u1"));

        recovery.ask(olena, address);

        assertThat(outbox.take(10)).isEmpty();
    }

    @Test
    @Tag("SE-3")
    void nobodyRecoversAPasswordWhileRecoveryIsOff() {
        olenaLogsIn();
        recovery.ask(olena, address);
        String secret = secret(mail());
        assertThat(recovery.isOffered()).isTrue();

        set(true, false);

        assertThat(recovery.isOffered()).isFalse();
        assertThat(recovery.isGood(secret, address)).isFalse();
        assertThat(recovery.choose(secret, "ten white pelicans", address)).isFalse();
        recovery.ask(olena, address);
        assertThat(outbox.take(10)).isEmpty();
    }

    @Test
    @Tag("SE-3")
    void recoveryIsOfferedOnlyWhereMailGoesOut() {
        jdbc.update("delete from mail_server");

        assertThat(recovery.isOffered()).isFalse();
    }

    @Test
    @Tag("US-3")
    @Tag("SE-3")
    void anAdministratorHelpsAlsoWhereNobodyRecoversAPasswordAlone() {
        olenaLogsIn();
        set(true, false);

        assertThat(help.send(SERVER, house, "u1")).isEqualTo(olena);
        OutgoingMail mail = mail();

        assertThat(mail.to()).isEqualTo(olena);
        assertThat(recovery.isGood(secret(mail), address)).isTrue();
        assertThat(isThePassword(PASSWORD)).isTrue();
        assertThat(recovery.choose(secret(mail), "ten white pelicans", address)).isTrue();
        assertThat(isThePassword("ten white pelicans")).isTrue();
        assertThat(recovery.isGood(secret(mail), address)).isFalse();
        assertThat(jdbc.queryForList(
                        "select actor || ' ' || action from audit_entry where kind = 'account' order by id",
                        String.class))
                .endsWith("server RECOVERY_SENT", olena + " PASSWORD_CHANGED");
    }

    @Test
    @Tag("US-3")
    void aLinkFromAnAdministratorEndsAfterADayOrWithTheNextOne() {
        olenaLogsIn();
        help.send(SERVER, house, "u1");
        String first = secret(mail());
        help.send(SERVER, house, "u1");
        String second = secret(mail());
        assertThat(recovery.isGood(first, address)).isFalse();
        assertThat(recovery.isGood(second, address)).isTrue();

        clock.forward(RecoveryHelp.GOOD_FOR);

        assertThat(recovery.isGood(second, address)).isFalse();
        clock.set(SettableClock.START);
    }

    @Test
    @Tag("US-3")
    void aLinkFromAnAdministratorIsOfNoUseToTheSuspended() {
        olenaLogsIn();
        help.send(SERVER, house, "u1");
        String secret = secret(mail());
        suspensions.suspend(SERVER, house, List.of("u1"));

        assertThat(recovery.isGood(secret, address)).isFalse();
        assertRefused(() -> help.send(SERVER, house, "u1"), Reason.IS_SUSPENDED);
    }

    @Test
    @Tag("US-3")
    void whoeverHasNoAccountHasNoPasswordToForget() {
        assertRefused(() -> help.send(SERVER, house, "u1"), Reason.NO_ACCOUNT);
        assertThat(mails()).isEmpty();
    }

    @Test
    @Tag("US-3")
    void nobodyIsFloodedWithLinks() {
        olenaLogsIn();

        assertRefused(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        help.send(SERVER, house, "u1");
                    }
                },
                Reason.TOO_OFTEN);
        assertThat(mails().size()).isLessThan(10);
    }

    @Test
    @Tag("PR-2")
    void onlyWhoeverMayEditTheUserHelps() {
        olenaLogsIn();
        Actor looker = TestActors.ofProject(house, Permission.USER_VIEW);
        Actor stranger = TestActors.ofProject(-1, Permission.USER_VIEW, Permission.USER_EDIT);

        assertThatThrownBy(() -> help.send(looker, house, "u1")).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> help.send(stranger, house, "u1")).isInstanceOf(NoSuchUserException.class);
        assertThat(mails()).isEmpty();
    }

    private boolean isThePassword(String password) {
        return passwords.matches(password, accounts.byLogin(olena).orElseThrow().passwordHash());
    }
}
