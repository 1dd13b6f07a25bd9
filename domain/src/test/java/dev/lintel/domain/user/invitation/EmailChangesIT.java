package dev.lintel.domain.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailOutbox;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.AccountPasswords;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.invitation.EmailConfirmation.Outcome;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.Suspensions;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.user.people.Users;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A new e-mail address is in force when its owner has confirmed it, and not a moment earlier. */
@Tag("US-1")
class EmailChangesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final String PASSWORD = "nine grey pelicans";
    private static final Pattern LINK = Pattern.compile("https://doors\\.example\\.org/confirm/([\\w-]+)");

    @Autowired
    Sites sites;

    @Autowired
    Users users;

    @Autowired
    Suspensions suspensions;

    @Autowired
    Accounts accounts;

    @Autowired
    PersonalPage page;

    @Autowired
    PasswordRecovery recovery;

    @Autowired
    EmailChanges changes;

    @Autowired
    EmailConfirmation confirmation;

    @Autowired
    MailOutbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private static int houses;

    private long house;
    private String old = "";
    private String fresh = "";

    /** Another network for each test, so that none has to wait for the tries of another. */
    private String address = "";

    private Actor olena = SERVER;

    @BeforeEach
    void olenaHasAnAccount(
            @Autowired Settings settings, @Autowired MailSettings mail, @Autowired AccountPasswords passwords)
            throws IOException {
        houses++;
        old = "olena" + houses + "@old.example.org";
        fresh = "olena" + houses + "@new.example.org";
        address = "198.51.100." + houses;
        house = sites.load(
                        SERVER,
                        TestSites.file(TestSites.house("readdressed" + houses).replace("olena@example.org", old)),
                        false,
                        part -> {})
                .project();
        settings.change(SERVER, new SettingsDraft("Lintel", "", "https://doors.example.org", "en", true, true));
        jdbc.update("delete from mail_server");
        jdbc.update("delete from mail");
        mail.change(
                SERVER,
                new MailServer("localhost", 25, MailEncryption.NONE, null, "door@example.org", "", null, false),
                null,
                0);
        passwords.open(house, "u1", old, PASSWORD, Locale.ENGLISH);
        olena = accounts.actor(accounts.byLogin(old).orElseThrow());
    }

    @Test
    void theOldAddressStaysUntilTheNewOneIsConfirmed() {
        changes.ask(olena, " " + fresh + " ", PASSWORD);
        List<OutgoingMail> mails = mails();

        assertThat(page.email(olena)).contains(old);
        assertThat(changes.waiting(olena))
                .get()
                .extracting(EmailChange::email, EmailChange::isOver)
                .containsExactly(fresh, false);
        assertThat(mails).extracting(OutgoingMail::to).containsExactlyInAnyOrder(fresh, old);
        assertThat(to(old, mails).text().plain()).contains(fresh);
        assertThat(LINK.matcher(to(old, mails).text().plain()).find()).isFalse();

        String secret = secret(to(fresh, mails));
        assertThat(Tables.rows(jdbc)).noneMatch(row -> row.contains(secret));
        assertThat(confirmation.open(secret, address)).contains(fresh);
        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.CONFIRMED);

        assertThat(accounts.byLogin(old)).isEmpty();
        Actor again = accounts.actor(accounts.byLogin(fresh).orElseThrow());
        assertThat(again.account()).isEqualTo(olena.account());
        assertThat(person().user().email()).isEqualTo(fresh);
        assertThat(changes.waiting(again)).isEmpty();
        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
    }

    @Test
    void itCostsThePassword() {
        assertThatThrownBy(() -> changes.ask(olena, fresh, "nine pink pelicans"))
                .isInstanceOf(PasswordRefusedException.class);
        assertThat(changes.waiting(olena)).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void whoeverEditsAUserAsksTooAndEverythingElseIsStoredAtOnce() {
        Person before = person();
        PersonDraft draft = before.draft().withEmail(fresh);
        Person after = users.edit(
                SERVER,
                house,
                "u1",
                before.version(),
                new PersonDraft("Olena", fresh, draft.profile(), draft.groups(), "", "", null));

        assertThat(after.user().name()).isEqualTo("Olena");
        assertThat(after.user().email()).isEqualTo(old);
        assertThat(after.newEmail()).isEqualTo(fresh);
        assertThat(changes.waiting(SERVER, house, "u1")).isPresent();
        assertThat(mails()).hasSize(2);

        assertThat(changes.cancel(SERVER, house, "u1")).isTrue();
        assertThat(changes.cancel(SERVER, house, "u1")).isFalse();
        assertThat(person().newEmail()).isNull();
    }

    @Test
    void nobodyLosesTheAddressTheyLogInWith() {
        assertRefused(
                () -> users.edit(
                        SERVER,
                        house,
                        "u1",
                        person().version(),
                        person().draft().withEmail(null)),
                Reason.MISSING);
    }

    @Test
    void aNewMailEndsTheLinkInTheOneBefore() {
        changes.ask(olena, fresh, PASSWORD);
        String first = secret(to(fresh, mails()));
        changes.sendAgain(olena);
        List<OutgoingMail> again = mails();

        assertThat(again).extracting(OutgoingMail::to).containsExactly(fresh);
        assertThat(confirmation.open(first, address)).isEmpty();
        assertThat(confirmation.open(secret(again.getFirst()), address)).isPresent();
    }

    @Test
    void theLinkEndsAfterADayAndIsOfNoUseToTheSuspended() {
        changes.ask(olena, fresh, PASSWORD);
        String secret = secret(to(fresh, mails()));
        suspensions.suspend(SERVER, house, List.of("u1"));
        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
        suspensions.reinstate(SERVER, house, List.of("u1"));
        assertThat(confirmation.open(secret, address)).isPresent();

        clock.forward(EmailChange.GOOD_FOR);

        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
        assertThat(changes.waiting(olena)).get().matches(EmailChange::isOver);
        assertThat(page.email(olena)).contains(old);
        clock.set(SettableClock.START);
    }

    @Test
    void whoeverTookTheAddressInTheMeantimeKeepsIt() {
        changes.ask(olena, fresh, PASSWORD);
        String secret = secret(to(fresh, mails()));
        users.create(SERVER, house, PersonDraft.of("Eve", fresh.toUpperCase(Locale.ROOT), "user", List.of("g2")));

        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.TAKEN);
        assertThat(page.email(olena)).contains(old);
        assertRefused(() -> changes.ask(olena, fresh, PASSWORD), Reason.TAKEN);
    }

    @Test
    void whoeverRecoversTheAccountByTheOldAddressKeepsThat() {
        changes.ask(olena, fresh, PASSWORD);
        String secret = secret(to(fresh, mails()));
        recovery.ask(old, address);
        Matcher link = Pattern.compile("/recover/([\\w-]+)")
                .matcher(mails().getFirst().text().plain());
        assertThat(link.find()).isTrue();

        assertThat(recovery.choose(link.group(1), "ten white pelicans", address))
                .isTrue();

        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
    }

    @Test
    void mailIsNotSentWithoutEnd() {
        assertRefused(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        changes.ask(olena, fresh, PASSWORD);
                    }
                },
                Reason.TOO_OFTEN);
        assertThat(mails().size()).isLessThan(30);
    }

    @Test
    void guessingIsSlow() {
        assertThatThrownBy(() -> {
                    for (int guess = 0; guess < 100; guess++) {
                        confirmation.confirm("guess" + guess, address);
                    }
                })
                .isInstanceOf(TooManyProofsException.class);
    }

    private Person person() {
        return users.get(SERVER, house, "u1").orElseThrow();
    }

    private List<OutgoingMail> mails() {
        List<OutgoingMail> taken = outbox.take(100);
        taken.forEach(outbox::send);
        return taken;
    }

    private static OutgoingMail to(String recipient, List<OutgoingMail> mails) {
        return mails.stream()
                .filter(mail -> mail.to().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private static String secret(OutgoingMail mail) {
        Matcher link = LINK.matcher(mail.text().plain());
        assertThat(link.find()).as(mail.text().plain()).isTrue();
        return link.group(1);
    }

    private static void assertRefused(ThrowingCallable attempt, Reason reason) {
        assertThatThrownBy(attempt)
                .asInstanceOf(type(UserRefusedException.class))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(UserRefusedException.Problem::reason)
                        .contains(reason));
    }
}
