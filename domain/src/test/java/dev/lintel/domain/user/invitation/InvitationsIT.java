package dev.lintel.domain.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.Together;
import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailOutbox;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.people.Family;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Suspensions;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserStatus;
import dev.lintel.domain.user.people.Users;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;

class InvitationsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final String PASSWORD = "nine grey pelicans";
    private static final Pattern LINK = Pattern.compile("https://doors\\.example\\.org/(welcome|recover)/([\\w-]+)");
    private static final Pattern CODE = Pattern.compile("\\b\\d{4} \\d{4}\\b");

    @Autowired
    Settings settings;

    @Autowired
    Sites sites;

    @Autowired
    Users users;

    @Autowired
    Family family;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Invitations invitations;

    @Autowired
    Registration registration;

    @Autowired
    PasswordRecovery recovery;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    MailOutbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private static int houses;

    private long house;
    private String olena = "";

    /** Another network for each test, so that none has to wait for the tries of another. */
    private String address = "";

    @BeforeEach
    void aHouseWithMail(@Autowired MailSettings mail) throws IOException {
        houses++;
        olena = "olena" + houses + "@example.org";
        address = "192.0.2." + houses;
        house = sites.load(
                        SERVER,
                        TestSites.file(TestSites.house("invited" + houses).replace("olena@example.org", olena)),
                        false,
                        part -> {})
                .project();
        settings.change(SERVER, settings(true, true));
        jdbc.update("delete from mail_server");
        jdbc.update("delete from mail");
        mail.change(
                SERVER,
                new MailServer("localhost", 25, MailEncryption.NONE, null, "door@example.org", "", null, false),
                null,
                0);
    }

    @Test
    @Tag("US-2")
    @Tag("US-3")
    void anInvitationMakesAnAccountOnce() {
        invitations.send(SERVER, house, "u1");
        OutgoingMail mail = mail();
        Proof.Link link = new Proof.Link(secret(mail));

        assertThat(mail.to()).isEqualTo(olena);
        assertThat(mail.images()).hasSize(1);
        assertThat(status()).isEqualTo(UserStatus.INVITED);
        assertThat(registration.open(link, address)).contains(new Registration.Welcome("Olena Коваль", olena));
        assertThat(Tables.rows(jdbc)).noneMatch(row -> row.contains(link.secret()));
        assertThatThrownBy(() -> registration.register(link, "short", Locale.ENGLISH, address))
                .isInstanceOf(PasswordRefusedException.class);
        assertThat(registration.register(link, PASSWORD, Locale.of("uk"), address))
                .isPresent();

        Account account = accounts.byLogin(olena).orElseThrow();
        assertThat(passwords.matches(PASSWORD, account.passwordHash())).isTrue();
        assertThat(account.locale()).isEqualTo(Locale.of("uk"));
        assertThat(accounts.actor(account).permissions()).isEqualTo(BuiltInProfile.USER.permissions());
        assertThat(status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(registration.open(link, address)).isEmpty();
        assertThat(registration.register(link, PASSWORD, Locale.ENGLISH, address))
                .isEmpty();
        assertThatThrownBy(() -> invitations.send(SERVER, house, "u1")).isInstanceOf(UserRefusedException.class);
    }

    @Test
    @Tag("US-3")
    void ofManyWhoUseOneLinkAtOnceOneGetsIn() throws Exception {
        invitations.send(SERVER, house, "u1");
        Proof.Link link = new Proof.Link(secret(mail()));

        List<Optional<Registration.Welcome>> in =
                Together.run(4, () -> registration.register(link, PASSWORD, Locale.ENGLISH, address));

        assertThat(in).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    @Tag("US-2")
    void aNewInvitationEndsTheOneBefore() {
        invitations.send(SERVER, house, "u1");
        Proof.Link old = new Proof.Link(secret(mail()));
        invitations.send(SERVER, house, "u1");

        assertThat(registration.open(old, address)).isEmpty();
        assertThat(registration.open(new Proof.Link(secret(mail())), address)).isPresent();
    }

    @Test
    @Tag("US-2")
    void anInvitationEndsAfterAWeekOrWhenThePersonIsSuspended() {
        invitations.send(SERVER, house, "u1");
        Proof.Link link = new Proof.Link(secret(mail()));
        suspensions.suspend(SERVER, house, List.of("u1"));
        assertThat(registration.open(link, address)).isEmpty();
        suspensions.reinstate(SERVER, house, List.of("u1"));
        assertThat(registration.open(link, address)).isPresent();

        clock.forward(Invitation.GOOD_FOR);

        assertThat(registration.open(link, address)).isEmpty();
        assertThat(status()).isEqualTo(UserStatus.INVITATION_EXPIRED);
        clock.set(SettableClock.START);
    }

    @Test
    @Tag("US-3")
    void theCodeIsAsGoodAsTheLinkUntilSomebodyGuesses() {
        invitations.send(SERVER, house, "u1");
        String code = code(mail());
        assertThat(registration.open(new Proof.Code(olena, code), address)).isPresent();
        assertThat(registration.open(new Proof.Code("nobody@example.org", code), address))
                .isEmpty();

        for (int guess = 0; guess < 10; guess++) {
            clock.forward(Duration.ofHours(1));
            assertThat(registration.open(new Proof.Code(olena, "0000 000" + guess), address))
                    .isEmpty();
        }

        clock.forward(Duration.ofHours(1));
        assertThat(registration.open(new Proof.Code(olena, code), address)).isEmpty();
        clock.set(SettableClock.START);
    }

    @Test
    @Tag("US-3")
    void guessingIsSlow() {
        assertThatThrownBy(() -> {
                    for (int guess = 0; guess < 100; guess++) {
                        registration.open(new Proof.Link("guess" + guess), address);
                    }
                })
                .isInstanceOf(TooManyProofsException.class);
    }

    @Test
    @Tag("US-2")
    void saysWhoCannotBeInvitedAndInvitesTheOthers() {
        Person child = family.add(SERVER, house, "u1", "Child", null);

        Invitations.Outcome outcome = invitations.sendAll(SERVER, house, List.of("u1", child.id()));

        assertThat(outcome.invited()).isEqualTo(1);
        assertThat(outcome.left())
                .extracting(UserRefusedException.Problem::value)
                .containsExactly("Child");
    }

    @Test
    @Tag("US-5")
    void aMainUserInvitesTheFamilyAndTheFamilyInvitesNobody() {
        Actor main = registered();
        Person child = family.add(main, house, "u1", "Child", "child" + houses + "@example.org");

        invitations.send(main, house, child.id());
        registration.register(new Proof.Link(secret(mail())), PASSWORD, Locale.ENGLISH, address);

        Actor member = accounts.actor(
                accounts.byLogin("child" + houses + "@example.org").orElseThrow());
        assertThat(family.mayHaveOne(member)).isFalse();
        assertThatThrownBy(() -> family.add(member, house, child.id(), "Friend", null))
                .isInstanceOf(UserRefusedException.class);
        assertThatThrownBy(() -> invitations.send(member, house, "u1"))
                .isInstanceOf(dev.lintel.domain.permission.PermissionDeniedException.class);
    }

    @Test
    @Tag("US-3")
    void whoeverForgotThePasswordChoosesANewOneByMail() {
        registered();
        recovery.ask(olena.toUpperCase(Locale.ROOT), address);
        String secret = secret(mail());

        assertThat(recovery.isGood(secret, address)).isTrue();
        assertThat(recovery.choose(secret, "ten white pelicans", address)).isTrue();

        assertThat(passwords.matches(
                        "ten white pelicans",
                        accounts.byLogin(olena).orElseThrow().passwordHash()))
                .isTrue();
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
        registered();
        suspensions.suspend(SERVER, house, List.of("u1"));

        recovery.ask(olena, address);

        assertThat(outbox.take(10)).isEmpty();
    }

    @Test
    @Tag("SE-3")
    void nobodyIsInvitedOrRegistersWhileRegistrationIsOff() {
        invitations.send(SERVER, house, "u1");
        Proof.Link link = new Proof.Link(secret(mail()));

        settings.change(SERVER, settings(false, true));

        assertThatThrownBy(() -> invitations.send(SERVER, house, "u1")).hasMessage("user registration-off");
        assertThat(registration.open(link, address)).isEmpty();
        assertThat(registration.register(link, PASSWORD, Locale.ENGLISH, address))
                .isEmpty();
        settings.change(SERVER, settings(true, true));
        assertThat(registration.open(link, address)).isPresent();
    }

    @Test
    @Tag("SE-3")
    void nobodyRecoversAPasswordWhileRecoveryIsOff() {
        registered();
        recovery.ask(olena, address);
        String secret = secret(mail());
        assertThat(recovery.isOffered()).isTrue();

        settings.change(SERVER, settings(true, false));

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

    private static SettingsDraft settings(boolean registration, boolean recovery) {
        return new SettingsDraft("Lintel", "", "https://doors.example.org", "en", registration, recovery);
    }

    private Actor registered() {
        invitations.send(SERVER, house, "u1");
        registration.register(new Proof.Link(secret(mail())), PASSWORD, Locale.ENGLISH, address);
        return accounts.actor(accounts.byLogin(olena).orElseThrow());
    }

    private UserStatus status() {
        return users.get(SERVER, house, "u1").orElseThrow().status();
    }

    private OutgoingMail mail() {
        List<OutgoingMail> taken = outbox.take(10);
        assertThat(taken).hasSize(1);
        taken.forEach(outbox::send);
        return taken.getFirst();
    }

    private static String secret(OutgoingMail mail) {
        Matcher link = LINK.matcher(mail.text().plain());
        assertThat(link.find()).as(mail.text().plain()).isTrue();
        return link.group(2);
    }

    private static String code(OutgoingMail mail) {
        Matcher code = CODE.matcher(mail.text().plain());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
