package dev.lintel.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestPostgres;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.Together;
import dev.lintel.domain.access.VisitorDoors.Opening;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.SharedPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The visitor's page on two nodes of one server. */
@Tag("GA-4")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitorDoorsIT {
    private static final Actor SERVER = Actor.server();

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
    void opensOnceCountsOnceAndSaysSo() throws Exception {
        long house = house("once");
        GuestPass pass = pass(house, 1);
        String secret = secret(pass);

        assertThat(doors().visit(secret).orElseThrow().doors())
                .containsExactly(new VisitorDoor("d1", "House · AA-12", null, ReasonCode.GRANTED, null));
        assertThat(doors().open(secret, "d1", null, "press-1")).contains(new Opening.Opened());
        assertThat(doors().open(secret, "d1", null, "press-1")).contains(new Opening.Opened());
        assertThat(doors().open(secret, "d1", null, "press-2")).contains(new Opening.Denied(ReasonCode.PASSES_USED_UP));
        assertThat(here.getBean(ScriptedDoors.class).commands())
                .filteredOn(command -> command.serial().equals("once-1"))
                .singleElement()
                .satisfies(command -> assertThat(command.locks()).containsExactly(1));
        assertThat(jdbc().queryForList(
                                "select channel || ' ' || verdict || ' ' || owner_type from acs_log where project_id = ? order by id",
                                String.class,
                                house))
                .containsExactly("VISITOR GRANT GUEST", "VISITOR DENY GUEST");
    }

    @Test
    void countsNothingForAPanelThatIsNotThereAndSaysWhenItIsNotSure() throws Exception {
        long house = house("away");
        GuestPass pass = pass(house, 2);
        String secret = secret(pass);
        devices().seen("away-1", false);

        assertThat(doors().open(secret, "d1", null, "a")).contains(new Opening.Unreachable());
        assertThat(used(pass)).isZero();
        devices().seen("away-1", true);
        here.getBean(ScriptedDoors.class).answer("command_failed");
        try {
            assertThat(doors().open(secret, "d1", null, "b")).contains(new Opening.Unsure());
        } finally {
            here.getBean(ScriptedDoors.class).answer("command_done");
        }
        assertThat(used(pass)).isEqualTo(1);
    }

    @Test
    void opensNothingButItsOwnDoorsAndNothingOnceItIsRevoked() throws Exception {
        long house = house("ended");
        GuestPass pass = pass(house, 5);
        String secret = secret(pass);

        assertThat(doors().open(secret, "d2", null, "a")).isEmpty();
        assertThat(doors().open(secret + "x", "d1", null, "a")).isEmpty();
        here.getBean(GuestPasses.class).revoke(SERVER, house, List.of(pass.id()));
        assertThat(doors().open(secret, "d1", null, "a")).contains(new Opening.Denied(ReasonCode.REVOKED));
    }

    @Test
    void spendsTheLastPassOnceHoweverManyPressAtTwoNodes() throws Exception {
        long house = house("last");
        GuestPass pass = pass(house, 3);
        String secret = secret(pass);
        AtomicInteger turn = new AtomicInteger();

        List<Opening> results = Together.run(32, () -> {
            int mine = turn.getAndIncrement();
            ConfigurableApplicationContext node = mine % 2 == 0 ? here : there;
            return node.getBean(VisitorDoors.class)
                    .open(secret, "d1", null, "press-" + mine)
                    .orElseThrow();
        });

        assertThat(results).filteredOn(new Opening.Opened()::equals).hasSize(3);
        assertThat(results)
                .filteredOn(new Opening.Denied(ReasonCode.PASSES_USED_UP)::equals)
                .hasSize(29);
        assertThat(used(pass)).isEqualTo(3);
        assertThat(jdbc().queryForObject(
                                "select count(*) from acs_log where project_id = ? and verdict = 'GRANT'",
                                Integer.class,
                                house))
                .isEqualTo(3);
    }

    private int used(GuestPass pass) {
        return here.getBean(GuestPasses.class)
                .get(SERVER, pass.project(), pass.id())
                .orElseThrow()
                .facts()
                .passesUsed();
    }

    private GuestPass pass(long house, int passes) {
        GuestPassDraft usual = GuestPassDraft.usual("u1", List.of("r1"), Locale.ENGLISH, SettableClock.START);
        return here.getBean(GuestPasses.class)
                .create(
                        SERVER,
                        house,
                        new GuestPassDraft(
                                usual.host(),
                                usual.kind(),
                                usual.type(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                usual.language(),
                                usual.from(),
                                usual.until().plus(Duration.ofHours(1)),
                                passes,
                                usual.restrictions()));
    }

    private String secret(GuestPass pass) {
        return here.getBean(SharedPasses.class).secret(SERVER, pass.project(), pass.id());
    }

    private VisitorDoors doors() {
        return here.getBean(VisitorDoors.class);
    }

    private DeviceRegistry devices() {
        return here.getBean(DeviceRegistry.class);
    }

    private JdbcTemplate jdbc() {
        return here.getBean(JdbcTemplate.class);
    }

    private long house(String name) throws IOException {
        long house = here.getBean(Sites.class)
                .load(SERVER, TestSites.file(TestSites.house(name).replace("olena@", name + "@")), false, part -> {})
                .project();
        devices().seen(name + "-1", true);
        return house;
    }
}
