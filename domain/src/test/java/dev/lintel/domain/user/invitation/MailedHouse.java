package dev.lintel.domain.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
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
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.user.people.Users;
import dev.lintel.domain.wire.FieldProblem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A house in which Olena lives, on a server that can send mail; a new house for each test. */
abstract class MailedHouse extends DatabaseIT {
    static final Actor SERVER = Actor.server();
    static final String PASSWORD = "nine grey pelicans";

    private static final Pattern LINK =
            Pattern.compile("https://doors\\.example\\.org/(?:welcome|recover|confirm)/([\\w-]+)");

    private static int houses;

    @Autowired
    Settings settings;

    @Autowired
    Sites sites;

    @Autowired
    Users users;

    @Autowired
    Accounts accounts;

    @Autowired
    MailOutbox outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    private AccountPasswords accountPasswords;

    long house;

    /** The e-mail address of {@code u1}, which nobody else has in any house. */
    String olena = "";

    /** Another network for each test, so that none has to wait for the tries of another. */
    String address = "";

    /** What the house was made from. */
    String site = "";

    @BeforeEach
    void aHouseWithMail(@Autowired MailSettings mail) throws IOException {
        houses++;
        olena = "olena" + houses + "@example.org";
        address = "192.0.2." + houses;
        site = TestSites.house(getClass().getSimpleName() + houses).replace("olena@example.org", olena);
        house = sites.load(SERVER, TestSites.file(site), false, part -> {}).project();
        set(true, true);
        jdbc.update("delete from mail_server");
        jdbc.update("delete from mail");
        mail.change(
                SERVER,
                new MailServer("localhost", 25, MailEncryption.NONE, null, "door@example.org", "", null, false),
                null,
                0);
    }

    void set(boolean registration, boolean recovery) {
        settings.change(
                SERVER, new SettingsDraft("Lintel", "", "https://doors.example.org", "en", registration, recovery));
    }

    /** Olena has an account with {@link #PASSWORD}. */
    Actor olenaLogsIn() {
        accountPasswords.open(house, "u1", olena, PASSWORD, Locale.ENGLISH);
        return accounts.actor(accounts.byLogin(olena).orElseThrow());
    }

    Person olenaNow() {
        return users.get(SERVER, house, "u1").orElseThrow();
    }

    /** All mails that wait, which are sent with that. */
    List<OutgoingMail> mails() {
        List<OutgoingMail> taken = outbox.take(100);
        taken.forEach(outbox::send);
        return taken;
    }

    /** The one mail that waits. */
    OutgoingMail mail() {
        List<OutgoingMail> taken = mails();
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }

    static boolean hasLink(OutgoingMail mail) {
        return LINK.matcher(mail.text().plain()).find();
    }

    /** The end of the link in a mail. */
    static String secret(OutgoingMail mail) {
        Matcher link = LINK.matcher(mail.text().plain());
        assertThat(link.find()).as(mail.text().plain()).isTrue();
        return link.group(1);
    }

    static void assertRefused(ThrowingCallable attempt, Reason reason) {
        assertThatThrownBy(attempt)
                .asInstanceOf(type(UserRefusedException.class))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(FieldProblem::reason)
                        .contains(reason));
    }
}
