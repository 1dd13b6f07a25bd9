package dev.lintel.domain.identifier.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.identifier.exchange.IdentifierImport.Line;
import dev.lintel.domain.identifier.exchange.IdentifierImport.Outcome;
import dev.lintel.domain.identifier.exchange.IdentifierImport.Wish;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("ID-4")
class IdentifierImportIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    private static final String LIST = """
            Card number;Owner;Type;Name;Valid until;Max passes;Access restrictions
            0045131261;Olena Коваль;card;Blue fob;2026-12-24 18:30;;Front door
            02:B0:A5:FD;olena.LIST@example.org;Карта;;;;
            AB12 CDE;u1;licence-plate;Car;24.12.2026;;
            12345678;u1;card;Old card;;5;
            no card;u1;card;;;;
            77;Nobody;card;;never;many;Vault
            1234;u1;access-code;;;;
            """;

    @Autowired
    Sites sites;

    @Autowired
    IdentifierImport imports;

    @Autowired
    ImportHistory history;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void saysWhatWouldBecomeOfEachRowAndStoresNothing() throws Exception {
        long house = house("plan");

        Outcome plan = imports.plan(SERVER, house, wish(LIST.replace("LIST", "plan"), null));

        assertThat(plan.stored()).isNull();
        assertThat(plan.lines())
                .extracting(Line::line, Line::verdict, line -> reasons(line))
                .containsExactly(
                        tuple(2L, Verdict.ADDED, Set.of()),
                        tuple(3L, Verdict.REFUSED, Set.of("VALUE TAKEN")),
                        tuple(4L, Verdict.ADDED, Set.of()),
                        tuple(5L, Verdict.CHANGED, Set.of()),
                        tuple(6L, Verdict.REFUSED, Set.of("VALUE MALFORMED")),
                        tuple(
                                7L,
                                Verdict.REFUSED,
                                Set.of(
                                        "OWNER UNAVAILABLE",
                                        "VALID_UNTIL MALFORMED",
                                        "MAX_PASSES MALFORMED",
                                        "RESTRICTIONS UNAVAILABLE")),
                        tuple(8L, Verdict.REFUSED, Set.of("VALUE GUESSABLE")));
        assertThat(count(house)).isEqualTo(2);
    }

    @Test
    void storesAllOrNothingUnlessRefusedRowsAreLeftOut() throws Exception {
        long house = house("load");
        Wish wish = wish(LIST.replace("LIST", "load"), null);

        assertThat(imports.load(SERVER, house, wish, false, progress -> {}).stored())
                .isNull();
        assertThat(count(house)).isEqualTo(2);
        assertThat(imports.load(SERVER, house, wish, true, progress -> {}).stored())
                .isNotNull();

        assertThat(count(house)).isEqualTo(4);
        IssuedIdentifier fob = byName(house, "Blue fob");
        assertThat(fob.restrictions()).containsExactly("r1");
        assertThat(fob.identifier().validUntil()).isEqualTo("2026-12-24T18:30:00Z");
        assertThat(identifiers
                        .get(SERVER, house, "i1")
                        .orElseThrow()
                        .identifier()
                        .maxPasses())
                .isEqualTo(5);
    }

    @Test
    void takesAnImportBackAsLongAsNothingOfItWasTouched() throws Exception {
        long house = house("undo");
        Wish wish = wish(LIST.replace("LIST", "undo"), null);
        long first = stored(house, wish);
        assertThat(history.list(SERVER, house)).singleElement().satisfies(one -> {
            assertThat(one.isUndoable()).isTrue();
            assertThat(List.of(one.added(), one.changed())).containsExactly(2, 1);
        });

        assertThat(history.undo(SERVER, house, first)).isPresent();

        assertThat(count(house)).isEqualTo(2);
        IssuedIdentifier old = identifiers.get(SERVER, house, "i1").orElseThrow();
        assertThat(old.name()).isEmpty();
        assertThat(old.identifier().maxPasses()).isNull();
        assertThat(history.undo(SERVER, house, first)).isEmpty();

        long second = stored(house, wish);
        IssuedIdentifier car = byName(house, "Car");
        identifiers.edit(SERVER, house, car.id(), car.version(), car.draft().withName("My car"), null);
        assertThat(history.undo(SERVER, house, second)).isEmpty();
        assertThat(history.list(SERVER, house).getFirst().touched()).isEqualTo(1);
        assertThat(byName(house, "My car").identifier().type()).isEqualTo(IdentifierType.LICENCE_PLATE);
    }

    @Test
    void readsWhatASpreadsheetInCyrillicWrites() throws Exception {
        long house = house("windows");
        String list = "Номер карты;Владелец\n45131261;Olena Коваль\n";

        IdentifierFile file = IdentifierFile.read(list.getBytes(Charset.forName("windows-1251")));
        Outcome plan = imports.plan(SERVER, house, new Wish("list.csv", file.rows(), null));

        assertThat(file.columns()).isEqualTo(Map.of(0, IdentifierColumn.VALUE, 1, IdentifierColumn.OWNER));
        assertThat(plan.lines()).extracting(Line::verdict).containsExactly(Verdict.ADDED);
    }

    @Test
    void givesToOneOwnerWhatTheListGivesToNobodyKnown() throws Exception {
        long house = house("otherwise");
        String list = "value,owner\n1111111,Somebody Else\n2222222,\n";

        imports.load(SERVER, house, wish(list, "u1"), false, progress -> {});

        assertThat(jdbc.queryForList(
                        "select person_id from identifier where project_id = ? and id not in ('i1', 'i2')",
                        String.class,
                        house))
                .containsExactly("u1", "u1");
    }

    @Test
    void reachesNobodyThatTheActorDoesNot() throws Exception {
        long house = house("reach");
        Actor keeper = TestActors.ofGroups(
                house,
                Set.of("g9"),
                Permission.IDENTIFIER_IMPORT,
                Permission.IDENTIFIER_CREATE,
                Permission.IDENTIFIER_EDIT);
        String list = "value,owner\n45131261,Olena Коваль\n12345678,u1\n";

        assertThat(imports.plan(keeper, house, wish(list, null)).lines())
                .extracting(Line::verdict)
                .containsExactly(Verdict.REFUSED, Verdict.REFUSED);
        assertThatThrownBy(() -> imports.plan(
                        TestActors.ofProject(house, Permission.IDENTIFIER_CREATE), house, wish(list, null)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void takesTensOfThousandsOfRowsAndTakesThemBack() throws Exception {
        long house = house("many");
        String list = "value,owner,name\n"
                + IntStream.range(0, 20_000)
                        .mapToObj(i -> (70_000_000 + i) + ",u1,Card " + i)
                        .collect(Collectors.joining("\n"));

        long number = stored(house, wish(list, null));

        assertThat(count(house)).isEqualTo(20_002);
        assertThat(history.undo(SERVER, house, number)).isPresent();
        assertThat(count(house)).isEqualTo(2);
    }

    private long stored(long house, Wish wish) {
        return Objects.requireNonNull(
                imports.load(SERVER, house, wish, true, progress -> {}).stored());
    }

    private static Wish wish(String list, @Nullable String otherwise) {
        return new Wish(
                "list.csv",
                IdentifierFile.read(list.getBytes(StandardCharsets.UTF_8)).rows(),
                otherwise);
    }

    private static Set<String> reasons(Line line) {
        return line.problems().stream()
                .map(problem -> problem.field() + " " + problem.reason())
                .collect(Collectors.toSet());
    }

    private IssuedIdentifier byName(long house, String name) {
        String id = Objects.requireNonNull(jdbc.queryForObject(
                "select id from identifier where project_id = ? and name = ?", String.class, house, name));
        return identifiers.get(SERVER, house, id).orElseThrow();
    }

    private int count(long house) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select count(*) from identifier where project_id = ?", Integer.class, house));
    }

    private long house(String name) throws IOException {
        String unlike = TestSites.house(name).replace("olena@example.org", "olena." + name + "@example.org");
        return sites.load(SERVER, TestSites.file(unlike), false, part -> {}).project();
    }
}
