package dev.lintel.domain.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.Together;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.identifier.IdentifierRefusedException.Field;
import dev.lintel.domain.identifier.IdentifierRefusedException.Problem;
import dev.lintel.domain.identifier.IdentifierRefusedException.Reason;
import dev.lintel.domain.identifier.code.AccessCodes;
import dev.lintel.domain.identifier.code.GuessableCode;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.wire.FieldProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("ID-2")
class IdentifiersIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    Sites sites;

    @Autowired
    Identifiers identifiers;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    AccessCodes codes;

    @Autowired
    AccessService access;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void keepsAllThatTheFormSaysAndSiteFilesGoOnWithTheirPart() throws Exception {
        long house = house("kept");
        IdentifierDraft draft = new IdentifierDraft(
                "u1",
                IdentifierType.CARD,
                "02:B0:A5:FD",
                "Blue fob",
                "on the key ring",
                FROM,
                FROM.plusSeconds(60),
                7,
                List.of("r1"));

        IssuedIdentifier made = identifiers.create(SERVER, house, draft, null);

        IssuedIdentifier read = identifiers.get(SERVER, house, made.id()).orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(read.draft()).isEqualTo(draft);
        assertThat(read.owner()).isEqualTo("Olena Коваль");
        String file = export(house);
        assertThat(file).contains("02:B0:A5:FD").doesNotContain("Blue fob");
        load(file.replace("02:B0:A5:FD", "02:B0:A5:FE"));
        IssuedIdentifier imported = identifiers.get(SERVER, house, made.id()).orElseThrow();
        assertThat(imported.identifier().value()).isEqualTo("02:B0:A5:FE");
        assertThat(imported.name()).isEqualTo("Blue fob");
        assertThat(imported.version()).isGreaterThan(made.version());
    }

    @Test
    void opensTheDoorAtOnceAndNoLongerOnceItIsSuspendedRevokedOrDeleted() throws Exception {
        long house = house("doors");
        String id = identifiers
                .create(SERVER, house, IdentifierDraft.of("u1", IdentifierType.CARD, "45131261"), null)
                .id();
        List<String> ids = List.of(id);

        assertThat(reason("doors", "45131261")).isEqualTo(ReasonCode.GRANTED);
        assertThat(withdrawals.suspend(SERVER, house, ids)).isEqualTo(1);
        assertThat(withdrawals.suspend(SERVER, house, ids)).isZero();
        assertThat(reason("doors", "45131261")).isEqualTo(ReasonCode.IDENTIFIER_SUSPENDED);
        assertThat(export(house)).containsOnlyOnce("\"suspended\":true");
        withdrawals.resume(SERVER, house, ids);
        assertThat(reason("doors", "45131261")).isEqualTo(ReasonCode.GRANTED);
        withdrawals.revoke(SERVER, house, ids);
        withdrawals.suspend(SERVER, house, ids);
        assertThat(reason("doors", "45131261")).isEqualTo(ReasonCode.REVOKED);
        withdrawals.delete(SERVER, house, ids);
        assertThat(reason("doors", "45131261")).isEqualTo(ReasonCode.UNKNOWN_IDENTIFIER);
        assertThat(identifiers.get(SERVER, house, id)).isEmpty();
    }

    @Test
    void namesEveryFieldThatIsWrongAndStoresNothing() throws Exception {
        long house = house("wrong");
        IdentifierDraft wrong = new IdentifierDraft(
                "nobody", IdentifierType.CARD, "no card", "x".repeat(101), "\u0007", FROM, FROM, -1, List.of("r7"));

        assertThatThrownBy(() -> identifiers.create(SERVER, house, wrong, null))
                .asInstanceOf(type(IdentifierRefusedException.class))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder(
                                Field.OWNER,
                                Field.VALUE,
                                Field.NAME,
                                Field.NOTES,
                                Field.VALID_UNTIL,
                                Field.MAX_PASSES,
                                Field.RESTRICTIONS));
        assertThat(export(house)).doesNotContain("no card");
    }

    @Test
    void oneCardInTwoNotationsIsOneAndItsHolderIsNamedToThoseWhoSeeThem() throws Exception {
        long house = house("same");
        IdentifierDraft same = IdentifierDraft.of("u1", IdentifierType.CARD, "BC:61:4E");
        Actor blind = TestActors.ofProject(house, Permission.IDENTIFIER_CREATE);

        assertRefused(() -> identifiers.create(SERVER, house, same, null), Field.VALUE, Reason.TAKEN, "Olena Коваль");
        assertRefused(() -> identifiers.create(blind, house, same, null), Field.VALUE, Reason.TAKEN, "");
        assertThat(identifiers.create(SERVER, house, IdentifierDraft.of("u1", IdentifierType.UKEY, "12345678"), null))
                .isNotNull();
        assertThatThrownBy(() -> jdbc.update("""
                        insert into identifier (project_id, id, person_id, type, value, identity, passes_used, revoked)
                        values (?, 'by-hand', 'u1', 'CARD', '0x00BC614E', '12345678', 0, false)""", house))
                .as("nor does the database take it from anybody else")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void ofManyWhoWantOneValueAtOnceOneGetsIt() throws Exception {
        long house = house("race");
        IdentifierDraft plate = IdentifierDraft.of("u1", IdentifierType.LICENCE_PLATE, "AB 1 CD");

        List<Boolean> got = Together.run(4, () -> {
            try {
                identifiers.create(SERVER, house, plate, null);
                return true;
            } catch (IdentifierRefusedException taken) {
                return false;
            }
        });

        assertThat(got).containsOnlyOnce(true);
    }

    @Test
    void makesCodesOfTheProjectsLengthThatNobodyTriesFirst() throws Exception {
        long house = house("codes");
        assertThat(codes.changeLength(SERVER, house, 4).orElseThrow().isScarce())
                .isFalse();
        IdentifierDraft code = IdentifierDraft.of("u1", IdentifierType.ACCESS_CODE, "");

        for (int i = 0; i < 12; i++) {
            assertThat(identifiers
                            .create(SERVER, house, code, null)
                            .identifier()
                            .value())
                    .matches("\\d{4}")
                    .matches(value -> !GuessableCode.is(value));
        }

        assertThat(codes.supply(SERVER, house).orElseThrow())
                .isEqualTo(new AccessCodes.Supply(4, 13))
                .matches(AccessCodes.Supply::isScarce);
        assertRefused(
                () -> identifiers.create(SERVER, house, code.withValue("1234"), null),
                Field.VALUE,
                Reason.GUESSABLE,
                "");
        Actor keeper = TestActors.ofGroups(house, Set.of("g2"), Permission.IDENTIFIER_EDIT);
        assertThatThrownBy(() -> codes.changeLength(keeper, house, 8)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void renewsAQrCodeAndTheOldOneOpensNothing() throws Exception {
        long house = house("qr");
        IssuedIdentifier made =
                identifiers.create(SERVER, house, IdentifierDraft.of("u1", IdentifierType.QR, ""), null);

        IssuedIdentifier renewed = identifiers.renew(SERVER, house, made.id(), made.version());

        assertThat(renewed.identifier().value())
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(made.identifier().value());
        assertThat(jdbc.queryForList("select words from identifier where id = ?", String.class, made.id()))
                .as("it is not found by what opens doors")
                .containsExactly("");
        assertThat(jdbc.queryForList(
                        "select before::text || after::text from audit_entry where record_id = ?",
                        String.class,
                        made.id()))
                .hasSize(2)
                .noneMatch(told -> told.contains(made.identifier().value())
                        || told.contains(renewed.identifier().value()));
    }

    @Test
    void twoEditorsAreToldOfEachOther() throws Exception {
        long house = house("two");
        IssuedIdentifier card = identifiers.get(SERVER, house, "i1").orElseThrow();
        identifiers.edit(SERVER, house, "i1", card.version(), card.draft().withName("mine"), null);

        assertThatThrownBy(() -> identifiers.edit(
                        SERVER, house, "i1", card.version(), card.draft().withName("theirs"), null))
                .asInstanceOf(type(IdentifierChangedException.class))
                .satisfies(changed -> assertThat(changed.theirs().name()).isEqualTo("mine"));
    }

    @Test
    void whatBelongsToAGuestPassIsChangedThere() throws Exception {
        long house = house("guest");
        IssuedIdentifier pass = identifiers.get(SERVER, house, "i2").orElseThrow();

        assertRefused(
                () -> identifiers.edit(SERVER, house, "i2", pass.version(), pass.draft(), null),
                Field.IDENTIFIER,
                Reason.OF_A_GUEST,
                "");
        assertThat(withdrawals.revoke(SERVER, house, List.of("i2"))).isEqualTo(1);
    }

    @Test
    void aSiteAdministratorReachesTheirOwnPeopleAndHandsOutNoDoorOfOthers() throws Exception {
        long house = house("reach");
        long other = house("reach2");
        load(export(house)
                .replace(
                        "{\"kind\":\"restriction\"",
                        "{\"kind\":\"group\",\"id\":\"g3\",\"parent\":\"g1\",\"name\":\"Flat 2\"}\n"
                                + "{\"kind\":\"device\",\"id\":\"d3\",\"group\":\"g3\",\"type\":\"panel\",\"serial\":\"reach-3\",\"locks\":1}\n"
                                + "{\"kind\":\"restriction\",\"id\":\"r3\",\"name\":\"Vault\",\"lines\":[{\"device\":\"d3\"}]}\n"
                                + "{\"kind\":\"user\",\"id\":\"u3\",\"name\":\"Upstairs\",\"groups\":[\"g3\"]}\n"
                                + "{\"kind\":\"identifier\",\"id\":\"i3\",\"user\":\"u3\",\"type\":\"card\",\"value\":\"999\"}\n"
                                + "{\"kind\":\"restriction\""));
        Actor keeper = TestActors.ofGroups(
                house,
                Set.of("g2"),
                Permission.IDENTIFIER_VIEW_GROUP,
                Permission.IDENTIFIER_CREATE,
                Permission.IDENTIFIER_EDIT,
                Permission.IDENTIFIER_DELETE,
                Permission.ACCESS_RESTRICTION_VIEW);
        IdentifierDraft card = IdentifierDraft.of("u1", IdentifierType.CARD, "777");

        assertThat(identifiers.get(keeper, house, "i1")).isPresent();
        assertThat(identifiers.get(keeper, house, "i3")).isEmpty();
        assertThat(identifiers.get(keeper, other, "i1")).isEmpty();
        assertThatThrownBy(() -> withdrawals.delete(keeper, house, List.of("i1", "i3")))
                .isInstanceOf(NoSuchIdentifierException.class);
        assertThatThrownBy(() -> identifiers.create(keeper, other, card, null))
                .isInstanceOf(NoSuchIdentifierException.class);
        assertRefused(
                () -> identifiers.create(keeper, house, IdentifierDraft.of("u3", IdentifierType.CARD, "1"), null),
                Field.OWNER,
                Reason.UNAVAILABLE,
                "u3");
        assertRefused(
                () -> identifiers.create(keeper, house, card.withRestrictions(List.of("r3")), null),
                Field.RESTRICTIONS,
                Reason.UNAVAILABLE,
                "r3");
        assertThat(identifiers
                        .create(keeper, house, card.withRestrictions(List.of("r1")), null)
                        .restrictions())
                .containsExactly("r1");
    }

    private ReasonCode reason(String serial, String card) {
        AccessRequest request = new AccessRequest(
                serial + "-1", "in", null, IdentifierType.CARD, card, Instant.parse("2026-01-06T10:00:00Z"));
        return access.ask(request, new RequestOrigin(Channel.REST, null, null))
                .decision()
                .reason();
    }

    private long house(String name) throws IOException {
        return load(TestSites.house(name).replace("olena@example.org", "olena." + name + "@example.org"));
    }

    private long load(String file) throws IOException {
        return sites.load(SERVER, TestSites.file(file), false, part -> {}).project();
    }

    private String export(long project) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        sites.export(SERVER, project, file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static void assertRefused(ThrowingCallable attempt, Field field, Reason reason, String value) {
        assertThatThrownBy(attempt)
                .asInstanceOf(type(IdentifierRefusedException.class))
                .satisfies(
                        refusal -> assertThat(refusal.problems()).containsExactly(new Problem(field, reason, value)));
    }
}
