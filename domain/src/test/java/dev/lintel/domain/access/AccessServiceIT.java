package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.Together;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.Count;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class AccessServiceIT extends DatabaseIT {
    private static final RequestOrigin MQTT = new RequestOrigin(Channel.MQTT, null, null);

    @Autowired
    Sites sites;

    @Autowired
    AccessService access;

    @Autowired
    AcsLog log;

    @Autowired
    AccessDirectory directory;

    @Autowired
    AccessDecisionPoint decisionPoint;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void logsWhatItAnswers() throws IOException {
        load("answers");

        AccessAnswer answer = access.ask(card("answers"), MQTT);

        RecordedDecision logged = logged(answer);
        assertThat(answer.decision().isGranted()).isTrue();
        assertThat(logged.decision()).isEqualTo(answer.decision());
        assertThat(logged.facts()).isEqualTo(answer.facts());
        assertThat(logged.entry().ownerName()).isEqualTo("Olena Коваль");
        assertThat(logged.entry().deviceName()).isEqualTo("House · AA-12");
    }

    @Test
    void spendsTheLastPassOnceHoweverManyAsk() throws Exception {
        load("last");

        List<AccessAnswer> answers = Together.run(32, () -> access.ask(code("last"), MQTT));

        assertThat(answers).filteredOn(answer -> answer.decision().isGranted()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.decision().isGranted())
                .extracting(answer -> answer.decision().reason())
                .containsOnly(ReasonCode.PASSES_USED_UP);
        assertThat(answers).extracting(AccessAnswer::logId).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(passesUsed("last")).isEqualTo(1);
    }

    @Test
    void countsEveryPassOnceHoweverManyAsk() throws Exception {
        load("ten", house("ten").replace("\"maxPasses\":1", "\"maxPasses\":10"));

        List<AccessAnswer> answers = Together.run(32, () -> access.ask(code("ten"), MQTT));

        assertThat(answers).filteredOn(answer -> answer.decision().isGranted()).hasSize(10);
        assertThat(passesUsed("ten")).isEqualTo(10);
    }

    @Test
    void decidingTheStoredFactsAgainGivesTheStoredDecision() throws Exception {
        load("replay", house("replay").replace("\"maxPasses\":1", "\"maxPasses\":3"));

        List<AccessAnswer> answers = Together.run(6, () -> access.ask(code("replay"), MQTT));

        assertThat(answers).allSatisfy(answer -> {
            RecordedDecision logged = logged(answer);
            assertThat(decisionPoint.decide(logged.facts())).isEqualTo(logged.decision());
        });
    }

    @Test
    void repeatsTheAnswerToARepeatedRequest() throws Exception {
        load("repeat");
        RequestOrigin origin = new RequestOrigin(Channel.MQTT, "request-1", null);

        List<AccessAnswer> answers = Together.run(16, () -> access.ask(code("repeat"), origin));

        assertThat(answers)
                .allMatch(answer -> answer.decision().isGranted())
                .extracting(AccessAnswer::logId)
                .containsOnly(answers.getFirst().logId());
        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(passesUsed("repeat")).isEqualTo(1);
    }

    @Test
    void aRequestIdUsedForAnotherCardDoesNotOpenWithTheAnswerToTheFirst() throws IOException {
        load("reused");
        RequestOrigin origin = new RequestOrigin(Channel.MQTT, "1", null);
        AccessAnswer first = access.ask(card("reused"), origin);

        AccessAnswer second = access.ask(request("reused-1", IdentifierType.CARD, "999"), origin);

        assertThat(first.decision().isGranted()).isTrue();
        assertThat(second.decision().reason()).isEqualTo(ReasonCode.UNKNOWN_IDENTIFIER);
        assertThat(second.repeated()).isFalse();
        assertThat(second.logId()).isNotNull().isNotEqualTo(first.logId());
    }

    @Test
    void believesTheDatabaseThatPassesAreLeft() throws IOException {
        load("given-back");
        access.ask(code("given-back"), MQTT);
        jdbc.update("update identifier set passes_used = 0 where project_id = ?", project("given-back"));

        AccessAnswer answer = access.ask(code("given-back"), MQTT);

        assertThat(answer.decision().isGranted()).isTrue();
    }

    @Test
    void deniesWithoutAnExceptionWhenNothingCanBeRecorded() throws IOException {
        load("broken");
        jdbc.execute("alter table acs_log rename to acs_log_away");
        try {
            AccessAnswer answer = access.ask(code("broken"), MQTT);

            assertThat(answer.decision().verdict()).isEqualTo(Verdict.DENY);
            assertThat(answer.decision().reason()).isEqualTo(ReasonCode.INDETERMINATE);
            assertThat(answer.logId()).isNull();
            assertThat(passesUsed("broken")).isZero();
        } finally {
            jdbc.execute("alter table acs_log_away rename to acs_log");
        }
    }

    @Test
    void logsWhatUnknownDevicesAskWithoutAProject() {
        AccessAnswer answer = access.ask(request("nobody's", IdentifierType.CARD, "1"), MQTT);

        AcsLogEntry entry = logged(answer).entry();
        assertThat(entry.reason()).isEqualTo(ReasonCode.DEVICE_UNKNOWN);
        assertThat(entry.project()).isNull();
        assertThat(entry.deviceSerial()).isEqualTo("nobody's");
    }

    @Test
    void keepsWhatNoDatabaseKeeps() {
        AccessRequest request =
                new AccessRequest("a\0b", "in\0", null, IdentifierType.LICENCE_PLATE, "AA\0\r\n1", SettableClock.START);

        AcsLogEntry entry = logged(access.ask(request, MQTT)).entry();

        assertThat(entry.deviceSerial()).isEqualTo("a\uFFFDb");
        assertThat(entry.accessPoint()).isEqualTo("in\uFFFD");
        assertThat(entry.presented()).isEqualTo("AA\uFFFD\uFFFD\uFFFD1");
    }

    @Test
    void explainingLeavesNoTrace() throws IOException {
        load("explain");
        Count before = log.count(Actor.server(), ListQuery.everything(log.listing()));

        AccessAnswer answer = access.explain(code("explain"));

        assertThat(answer.decision().isGranted()).isTrue();
        assertThat(answer.logId()).isNull();
        assertThat(passesUsed("explain")).isZero();
        assertThat(log.count(Actor.server(), ListQuery.everything(log.listing())))
                .isEqualTo(before);
    }

    @Test
    void neverStoresAnAccessCode() throws IOException {
        load("secret");

        long id = requireNonNull(access.ask(code("secret"), MQTT).logId());

        assertThat(jdbc.queryForObject("select log::text from acs_log log where id = ?", String.class, id))
                .contains("••••")
                .doesNotContain("4711");
    }

    private RecordedDecision logged(AccessAnswer answer) {
        return log.get(Actor.server(), requireNonNull(answer.logId())).orElseThrow();
    }

    private void load(String name) throws IOException {
        load(name, house(name));
    }

    private void load(String name, String text) throws IOException {
        sites.load(Actor.server(), file(text), false, progress -> {});
        assertThat(directory.siteOfSerial(name + "-1")).isNotNull();
    }

    private long project(String house) {
        return requireNonNull(directory.siteOfSerial(house + "-1")).project().id();
    }

    private int passesUsed(String house) {
        String sql = "select passes_used from identifier where project_id = ? and id = 'i2'";
        return requireNonNull(jdbc.queryForObject(sql, Integer.class, project(house)));
    }

    private static AccessRequest card(String house) {
        return request(house + "-1", IdentifierType.CARD, "00:BC:61:4E");
    }

    private static AccessRequest code(String house) {
        return request(house + "-1", IdentifierType.ACCESS_CODE, "4711");
    }

    private static AccessRequest request(String serial, IdentifierType type, String value) {
        return new AccessRequest(serial, null, null, type, value, SettableClock.START);
    }
}
