package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestPostgres;
import dev.lintel.domain.Together;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes of one server: the same database, each with its own memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {
    private static final RequestOrigin MQTT = new RequestOrigin(Channel.MQTT, null, null);

    private final String database = TestPostgres.freshDatabase();
    private final ConfigurableApplicationContext here = node();
    private final ConfigurableApplicationContext there = node();

    @AfterAll
    void stop() {
        here.close();
        there.close();
    }

    private ConfigurableApplicationContext node() {
        return new SpringApplicationBuilder(DatabaseIT.Domain.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=postgres",
                        "spring.main.banner-mode=off")
                .run();
    }

    @Test
    void aNewSiteIsInForceOnBoth() throws IOException {
        load(here, house("new"));

        await().untilAsserted(
                        () -> assertThat(directory(there).siteOfSerial("new-1")).isNotNull());
    }

    @Test
    void aChangeIsInForceOnBoth() throws IOException {
        load(here, house("change"));
        load(there, house("change").replace("\"value\":\"12345678\"", "\"value\":\"12345678\",\"revoked\":true"));

        await().untilAsserted(() -> assertThat(identifier(here, "change", "i1"))
                .isNotNull()
                .extracting(Identifier::revoked)
                .isEqualTo(true));
    }

    @Test
    void bothEndInTheSameStateWhenBothChangeTheSame() throws Exception {
        load(here, house("race"));
        AtomicInteger turn = new AtomicInteger();
        Together.run(8, () -> {
            int mine = turn.getAndIncrement();
            load(mine % 2 == 0 ? here : there, house("race").replace("12345678", "1000" + mine));
            return mine;
        });
        String last = requireNonNull(here.getBean(JdbcTemplate.class).queryForObject("""
                        select i.value from identifier i join project p on p.id = i.project_id
                        where p.name = 'race' and i.id = 'i1'""", String.class));

        for (ConfigurableApplicationContext node : new ConfigurableApplicationContext[] {here, there}) {
            await().untilAsserted(() -> assertThat(identifier(node, "race", "i1"))
                    .isNotNull()
                    .extracting(Identifier::value)
                    .isEqualTo(last));
        }
    }

    @Test
    void aPassSpentHereIsSpentThere() throws IOException {
        load(here, house("pass"));
        await().untilAsserted(() ->
                assertThat(directory(there).siteOfSerial("pass-1")).isNotNull());

        assertThat(ask(here, "pass").decision().isGranted()).isTrue();
        assertThat(ask(there, "pass").decision().reason()).isEqualTo(ReasonCode.PASSES_USED_UP);

        await().untilAsserted(() -> assertThat(identifier(there, "pass", "i2"))
                .isNotNull()
                .extracting(Identifier::passesUsed)
                .isEqualTo(1));
    }

    @Test
    void theDayOfAPassHereIsKnownThere() throws IOException {
        load(here, house("used"));
        await().untilAsserted(() ->
                assertThat(directory(there).siteOfSerial("used-1")).isNotNull());

        ask(here, "used");

        await().untilAsserted(() -> assertThat(requireNonNull(there.getBean(AccessService.class)
                                .explain(request("used"))
                                .facts()
                                .identifier())
                        .used())
                .isNotNull());
    }

    @Test
    @Tag("NO-1")
    void whatSomebodyIsToldHereIsKnownThere() throws IOException {
        load(here, house("told"));
        await().untilAsserted(() ->
                assertThat(directory(there).siteOfSerial("told-1")).isNotNull());
        CountDownLatch known = new CountDownLatch(1);
        there.addApplicationListener((PayloadApplicationEvent<Notification.Changed> changed) -> known.countDown());

        here.getBean(DeviceRegistry.class).seen("told-1", false);

        await().untilAsserted(() -> assertThat(known.getCount()).isZero());
    }

    @Test
    void aNodeThatWasCutOffCatchesUp() throws IOException {
        load(here, house("cut-off"));
        await().untilAsserted(() ->
                assertThat(directory(there).siteOfSerial("cut-off-1")).isNotNull());

        // every listener, of both nodes, loses its connection, and the change is told to nobody
        here.getBean(JdbcTemplate.class).query("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and query ilike 'listen%'""", row -> {});
        load(here, house("cut-off").replace("Olena", "Iryna"));

        await().untilAsserted(() -> assertThat(requireNonNull(directory(there).siteOfSerial("cut-off-1"))
                        .user("u1"))
                .isNotNull()
                .extracting(user -> user.name())
                .isEqualTo("Iryna Коваль"));
    }

    @Test
    void aNodeThatMissedMoreThanIsKeptReadsEverything() throws IOException {
        load(here, house("gap"));
        await().untilAsserted(
                        () -> assertThat(directory(there).siteOfSerial("gap-1")).isNotNull());
        JdbcTemplate jdbc = here.getBean(JdbcTemplate.class);
        jdbc.update("update site_revision set number = number + 5000");

        load(here, house("gap").replace("Olena", "Iryna"));

        await().untilAsserted(() -> assertThat(
                        requireNonNull(directory(there).siteOfSerial("gap-1")).user("u1"))
                .isNotNull()
                .extracting(user -> user.name())
                .isEqualTo("Iryna Коваль"));
    }

    private static void load(ConfigurableApplicationContext node, String text) throws IOException {
        node.getBean(Sites.class).load(Actor.server(), file(text), false, progress -> {});
    }

    private static AccessDirectory directory(ConfigurableApplicationContext node) {
        return node.getBean(AccessDirectory.class);
    }

    private static @Nullable Identifier identifier(ConfigurableApplicationContext node, String house, String id) {
        SiteSnapshot site = directory(node).siteOfSerial(house + "-1");
        return site == null ? null : site.identifier(id);
    }

    private static AccessAnswer ask(ConfigurableApplicationContext node, String house) {
        return node.getBean(AccessService.class).ask(request(house), MQTT);
    }

    private static AccessRequest request(String house) {
        return new AccessRequest(house + "-1", null, null, IdentifierType.ACCESS_CODE, "4711", SettableClock.START);
    }
}
