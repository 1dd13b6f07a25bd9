package dev.lintel.domain.guestpass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.sms.ScriptedSms;
import dev.lintel.domain.sms.ShortMessages;
import dev.lintel.domain.sms.SmsAccount;
import dev.lintel.domain.sms.SmsAnswer;
import dev.lintel.domain.sms.SmsDelivery;
import dev.lintel.domain.sms.SmsOutbox;
import dev.lintel.domain.sms.SmsProblem;
import dev.lintel.domain.sms.SmsSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("GA-3")
class TextedPassesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final SmsAccount ACCOUNT = new SmsAccount("AC" + "1".repeat(32), "Doors");

    @Autowired
    Sites sites;

    @Autowired
    Settings settings;

    @Autowired
    SmsSettings smsSettings;

    @Autowired
    GuestPasses passes;

    @Autowired
    TextedPasses texted;

    @Autowired
    SmsOutbox outbox;

    @Autowired
    ScriptedSms carrier;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private long house;

    @SuppressWarnings("NullAway.Init") // made before each test
    private GuestPass pass;

    @BeforeEach
    void aPass() throws Exception {
        clock.set(SettableClock.START);
        jdbc.update("delete from sms");
        jdbc.update("delete from sms_account");
        carrier.sent.clear();
        carrier.answer = new SmsAnswer.Taken("SM1");
        settings.change(SERVER, new SettingsDraft("H", "", "https://doors.example.org", "en", true, true));
        house = sites.load(SERVER, TestSites.file(TestSites.house("sms")), false, progress -> {})
                .project();
        pass = passes.create(SERVER, house, GuestPassDraft.usual("u1", List.of("r1"), Locale.ENGLISH, clock.instant()));
    }

    @Test
    void goesOutOnceWithTheLinkAndIsForgottenWhenItIsSent() {
        set();
        SmsDelivery queued = texted.send(SERVER, house, pass.id(), "+44 20 7946 0000");

        assertThat(queued.state()).isEqualTo(SmsDelivery.State.QUEUED);
        assertThat(stored()).doesNotContain("/g/");
        assertThat(sent())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Doors tok +442079460000 sms https://doors.example.org/g/");
        assertThat(sent()).isEmpty();
        assertThat(texted.latest(SERVER, house, pass.id()).orElseThrow().state())
                .isEqualTo(SmsDelivery.State.SENT);
        assertThat(jdbc.queryForObject("select text is null from sms", Boolean.class))
                .isTrue();
    }

    @Test
    void isTriedAgainWhenThatMayHelpAndNotWhenItCannot() {
        set();
        texted.send(SERVER, house, pass.id(), "+442079460000");
        carrier.answer = new SmsAnswer.Refused(SmsProblem.UNREACHABLE, "down");
        assertThat(sent()).hasSize(1);
        assertThat(sent()).isEmpty();
        assertThat(latest().state()).isEqualTo(SmsDelivery.State.QUEUED);
        assertThat(latest().problem()).isEqualTo(SmsProblem.UNREACHABLE);
        clock.forward(Duration.ofSeconds(31));
        carrier.answer = new SmsAnswer.Refused(SmsProblem.NUMBER_REFUSED, "not a mobile");
        assertThat(sent()).hasSize(1);
        clock.forward(Duration.ofHours(2));
        assertThat(sent()).isEmpty();
        assertThat(latest().state()).isEqualTo(SmsDelivery.State.FAILED);
        assertThat(latest().problem()).isEqualTo(SmsProblem.NUMBER_REFUSED);
    }

    @Test
    void isGivenUpWhenItIsNotWorthSendingAnyMore() {
        set();
        texted.send(SERVER, house, pass.id(), "+442079460000");
        clock.forward(Duration.ofHours(7));

        assertThat(sent()).isEmpty();
        outbox.tidy();
        assertThat(latest().problem()).isEqualTo(SmsProblem.EXPIRED);
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        assertThatThrownBy(() -> texted.send(SERVER, house, pass.id(), "+442079460000"))
                .hasMessageContaining("phone sms-not-set-up");
        set();
        assertThatThrownBy(() -> texted.send(SERVER, house, pass.id(), "020 7946"))
                .hasMessageContaining("phone malformed: \"020 7946\"");
        assertThatThrownBy(() -> texted.send(SERVER, house, pass.id(), " ")).hasMessageContaining("phone missing");
        Actor stranger = TestActors.ofGroups(house, Set.of("nowhere"), Permission.IDENTIFIER_EDIT);
        assertThatThrownBy(() -> texted.send(stranger, house, pass.id(), "+442079460000"))
                .isInstanceOf(NoSuchGuestPassException.class);
        assertThat(jdbc.queryForObject("select count(*) from sms", Integer.class))
                .isZero();
    }

    @Test
    void nobodySendsWithoutEnd() {
        set();
        jdbc.update("""
                insert into account (login, password_hash, must_change_password, locale) values ('olena', '', false, 'en')
                on conflict do nothing""");
        long account =
                Objects.requireNonNull(jdbc.queryForObject("select id from account where login = 'olena'", Long.class));
        Actor olena = new Actor(
                "olena",
                account,
                Set.of(Permission.GUEST_PASS_CREATE, Permission.IDENTIFIER_VIEW_OWN),
                new Membership(house, "u1", Set.of("g2"), false),
                null);
        for (int i = 0; i < ShortMessages.MOST_PER_HOUR; i++) {
            texted.send(olena, house, pass.id(), "+442079460000");
        }

        assertThatThrownBy(() -> texted.send(olena, house, pass.id(), "+442079460000"))
                .hasMessageContaining("phone too-many: \"20\"");
        clock.forward(Duration.ofMinutes(61));
        texted.send(olena, house, pass.id(), "+442079460000");
    }

    @Test
    void keepsTheTokenSealedAndForItsAccount() {
        set();
        assertThat(new String(
                        Objects.requireNonNull(jdbc.queryForObject("select token from sms_account", byte[].class)),
                        StandardCharsets.ISO_8859_1))
                .isNotEqualTo("tok");
        assertThat(jdbc.queryForList(
                        "select coalesce(before::text, '') || coalesce(after::text, '') from audit_entry where kind = 'sms'",
                        String.class))
                .isNotEmpty()
                .noneMatch(entry -> entry.contains("tok\""));
        smsSettings.change(SERVER, new SmsAccount(ACCOUNT.account(), "Gate"), null, 1);
        assertThatThrownBy(() -> smsSettings.change(SERVER, new SmsAccount("AC" + "2".repeat(32), "Gate"), null, 2))
                .hasMessageContaining("token: needed-again");
        Actor looker = TestActors.ofGroups(house, Set.of("g1"), Permission.SETTINGS_EDIT);
        assertThatThrownBy(() -> smsSettings.remove(looker)).isInstanceOf(PermissionDeniedException.class);
    }

    private void set() {
        smsSettings.change(SERVER, ACCOUNT, "tok", 0);
    }

    private String stored() {
        return new String(
                Objects.requireNonNull(jdbc.queryForObject("select text from sms", byte[].class)),
                StandardCharsets.ISO_8859_1);
    }

    private SmsDelivery latest() {
        return texted.latest(SERVER, house, pass.id()).orElseThrow();
    }

    private List<String> sent() {
        carrier.sent.clear();
        outbox.take(10).forEach(outbox::send);
        return List.copyOf(carrier.sent);
    }
}
