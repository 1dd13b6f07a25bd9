package dev.lintel.domain.guestpass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Problem;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("GA-1")
@Tag("GA-2")
class GuestPassesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final Instant NOW = SettableClock.START;

    @Autowired
    Sites sites;

    @Autowired
    GuestPasses passes;

    @Autowired
    GuestAccess limits;

    @Autowired
    Hosts hosts;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void isGoodForOnePassWithinADayUnlessSomebodySaysOtherwise() throws Exception {
        long house = house("usual");
        Actor olena = resident(house);

        GuestPass pass = passes.create(olena, house, usual());

        assertThat(pass.type()).isEqualTo(IdentifierType.QR);
        assertThat(pass.kind()).isEqualTo(GuestKind.GUEST);
        assertThat(pass.facts().validUntil()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(pass.passesLeft()).isEqualTo(1);
        assertThat(pass.identifier().restrictions()).containsExactly("r1");
        assertThat(passes.get(olena, house, pass.id())).contains(pass);
        assertThat(export(house)).contains(pass.facts().value()).contains("\"guest\":\"guest\"");
    }

    @Test
    void givesAwayOnlyWhatTheHostHasForGuestsWithADoor() throws Exception {
        long house = house("given");
        load(export(house)
                + "{\"kind\":\"restriction\",\"id\":\"r2\",\"name\":\"Not for guests\",\"lines\":[{\"device\":\"d1\"}]}\n"
                + "{\"kind\":\"grant\",\"restriction\":\"r2\",\"to\":{\"user\":\"u1\"}}\n"
                + "{\"kind\":\"restriction\",\"id\":\"r3\",\"name\":\"No door\",\"guestUsable\":true,\"lines\":[]}\n"
                + "{\"kind\":\"grant\",\"restriction\":\"r3\",\"to\":{\"user\":\"u1\"}}\n"
                + "{\"kind\":\"restriction\",\"id\":\"r4\",\"name\":\"Of others\",\"guestUsable\":true,\"lines\":[{\"device\":\"d1\"}]}\n"
                + "{\"kind\":\"user\",\"id\":\"u2\",\"name\":\"Nobody\",\"groups\":[]}\n");
        Actor olena = resident(house);

        assertThat(hosts.restrictions(olena, house, "u1"))
                .containsExactly(new OpenToGuests("r1", "Front door", List.of("House")));
        for (String not : List.of("r2", "r3", "r4", "none")) {
            assertRefused(
                    () -> passes.create(olena, house, draft(IdentifierType.QR, 1, List.of(not))),
                    Field.RESTRICTIONS,
                    Reason.UNAVAILABLE,
                    not);
        }
        assertRefused(
                () -> passes.create(olena, house, draft(IdentifierType.QR, 1, List.of())),
                Field.RESTRICTIONS,
                Reason.MISSING,
                "");
    }

    @Test
    void makesWhatIsPresentedAndTakesAPlateAsItIsWritten() throws Exception {
        long house = house("types");
        Actor olena = resident(house);

        assertThat(passes.create(olena, house, draft(IdentifierType.ACCESS_CODE, 1, List.of("r1")))
                        .facts()
                        .value())
                .matches("\\d{6}");
        assertThat(passes.create(olena, house, draft(IdentifierType.URL, 1, List.of("r1")))
                        .facts()
                        .value())
                .hasSize(36);
        GuestPass car = passes.create(olena, house, plate("ab 12 cde"));
        assertThat(car.facts().value()).isEqualTo("ab 12 cde");
        assertThatThrownBy(() -> passes.create(olena, house, plate("AB12CDE")))
                .isInstanceOf(IdentifierRefusedException.class)
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> passes.create(olena, house, plate("")))
                .isInstanceOf(IdentifierRefusedException.class)
                .hasMessageContaining("missing");
        assertRefused(
                () -> passes.create(olena, house, draft(IdentifierType.CARD, 1, List.of("r1"))),
                Field.TYPE,
                Reason.UNAVAILABLE,
                "");
    }

    @Test
    void letsThoseWhoIssueIdentifiersMakeOneForOthersWithinReachAndNobodyElse() throws Exception {
        long house = house("behalf");
        long other = house("behalf2");
        Actor staff = TestActors.ofGroups(house, Set.of("g1"), Permission.IDENTIFIER_CREATE);
        Actor neighbour = new Actor(
                "n", 1L, Set.of(Permission.GUEST_PASS_CREATE), new Membership(house, "u9", Set.of("g2"), false), null);

        assertThat(passes.create(staff, house, usual()).host()).isEqualTo("u1");
        assertRefused(() -> passes.create(neighbour, house, usual()), Field.HOST, Reason.UNAVAILABLE, "u1");
        assertThatThrownBy(() -> passes.create(staff, other, usual())).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> passes.create(TestActors.ofProject(house), house, usual()))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void keepsToTheNearestLimitUpTheTreeAndElseToThatOfTheServer() throws Exception {
        long house = house("limits");
        Actor olena = resident(house);
        limits.changeOfServer(SERVER, new GuestLimits(2, 5, 3));
        limits.change(SERVER, house, "g1", new GuestLimits(7, null, null));
        assertThat(limitsOf(olena, house)).isEqualTo(new GuestLimits(7, 5, 3));
        limits.change(SERVER, house, "g2", new GuestLimits(null, 2, 1));
        assertThat(limitsOf(olena, house)).isEqualTo(new GuestLimits(7, 2, 1));

        Instant long8 = NOW.plus(Duration.ofDays(8));
        assertRefused(() -> passes.create(olena, house, until(long8)), Field.UNTIL, Reason.ABOVE_LIMIT, "7");
        assertRefused(
                () -> passes.create(olena, house, draft(IdentifierType.QR, 3, List.of("r1"))),
                Field.PASSES,
                Reason.ABOVE_LIMIT,
                "2");
        assertRefused(
                () -> passes.create(olena, house, draft(IdentifierType.QR, null, List.of("r1"))),
                Field.PASSES,
                Reason.ABOVE_LIMIT,
                "2");
        // the courier's code of the house is out already
        assertRefused(() -> passes.create(olena, house, usual()), Field.AT_ONCE, Reason.ABOVE_LIMIT, "1");
        passes.revoke(olena, house, List.of("i2"));
        GuestPass pass = passes.create(olena, house, usual());
        assertRefused(
                () -> passes.extend(olena, house, pass.id(), pass.version(), long8, 2),
                Field.UNTIL,
                Reason.ABOVE_LIMIT,
                "7");
        assertThat(passes.extend(olena, house, pass.id(), pass.version(), NOW.plus(Duration.ofDays(7)), 2)
                        .passesLeft())
                .isEqualTo(2);
        assertThatThrownBy(() -> passes.extend(olena, house, pass.id(), pass.version(), NOW.plusSeconds(60), 1))
                .isInstanceOf(GuestPassChangedException.class);
        limits.changeOfServer(SERVER, GuestLimits.NONE);
    }

    @Test
    void isChangedByItsHostAndByThoseWhoSeeToIdentifiersOnly() throws Exception {
        long house = house("own");
        Actor olena = resident(house);
        GuestPass pass = passes.create(olena, house, usual());
        Actor neighbour = new Actor(
                "n", 1L, Set.of(Permission.GUEST_PASS_CREATE), new Membership(house, "u9", Set.of("g2"), false), null);
        Actor concierge = TestActors.ofGroups(house, Set.of("g2"), Permission.IDENTIFIER_VIEW_GROUP);

        assertThat(passes.get(neighbour, house, pass.id())).isEmpty();
        assertThat(passes.get(concierge, house, pass.id())).isPresent();
        assertThat(passes.mayManage(concierge, pass)).isFalse();
        assertThatThrownBy(() -> passes.revoke(concierge, house, List.of(pass.id())))
                .isInstanceOf(NoSuchGuestPassException.class);
        assertThat(passes.revoke(olena, house, List.of(pass.id()))).isEqualTo(1);
        assertThat(passes.revoke(olena, house, List.of(pass.id()))).isZero();
        assertRefused(
                () -> passes.extend(olena, house, pass.id(), pass.version() + 1, NOW.plus(Duration.ofHours(2)), 1),
                Field.PASS,
                Reason.REVOKED,
                "");
        assertThat(passes.delete(olena, house, List.of(pass.id()))).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from guest_pass where project_id = ?", Integer.class, house))
                .isZero();
        assertThat(jdbc.queryForList(
                        "select action from audit_entry where project_id = ? and kind = 'guest-pass' order by id",
                        String.class,
                        house))
                .hasSize(3);
    }

    private static GuestPassDraft usual() {
        return GuestPassDraft.usual("u1", List.of("r1"), Locale.ENGLISH, NOW);
    }

    private static GuestPassDraft until(Instant until) {
        return pass(IdentifierType.QR, "", until, 1, List.of("r1"));
    }

    private static GuestPassDraft plate(String plate) {
        return pass(IdentifierType.LICENCE_PLATE, plate, NOW.plusSeconds(60), 1, List.of("r1"));
    }

    private static GuestPassDraft draft(IdentifierType type, @Nullable Integer passes, List<String> restrictions) {
        return pass(type, "", NOW.plusSeconds(60), passes, restrictions);
    }

    private static GuestPassDraft pass(
            IdentifierType type, String plate, Instant until, @Nullable Integer passes, List<String> restrictions) {
        return new GuestPassDraft(
                "u1",
                GuestKind.COURIER,
                type,
                plate,
                "Parcel",
                "Second floor",
                "",
                "",
                Locale.ENGLISH,
                NOW,
                until,
                passes,
                restrictions);
    }

    private static Actor resident(long house) {
        return new Actor(
                "olena",
                1L,
                Set.of(Permission.GUEST_PASS_CREATE, Permission.IDENTIFIER_VIEW_OWN),
                new Membership(house, "u1", Set.of("g2"), false),
                null);
    }

    private GuestLimits limitsOf(Actor actor, long house) {
        return hosts.limits(actor, house, "u1", GuestKind.GUEST, IdentifierType.QR)
                .limits();
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
                .asInstanceOf(type(GuestPassRefusedException.class))
                .satisfies(refusal -> assertThat(refusal.problems()).contains(new Problem(field, reason, value)));
    }
}
