package dev.lintel.domain.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.Together;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.people.Family;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Suspensions;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.user.people.UserStatus;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;

class InvitationsIT extends MailedHouse {
    private static final Pattern CODE = Pattern.compile("\\b\\d{4} \\d{4}\\b");

    @Autowired
    Family family;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Invitations invitations;

    @Autowired
    Registration registration;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    SettableClock clock;

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
        assertThat(jdbc.queryForList(
                        "select record_id from notification where kind = 'USER_REGISTERED' and project_id = ?",
                        String.class,
                        house))
                .containsExactly("u1");
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
    void whoeverIsInTwoProjectsByOneAddressComesInOnce() throws Exception {
        invitations.send(SERVER, house, "u1");
        String early = secret(mail());
        long second = sites.load(SERVER, TestSites.file(site.replace("InvitationsIT", "Other")), false, part -> {})
                .project();
        invitations.send(SERVER, second, "u1");
        registration.register(new Proof.Link(secret(mail())), PASSWORD, Locale.ENGLISH, address);

        assertThat(registration.register(new Proof.Link(early), PASSWORD, Locale.ENGLISH, address))
                .isEmpty();
        assertRefused(() -> invitations.send(SERVER, house, "u1"), Reason.TAKEN);
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
        assertThat(outcome.left()).extracting(Invitations.Left::name).containsExactly("Child");
    }

    @Test
    @Tag("US-5")
    void aMainUserInvitesTheFamilyAndTheFamilyInvitesNobody() {
        Actor main = registered();
        Person child = family.add(main, house, "u1", "Child", "child." + olena);

        invitations.send(main, house, child.id());
        registration.register(new Proof.Link(secret(mail())), PASSWORD, Locale.ENGLISH, address);

        Actor member = accounts.actor(accounts.byLogin("child." + olena).orElseThrow());
        assertThat(family.mayHaveOne(member)).isFalse();
        assertThatThrownBy(() -> family.add(member, house, child.id(), "Friend", null))
                .isInstanceOf(UserRefusedException.class);
        assertThatThrownBy(() -> invitations.send(member, house, "u1"))
                .isInstanceOf(dev.lintel.domain.permission.PermissionDeniedException.class);
    }

    @Test
    @Tag("SE-3")
    void nobodyIsInvitedOrRegistersWhileRegistrationIsOff() {
        invitations.send(SERVER, house, "u1");
        Proof.Link link = new Proof.Link(secret(mail()));

        set(false, true);

        assertThatThrownBy(() -> invitations.send(SERVER, house, "u1")).hasMessage("user registration-off");
        assertThat(registration.open(link, address)).isEmpty();
        assertThat(registration.register(link, PASSWORD, Locale.ENGLISH, address))
                .isEmpty();
        set(true, true);
        assertThat(registration.open(link, address)).isPresent();
    }

    private Actor registered() {
        invitations.send(SERVER, house, "u1");
        registration.register(new Proof.Link(secret(mail())), PASSWORD, Locale.ENGLISH, address);
        return accounts.actor(accounts.byLogin(olena).orElseThrow());
    }

    private UserStatus status() {
        return olenaNow().status();
    }

    private static String code(OutgoingMail mail) {
        Matcher code = CODE.matcher(mail.text().plain());
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
