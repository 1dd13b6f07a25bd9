package dev.lintel.domain.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.domain.user.PasswordRefusedException;
import dev.lintel.domain.user.invitation.EmailConfirmation.Outcome;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.Suspensions;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new e-mail address is in force when its owner has confirmed it, and not a moment earlier. */
@Tag("US-1")
class EmailChangesIT extends MailedHouse {
    @Autowired
    Suspensions suspensions;

    @Autowired
    PersonalPage page;

    @Autowired
    PasswordRecovery recovery;

    @Autowired
    EmailChanges changes;

    @Autowired
    EmailConfirmation confirmation;

    @Autowired
    SettableClock clock;

    private String fresh = "";
    private Actor main = SERVER;

    @BeforeEach
    void olenaHasAnAccount() {
        fresh = "new." + olena;
        main = olenaLogsIn();
    }

    @Test
    void theOldAddressStaysUntilTheNewOneIsConfirmed() {
        changes.ask(main, " " + fresh + " ", PASSWORD);
        List<OutgoingMail> mails = mails();

        assertThat(page.email(main)).contains(olena);
        assertThat(changes.waiting(main))
                .get()
                .extracting(EmailChange::email, EmailChange::isOver)
                .containsExactly(fresh, false);
        assertThat(mails).extracting(OutgoingMail::to).containsExactlyInAnyOrder(fresh, olena);
        assertThat(to(olena, mails).text().plain()).contains(fresh);
        assertThat(hasLink(to(olena, mails))).isFalse();

        String secret = secret(to(fresh, mails));
        assertThat(Tables.rows(jdbc)).noneMatch(row -> row.contains(secret));
        assertThat(confirmation.open(secret, address)).contains(fresh);
        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.CONFIRMED);

        assertThat(accounts.byLogin(olena)).isEmpty();
        Actor again = accounts.actor(accounts.byLogin(fresh).orElseThrow());
        assertThat(again.account()).isEqualTo(main.account());
        assertThat(olenaNow().user().email()).isEqualTo(fresh);
        assertThat(changes.waiting(again)).isEmpty();
        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
    }

    @Test
    void itCostsThePassword() {
        assertThatThrownBy(() -> changes.ask(main, fresh, "nine pink pelicans"))
                .isInstanceOf(PasswordRefusedException.class);
        assertThat(changes.waiting(main)).isEmpty();
        assertThat(mails()).isEmpty();
    }

    @Test
    void whoeverEditsAUserAsksTooAndEverythingElseIsStoredAtOnce() {
        Person before = olenaNow();
        PersonDraft draft = before.draft().withEmail(fresh);
        Person after = users.edit(
                SERVER,
                house,
                "u1",
                before.version(),
                new PersonDraft("Olena", fresh, draft.profile(), draft.groups(), "", "", null));

        assertThat(after.user().name()).isEqualTo("Olena");
        assertThat(after.user().email()).isEqualTo(olena);
        assertThat(after.newEmail()).isEqualTo(fresh);
        assertThat(changes.waiting(SERVER, house, "u1")).isPresent();
        assertThat(mails()).hasSize(2);

        assertThat(changes.cancel(SERVER, house, "u1")).isTrue();
        assertThat(changes.cancel(SERVER, house, "u1")).isFalse();
        assertThat(olenaNow().newEmail()).isNull();
    }

    @Test
    void nobodyLosesTheAddressTheyLogInWith() {
        assertRefused(
                () -> users.edit(
                        SERVER,
                        house,
                        "u1",
                        olenaNow().version(),
                        olenaNow().draft().withEmail(null)),
                Reason.MISSING);
    }

    @Test
    void noSiteFileGivesAnAccountAnotherAddress() {
        String readdressed = site.replace(olena, fresh);
        String without = site.replace("\"email\":\"" + olena + "\",", "");

        for (String file : List.of(readdressed, without)) {
            assertThatThrownBy(() -> sites.plan(SERVER, TestSites.file(file), false))
                    .asInstanceOf(type(SiteFileException.class))
                    .satisfies(refused -> assertThat(refused.problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.field()).isEqualTo("email"))
                            .satisfies(
                                    problem -> assertThat(file.lines().toList().get(problem.line() - 1))
                                            .contains("\"kind\":\"user\"", "\"id\":\"u1\""))
                            .satisfies(problem -> assertThat(problem.reason()).contains("\"u1\"", olena)));
            assertThatThrownBy(() -> sites.load(SERVER, TestSites.file(file), true, part -> {}))
                    .isInstanceOf(SiteFileException.class);
        }
        assertThat(olenaNow().user().email()).isEqualTo(olena);
        assertThat(accounts.byLogin(olena)).isPresent();
    }

    @Test
    void aSiteFileMayGiveAnotherAddressToWhoeverHasNoAccountYet() throws IOException {
        jdbc.update("delete from account where person_id = 'u1' and project_id = ?", house);

        sites.load(SERVER, TestSites.file(site.replace(olena, fresh)), false, part -> {});

        assertThat(olenaNow().user().email()).isEqualTo(fresh);
    }

    @Test
    void aNewMailEndsTheLinkInTheOneBefore() {
        changes.ask(main, fresh, PASSWORD);
        String first = secret(to(fresh, mails()));
        changes.sendAgain(main);
        List<OutgoingMail> again = mails();

        assertThat(again).extracting(OutgoingMail::to).containsExactly(fresh);
        assertThat(confirmation.open(first, address)).isEmpty();
        assertThat(confirmation.open(secret(again.getFirst()), address)).isPresent();
    }

    @Test
    void theLinkEndsAfterADayAndIsOfNoUseToTheSuspended() {
        changes.ask(main, fresh, PASSWORD);
        String secret = secret(to(fresh, mails()));
        suspensions.suspend(SERVER, house, List.of("u1"));
        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
        suspensions.reinstate(SERVER, house, List.of("u1"));
        assertThat(confirmation.open(secret, address)).isPresent();

        clock.forward(EmailChange.GOOD_FOR);

        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
        assertThat(changes.waiting(main)).get().matches(EmailChange::isOver);
        assertThat(page.email(main)).contains(olena);
        clock.set(SettableClock.START);
    }

    @Test
    void whoeverTookTheAddressInTheMeantimeKeepsIt() {
        changes.ask(main, fresh, PASSWORD);
        String secret = secret(to(fresh, mails()));
        users.create(SERVER, house, PersonDraft.of("Eve", fresh.toUpperCase(Locale.ROOT), "user", List.of("g2")));

        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.TAKEN);
        assertThat(page.email(main)).contains(olena);
        assertRefused(() -> changes.ask(main, fresh, PASSWORD), Reason.TAKEN);
    }

    @Test
    void whoeverRecoversTheAccountByTheOldAddressKeepsThat() {
        changes.ask(main, fresh, PASSWORD);
        String secret = secret(to(fresh, mails()));
        recovery.ask(olena, address);
        assertThat(recovery.choose(secret(mail()), "ten white pelicans", address))
                .isTrue();

        assertThat(confirmation.confirm(secret, address)).isEqualTo(Outcome.NOT_GOOD);
    }

    @Test
    void mailIsNotSentWithoutEnd() {
        assertRefused(
                () -> {
                    for (int i = 0; i < 50; i++) {
                        changes.ask(main, fresh, PASSWORD);
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

    private static OutgoingMail to(String recipient, List<OutgoingMail> mails) {
        return mails.stream()
                .filter(mail -> mail.to().equals(recipient))
                .findFirst()
                .orElseThrow();
    }
}
