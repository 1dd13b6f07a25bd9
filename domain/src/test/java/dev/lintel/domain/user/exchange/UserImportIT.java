package dev.lintel.domain.user.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.exchange.UserImport.Line;
import dev.lintel.domain.user.exchange.UserImport.Outcome;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import dev.lintel.domain.user.people.Users;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("US-6")
class UserImportIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static int houses;

    @Autowired
    Sites sites;

    @Autowired
    Users users;

    @Autowired
    UserImport imports;

    @Autowired
    JdbcTemplate jdbc;

    private long house;
    private String olena = "";

    @BeforeEach
    void aHouse() throws IOException {
        houses++;
        olena = "olena" + houses + "@example.org";
        house = sites.load(
                        SERVER,
                        TestSites.file(TestSites.house("table" + houses).replace("olena@example.org", olena)),
                        false,
                        part -> {})
                .project();
    }

    @Test
    void saysOfEachRowWhatItWouldDoAndStoresNothing() {
        Outcome plan = imports.plan(SERVER, house, table("""
                name,email,groups,profile,phone
                Anna,anna%1$s@example.org,Flat 1,concierge,555
                Olena Bell,OLENA%1$s@example.org,Flat 1,user,
                ,x@example.org,Flat 1,user,
                Bea,bea%1$s@example.org,Flat 9,emperor,call me
                """.formatted(houses)));

        assertThat(plan.stored()).isFalse();
        assertThat(plan.lines())
                .extracting(Line::verdict)
                .containsExactly(Verdict.ADDED, Verdict.CHANGED, Verdict.REFUSED, Verdict.REFUSED);
        assertThat(plan.lines().getLast().problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(Field.GROUPS, Field.PROFILE, Field.PHONE);
        assertThat(people()).isEqualTo(1);
        assertThat(users.get(SERVER, house, "u1").orElseThrow().user().name()).isEqualTo("Olena Коваль");
    }

    @Test
    void storesAllRowsOrNone() {
        String good =
                "name,email,groups,address\nAnna,a%1$s@example.org,Flat 1,1 Mill Court\nOlena Коваль,%2$s,Flat 1,2 Mill Court\n"
                        .formatted(houses, olena);

        Outcome refused = imports.load(SERVER, house, table(good + "Thief," + olena + ",Flat 1,\n"), part -> {});
        assertThat(refused.stored()).isFalse();
        assertThat(people()).isEqualTo(1);

        List<Double> progress = new ArrayList<>();
        Outcome stored = imports.load(SERVER, house, table(good), progress::add);
        assertThat(stored.stored()).isTrue();
        assertThat(progress).isSorted().endsWith(1.0);
        Person changed = users.get(SERVER, house, "u1").orElseThrow();
        assertThat(changed.address()).isEqualTo("2 Mill Court");
        assertThat(people()).isEqualTo(2);
        assertThat(imports.load(SERVER, house, table(good), part -> {}).count(Verdict.UNCHANGED))
                .isEqualTo(2);
    }

    @Test
    void aColumnThatIsNotThereLeavesThingsAsTheyAre() {
        Outcome stored =
                imports.load(SERVER, house, table("name;email;phone\nOlena Коваль;" + olena + ";555\n"), part -> {});

        Person changed = users.get(SERVER, house, "u1").orElseThrow();
        assertThat(stored.count(Verdict.CHANGED)).isEqualTo(1);
        assertThat(changed.phone()).isEqualTo("555");
        assertThat(changed.user().groups()).containsExactly("g2");
    }

    @Test
    void takesManyRowsInOneGo() {
        int many = 3_000;
        String rows = IntStream.range(0, many)
                .mapToObj(i -> "Person " + i + ",p" + i + "." + houses + "@example.org,Flat 1")
                .collect(Collectors.joining("\n", "name,email,groups\n", "\n"));

        Outcome stored = imports.load(SERVER, house, table(rows), part -> {});

        assertThat(stored.count(Verdict.ADDED)).isEqualTo(many);
        assertThat(people()).isEqualTo(many + 1);
    }

    private int people() {
        return jdbc.queryForList("select id from person where project_id = ?", String.class, house)
                .size();
    }

    private static byte[] table(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
