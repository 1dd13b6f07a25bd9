package dev.lintel.domain.access;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.PersonalAccess;
import dev.lintel.domain.identifier.PersonalAccess.Carried;
import dev.lintel.domain.identifier.PersonalAccess.Granted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.site.Sites;
import dev.lintel.domain.user.marker.MarkedPeople;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.Markers;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the pages of people tell of their access: to themselves, to whoever keeps them, and to nobody else. */
class OwnAccessIT extends DatabaseIT {
    private static final Instant NOW = SettableClock.START;

    private static int houses;

    @Autowired
    Sites sites;

    @Autowired
    OwnAccess own;

    @Autowired
    PersonalAccess personal;

    @Autowired
    AccessService access;

    @Autowired
    MarkedPeople marked;

    @Autowired
    JdbcTemplate jdbc;

    private String house = "";
    private long project;
    private Actor olena = Actor.server();
    private Actor stranger = Actor.server();

    @BeforeEach
    void aHouse() throws IOException {
        house = "own" + ++houses;
        project = sites.load(Actor.server(), file(house(house)), false, progress -> {})
                .project();
        olena = new Actor(
                "olena",
                1L,
                BuiltInProfile.USER.permissions(),
                new Membership(project, "u1", Set.of("g2"), false),
                null);
        stranger = TestActors.ofProject(
                -1,
                Permission.IDENTIFIER_VIEW_OWN,
                Permission.IDENTIFIER_VIEW_GROUP,
                Permission.IDENTIFIER_VIEW_DESCENDANTS,
                Permission.ACCESS_RESTRICTION_VIEW,
                Permission.USER_VIEW,
                Permission.MARKER_VIEW);
    }

    @Test
    @Tag("PF-1")
    void everybodySeesWhatTheyCarryAndNobodyElseDoes() {
        assertThat(personal.identifiers(olena, project, "u1"))
                .extracting(Carried::type, Carried::guest, Carried::passesLeft, carried -> carried.state(NOW))
                .containsExactly(
                        tuple(IdentifierType.CARD, null, null, IdentifierState.VALID),
                        tuple(IdentifierType.ACCESS_CODE, GuestKind.COURIER, 1, IdentifierState.VALID));
        assertThat(personal.identifiers(Actor.server(), project, "u1")).hasSize(2);
        assertThat(personal.identifiers(stranger, project, "u1")).isEmpty();
        Actor neighbour = new Actor(
                "neighbour",
                2L,
                BuiltInProfile.USER.permissions(),
                new Membership(project, "u2", Set.of("g2"), false),
                null);
        assertThat(personal.identifiers(neighbour, project, "u1")).isEmpty();
    }

    @Test
    @Tag("PF-1")
    void anIdentifierIsWhatKeepsItFromBeingUsed() {
        assertThat(carried(NOW.plusSeconds(1), null, null, false).state(NOW)).isEqualTo(IdentifierState.NOT_YET);
        assertThat(carried(NOW, NOW.plusSeconds(1), 1, false).state(NOW)).isEqualTo(IdentifierState.VALID);
        assertThat(carried(null, NOW, null, false).state(NOW)).isEqualTo(IdentifierState.EXPIRED);
        assertThat(carried(null, null, 0, false).state(NOW)).isEqualTo(IdentifierState.USED_UP);
        assertThat(carried(null, NOW, 0, true).state(NOW)).isEqualTo(IdentifierState.REVOKED);
    }

    @Test
    @Tag("US-1")
    void whoeverKeepsUsersSeesByWhatTheyGetIn() {
        assertThat(personal.restrictions(Actor.server(), project, "u1"))
                .containsExactly(
                        new Granted("r1", "Front door", "House", null),
                        new Granted("r1", "Front door", null, IdentifierType.ACCESS_CODE));
        assertThat(personal.restrictions(olena, project, "u1")).isEmpty();
        assertThat(personal.restrictions(stranger, project, "u1")).isEmpty();
    }

    @Test
    @Tag("PF-1")
    void aDoorIsOpenToWhomItWouldOpen() throws IOException {
        assertThat(own.openNow(olena).doors()).containsExactly(new OwnAccess.OpenDoor("d1", "House · AA-12", null));

        assertThat(own.openNow(stranger).doors()).isEmpty();
        assertThat(own.openNow(Actor.server()).doors()).isEmpty();

        sites.load(
                Actor.server(),
                file(house(house).replace("\"groups\":[\"g2\"]", "\"groups\":[\"g2\"],\"suspended\":true")),
                false,
                progress -> {});
        assertThat(own.openNow(olena).doors()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from acs_log where project_id = ?", Integer.class, project))
                .isZero();
    }

    @Test
    @Tag("PF-1")
    void whoOpensHundredsOfDoorsIsToldTheFirst() throws IOException {
        String doors =
                IntStream.range(0, 300).mapToObj(i -> """
                        {"kind":"device","id":"x%1$d","group":"g1","type":"panel","name":"Door %1$03d","model":"AA-12","serial":"%2$s-x%1$d","locks":1}
                        {"kind":"restriction","id":"rx%1$d","name":"Door %1$d","lines":[{"device":"x%1$d"},{"device":"x%1$d","accessPoint":"in"}]}
                        {"kind":"grant","restriction":"rx%1$d","to":{"user":"u1"}}
                        """.formatted(i, house)).collect(Collectors.joining());
        sites.load(Actor.server(), file(house(house) + doors), false, progress -> {});

        OwnAccess.OpenNow open = own.openNow(olena);

        assertThat(open.more()).isTrue();
        assertThat(open.doors())
                .hasSize(OwnAccess.MOST_DOORS)
                .startsWith(
                        new OwnAccess.OpenDoor("x0", "Door 000", null), new OwnAccess.OpenDoor("x1", "Door 001", null))
                .allSatisfy(door -> assertThat(door.accessPoint()).isNull());
        assertThat(open.doors()).extracting(OwnAccess.OpenDoor::device).doesNotHaveDuplicates();
    }

    @Test
    @Tag("PF-1")
    void everybodySeesTheirOwnPassesOnly() {
        access.ask(
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "12345678", NOW),
                new RequestOrigin(Channel.MQTT, null, null));
        access.ask(
                new AccessRequest(house + "-1", null, null, IdentifierType.CARD, "87654321", NOW),
                new RequestOrigin(Channel.MQTT, null, null));

        assertThat(own.lastPasses(olena, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.verdict()).isEqualTo(Verdict.GRANT))
                .satisfies(entry -> assertThat(entry.ownerId()).isEqualTo("u1"));
        assertThat(own.lastPasses(stranger, 10)).isEmpty();
        assertThat(own.lastPasses(Actor.server(), 10)).isEmpty();
    }

    @Test
    @Tag("SE-7")
    void theLogShowsTheMarkerOfAHolderToThoseWhoMaySeeMarkers(@Autowired Markers markers) {
        Marker late = markers.create(Actor.server(), project, "pays late", "#b42318");
        jdbc.update("update person set marker_id = ? where project_id = ? and id = 'u1'", late.id(), project);

        assertThat(marked.of(Actor.server(), project, "u1")).contains(late);
        assertThat(marked.of(Actor.server(), project, "nobody")).isEmpty();
        assertThat(marked.of(olena, project, "u1")).isEmpty();
        assertThat(marked.of(stranger, project, "u1")).isEmpty();
    }

    private static Carried carried(
            @Nullable Instant from, @Nullable Instant until, @Nullable Integer passesLeft, boolean revoked) {
        return new Carried("i", "", IdentifierType.CARD, from, until, passesLeft, revoked, false, null);
    }
}
