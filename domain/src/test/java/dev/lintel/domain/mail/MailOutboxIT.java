package dev.lintel.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Tables;
import dev.lintel.domain.Together;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.mail.MailDelivery.State;
import dev.lintel.domain.permission.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class MailOutboxIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final String TOKEN = "https://doors.example.org/recover/8dGq2";
    private static final Map<String, String> VALUES = Map.of("name", "Anna", "link", TOKEN, "expires", "18:00");

    @Autowired
    Mails mails;

    @Autowired
    MailList list;

    @Autowired
    MailOutbox outbox;

    @Autowired
    MailSettings settings;

    @Autowired
    ScriptedCarrier carrier;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void anEmptyOutboxAndAMailServer() {
        jdbc.update("delete from mail");
        jdbc.update("delete from mail_server");
        carrier.forget();
        clock.set(SettableClock.START);
        settings.change(
                SERVER,
                new MailServer("localhost", 25, MailEncryption.NONE, null, "door@example.org", "", null, false),
                null,
                0);
    }

    @Test
    void aMailGoesOutOnceAndItsContentIsForgotten() {
        long id = queue();
        assertThat(Tables.rows(jdbc)).noneMatch(row -> row.contains("8dGq2"));

        sendAll();
        sendAll();

        assertThat(carrier.sent()).hasSize(1);
        assertThat(carrier.sent().getFirst().text().plain()).contains(TOKEN);
        MailDelivery delivery = mails.delivery(id).orElseThrow();
        assertThat(delivery.state()).isEqualTo(State.SENT);
        assertThat(delivery.finished()).isEqualTo(SettableClock.START);
        assertThat(delivery.answer()).isEqualTo("250 2.0.0 taken");
        assertThat(delivery.repeatable()).isFalse();
        assertThat(jdbc.queryForObject("select content from mail", byte[].class))
                .isNull();
    }

    @Test
    void whatIsRolledBackIsNeverAnnounced() {
        transaction.executeWithoutResult(undone -> {
            queue();
            undone.setRollbackOnly();
        });

        sendAll();

        assertThat(carrier.sent()).isEmpty();
    }

    @Test
    void isTriedAgainAfterGrowingPauses() {
        long id = queue();
        List<Duration> pauses = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
        for (Duration pause : pauses) {
            carrier.answer(MailProblem.UNREACHABLE, "connection refused");
            sendAll();
            assertThat(mails.delivery(id).orElseThrow().next())
                    .isEqualTo(clock.instant().plus(pause));
            clock.forward(pause.minusSeconds(1));
            assertThat(outbox.take(10)).isEmpty();
            clock.forward(Duration.ofSeconds(1));
        }

        sendAll();

        assertThat(mails.delivery(id).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(carrier.sent()).hasSize(4).extracting(OutgoingMail::attempt).containsExactly(1, 2, 3, 4);
    }

    @Test
    void isGivenUpWhenTheServerWillNeverTakeItAndTriedAgainWhenSomebodyAsks() {
        long id = queue();
        carrier.answer(MailProblem.RECIPIENT_REFUSED, "550 5.1.1 no such user");
        sendAll();

        MailDelivery refused = mails.delivery(id).orElseThrow();
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.problem()).isEqualTo(MailProblem.RECIPIENT_REFUSED);
        assertThat(refused.answer()).isEqualTo("550 5.1.1 no such user");
        assertThat(refused.repeatable()).isTrue();

        assertThat(mails.tryAgain(SERVER, id).orElseThrow().state()).isEqualTo(State.QUEUED);
        sendAll();

        assertThat(mails.delivery(id).orElseThrow().state()).isEqualTo(State.SENT);
        assertThat(mails.tryAgain(SERVER, id)).isEmpty();
    }

    @Test
    void isFoundByWhatBecameOfIt() {
        long refused = queue();
        carrier.answer(MailProblem.RECIPIENT_REFUSED, "550 5.1.1 no such user");
        sendAll();
        long first = queue();
        long second = queue();

        assertThat(found("state", "failed", "to", "ANNA", "problem", "recipient-refused"))
                .containsExactly(refused);
        assertThat(found("state", "queued")).containsExactly(second, first);
        assertThat(found("filter", "problem:filled", "filter", "finished:last:1h"))
                .containsExactly(refused);
        assertThat(found("to", "olga")).isEmpty();
    }

    private List<Long> found(String... parameters) {
        Map<String, List<String>> asked = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            asked.computeIfAbsent(parameters[i], name -> new ArrayList<>()).add(parameters[i + 1]);
        }
        return list.page(SERVER, QueryText.read(list.listing(), asked), null, 10).rows().stream()
                .map(MailDelivery::id)
                .toList();
    }

    @Test
    void losesItsMeaningAndThenItsContent() {
        long id = queue();
        Instant end = clock.instant().plus(MailType.PASSWORD_RECOVERY.goodFor());
        carrier.answer(MailProblem.LATER, "421 busy");
        sendAll();
        clock.set(end);

        assertThat(outbox.take(10)).isEmpty();
        outbox.tidy();

        MailDelivery delivery = mails.delivery(id).orElseThrow();
        assertThat(delivery.state()).isEqualTo(State.FAILED);
        assertThat(delivery.problem()).isEqualTo(MailProblem.EXPIRED);
        assertThat(delivery.finished()).isEqualTo(end);
        assertThat(delivery.repeatable()).isFalse();
        clock.forward(Duration.ofDays(91));
        outbox.tidy();
        assertThat(mails.delivery(id)).isEmpty();
    }

    @Test
    void afterACrashAnotherNodeTakesOver() {
        long id = queue();
        OutgoingMail lost = outbox.take(10).getFirst();
        assertThat(mails.delivery(id).orElseThrow().state()).isEqualTo(State.SENDING);
        assertThat(outbox.take(10)).isEmpty();

        clock.forward(MailOutbox.CLAIM);
        sendAll();
        assertThat(mails.delivery(id).orElseThrow().state()).isEqualTo(State.SENT);

        carrier.answer(MailProblem.TIMEOUT, "late news of the node that was thought lost");
        outbox.send(lost);
        assertThat(mails.delivery(id).orElseThrow().state()).isEqualTo(State.SENT);
    }

    @Test
    void twoNodesNeverTakeTheSameMail() throws Exception {
        for (int i = 0; i < 40; i++) {
            queue();
        }

        List<List<OutgoingMail>> taken = Together.run(8, () -> outbox.take(5));

        assertThat(taken.stream().flatMap(List::stream).map(OutgoingMail::id))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void waitsForAMailServerAndGoesAtOnceWhenItIsSet() {
        settings.remove(SERVER);
        long id = queue();
        assertThat(outbox.take(10)).isEmpty();
        assertThat(mails.delivery(id).orElseThrow().attempts()).isZero();
    }

    @Test
    void anotherServerIsTriedAtOnceWithWhatWaits() {
        queue();
        carrier.answer(MailProblem.AUTHENTICATION_FAILED, "535 5.7.8 no");
        sendAll();
        assertThat(outbox.take(10)).isEmpty();

        settings.change(
                SERVER,
                new MailServer("localhost", 26, MailEncryption.NONE, null, "door@example.org", "", null, false),
                null,
                1);

        assertThat(outbox.take(10)).hasSize(1);
    }

    @Test
    void whatTheKeyOfThisServerDoesNotOpenHoldsUpNothing() {
        long unreadable = queue();
        jdbc.update("update mail set content = ?", new Object[] {new byte[40]});
        long readable = queue();

        sendAll();

        assertThat(mails.delivery(unreadable).orElseThrow().state()).isEqualTo(State.FAILED);
        assertThat(mails.delivery(readable).orElseThrow().state()).isEqualTo(State.SENT);
    }

    @Test
    void valuesNeverBecomeHeadersOrHtml() {
        String evil = "Anna\r\nBcc: all@example.org <img src=x onerror=alert(1)>";
        mails.queue(
                MailType.PASSWORD_RECOVERY,
                null,
                Locale.ENGLISH,
                "anna@example.org",
                Map.of("name", evil, "link", "javascript:alert(1)", "expires", evil));
        sendAll();

        MailText text = carrier.sent().getFirst().text();
        assertThat(text.subject()).doesNotContain("\r", "\n");
        assertThat(text.html())
                .contains("&lt;img src&#61;x onerror&#61;alert(1)&gt;")
                .doesNotContain("<img", "href=\"javascript");
        assertThatThrownBy(() -> mails.queue(
                        MailType.TEST, null, Locale.ENGLISH, "anna@example.org\r\nRCPT TO:<b@example.org>", Map.of()))
                .isInstanceOf(MailRefusedException.class);
    }

    @Test
    void missingAndUnknownValuesAreBugs() {
        assertThatThrownBy(() -> mails.queue(
                        MailType.PASSWORD_RECOVERY, null, Locale.ENGLISH, "a@example.org", Map.of("name", "Anna")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mails.queue(MailType.INVITATION, null, Locale.ENGLISH, "a@example.org", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long queue() {
        return mails.queue(MailType.PASSWORD_RECOVERY, null, Locale.UK, " anna@example.org ", VALUES);
    }

    private void sendAll() {
        outbox.take(10).forEach(outbox::send);
    }
}
