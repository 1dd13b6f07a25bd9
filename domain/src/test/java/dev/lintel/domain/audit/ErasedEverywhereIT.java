package dev.lintel.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.audit.seal.ChainReport;
import dev.lintel.domain.audit.seal.LogVerification;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.sms.PhoneNumber;
import dev.lintel.domain.sms.ShortMessages;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.ApiTokens;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.domain.user.people.Deletions;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.Users;
import dev.lintel.domain.user.session.Sessions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** Olena leaves traces wherever a person can. After her erasure the whole database is searched for her. */
@Tag("SE-1")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class ErasedEverywhereIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    /** Parts of her names, her addresses, her telephone, her card as two readers write it, and where she was online. */
    private static final List<String> OLENA = List.of(
            "Olena",
            "olena",
            "Коваль",
            "Бойко",
            "555 0199",
            "Rose Lane",
            "12345678",
            "00BC614E",
            "192.0.2.77",
            "Pixel",
            "205550199",
            "+447700900");

    @Autowired
    Sites sites;

    @Autowired
    Users users;

    @Autowired
    Deletions deletions;

    @Autowired
    Invitations invitations;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    ApiTokens tokens;

    @Autowired
    PersonalPage page;

    @Autowired
    ShortMessages messages;

    @Autowired
    AccessService access;

    @Autowired
    DeviceRegistry devices;

    @Autowired
    LogVerification verification;

    @Autowired
    JdbcTemplate jdbc;

    private long project;

    @BeforeEach
    void aLifeInTheHouse(@Autowired Settings settings, @Autowired MailSettings mail) throws IOException {
        settings.change(SERVER, new SettingsDraft("Lintel", "", "https://doors.example.org", "en", true, true));
        mail.change(
                SERVER,
                new MailServer("localhost", 25, MailEncryption.NONE, null, "door@example.org", "", null, false),
                null,
                0);
        project = sites.load(SERVER, TestSites.file(TestSites.house("home")), false, part -> {})
                .project();
        Person olena = users.get(SERVER, project, "u1").orElseThrow();
        users.edit(
                SERVER,
                project,
                "u1",
                olena.version(),
                new PersonDraft(
                        "Olena Бойко",
                        "olena.new@example.org",
                        BuiltInProfile.USER.code(),
                        List.of("g2"),
                        "+44 20 555 0199",
                        "1 Rose Lane",
                        null));
        users.create(SERVER, project, PersonDraft.of("Ivan", null, BuiltInProfile.USER.code(), List.of("g2")));
        invitations.send(SERVER, project, "u1");
        jdbc.update("update mail set state = 'SENT', content = null, answer = '250 olena.new@example.org accepted'");
        invitations.send(SERVER, project, "u1");
        goesOnline();
        writesMessages();
        passesDoors();
        isReviewed();
    }

    /** She reviews rights, her own among them. */
    private void isReviewed() {
        Long review = jdbc.queryForObject("""
                insert into access_review (project_id, name, scope, scope_id, subject, reviewer, reviewer_login, reviewer_name,
                    verifier, verifier_login, verifier_name, due, started, started_by, sent_back)
                select ?, 'Spring', 'GROUP', 'g2', 'Flat 1', id, login, name, 0, 'server', 'server', '2026-06-01', now(), login,
                    'Olena Бойко is late'
                from account where login = 'olena.new@example.org' returning id""", Long.class, project);
        jdbc.update(
                "insert into access_review_restriction values (?, ?, 'r1', 'Front door', '{}', '{}')", project, review);
        jdbc.update("""
                insert into access_review_right (project_id, review_id, number, holder, person_id, person_name, identifier_id,
                    identifier_type, label, restriction_id, via, via_id, via_name, also, comment)
                values (?, ?, 1, 'IDENTIFIER', 'u1', 'Olena Бойко', 'i1', 'CARD', 'Olena''s card', 'r1', 'IDENTIFIER', 'i1',
                    'Olena Бойко', '{Flat 1,Olena Бойко}', 'Olena Бойко has two')""", project, review);
    }

    private void goesOnline() throws IOException {
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale, project_id, person_id, name)
                values ('olena.new@example.org', '', false, 'en', ?, 'u1', 'Olena Бойко')\
                """, project);
        Account account = accounts.byLogin("olena.new@example.org").orElseThrow();
        Actor known = accounts.actor(account);
        Actor olena = new Actor(known.name(), known.account(), known.permissions(), known.membership(), "192.0.2.77");
        sessions.begin(account, "Pixel", "192.0.2.77", "password");
        sessions.refused(account, "192.0.2.77", "password");
        tokens.issue(olena, "Olena's kitchen", Set.of(), null);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", picture);
        page.changePhoto(olena, picture.toByteArray());
    }

    /** One to her, one that she sent to a visitor, and one about an identifier of hers. */
    private void writesMessages() {
        Account account = accounts.byLogin("olena.new@example.org").orElseThrow();
        messages.queue(SERVER, project, "elsewhere", new PhoneNumber("+44205550199"), "a", Duration.ofHours(1));
        messages.queue(
                accounts.actor(account), project, "gone", new PhoneNumber("+447700900123"), "b", Duration.ofHours(1));
        jdbc.update(
                "update sms set state = 'SENT', text = null, answer = '+447700900123 taken' where record_id = 'gone'");
        messages.queue(SERVER, project, "i1", new PhoneNumber("+447700900124"), "c", Duration.ofHours(1));
        messages.queue(SERVER, project, "other", new PhoneNumber("+15550100000"), "d", Duration.ofHours(1));
    }

    private void passesDoors() {
        access.ask(
                new AccessRequest("home-1", null, null, IdentifierType.CARD, "00BC614E", SettableClock.START),
                new RequestOrigin(Channel.MQTT, null, null));
        event("1", Map.of("card", "12345678", "lock", 1));
        event("2", Map.of("identifier", Map.of("type", "card", "value", 12345678)));
    }

    private void event(String key, Map<String, Object> details) {
        devices.record(
                new DeviceEvent("home-1", key, "access", "access_granted_by_card", SettableClock.START, details));
    }

    @Test
    void nothingThatTellsOfThemIsLeftInTheDatabase() {
        List<String> before = Tables.rows(jdbc);
        assertThat(OLENA).allSatisfy(trace -> assertThat(before).anyMatch(row -> row.contains(trace)));

        deletions.erase(SERVER, project, List.of("u1"));

        assertThat(Tables.rows(jdbc)).allSatisfy(row -> assertThat(row).doesNotContain(OLENA));
        assertThat(jdbc.queryForObject("select count(*) from person_photo", Long.class))
                .isZero();
        assertThat(jdbc.queryForList("select state from sms where recipient = '…' and text is null", String.class))
                .containsExactlyInAnyOrder("FAILED", "SENT", "FAILED");
        assertThat(jdbc.queryForList("select recipient from sms where state = 'QUEUED'", String.class))
                .containsExactly("+15550100000");
        assertThat(jdbc.queryForList("select distinct state from mail", String.class))
                .containsExactlyInAnyOrder("SENT", "FAILED");
        await().untilAsserted(() -> assertThat(reports()).allMatch(report -> report.waiting() == 0));
        assertThat(reports()).allMatch(ChainReport::isWhole);
        assertThat(Tables.rows(jdbc)).allSatisfy(row -> assertThat(row).doesNotContain(OLENA));
    }

    private List<ChainReport> reports() {
        return verification.verify(SERVER, List.of(), progress -> {});
    }
}
