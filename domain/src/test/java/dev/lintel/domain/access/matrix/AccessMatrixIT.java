package dev.lintel.domain.access.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AccessService;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.ListingRefusedException;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("AM-1")
class AccessMatrixIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    private static final String SITE = """
            {"kind":"site","name":"NAME","timeZone":"Europe/London"}
            {"kind":"group","id":"estate","name":"Estate"}
            {"kind":"group","id":"east","parent":"estate","type":"building","name":"East"}
            {"kind":"group","id":"west","parent":"estate","type":"building","name":"West"}
            {"kind":"group","id":"flat","parent":"east","type":"apartment","name":"Flat 1"}
            {"kind":"schedule","id":"mornings","name":"Mornings","start":"2026-01-05T09:00","end":"2026-01-05T12:00","rrule":"FREQ=DAILY"}
            {"kind":"schedule","id":"nights","name":"Nights","start":"2026-01-05T22:00","end":"2026-01-06T06:00","rrule":"FREQ=DAILY"}
            {"kind":"device","id":"gate","group":"estate","serial":"NAME-gate","name":"Gate","locks":2}
            {"kind":"device","id":"east-door","group":"east","serial":"NAME-east","name":"East door","locks":1}
            {"kind":"device","id":"west-door","group":"west","serial":"NAME-west","name":"West door","locks":1}
            {"kind":"device","id":"monitor","group":"flat","serial":"NAME-monitor","name":"Monitor","locks":0}
            {"kind":"restriction","id":"r-gate","name":"Gate for all","guestUsable":true,"lines":[{"device":"gate","lock":"first"},{"device":"monitor"}]}
            {"kind":"restriction","id":"r-east","name":"East house","lines":[{"device":"east-door","accessPoint":"in"},{"device":"east-door","accessPoint":"out"}],"schedules":["mornings","nights"]}
            {"kind":"restriction","id":"r-west","name":"West house","lines":[{"device":"west-door"}],"schedules":["nights"]}
            {"kind":"restriction","id":"r-staff","name":"Staff","lines":[{"device":"gate","accessPoint":"in","lock":"all"},{"device":"west-door"}]}
            {"kind":"grant","restriction":"r-gate","to":{"group":"estate"}}
            {"kind":"grant","restriction":"r-east","to":{"group":"east"}}
            {"kind":"grant","restriction":"r-west","to":{"group":"west"}}
            {"kind":"grant","restriction":"r-staff","to":{"user":"cleo"}}
            {"kind":"grant","restriction":"r-gate","to":{"identifier":"guest-of-anna"}}
            {"kind":"grant","restriction":"r-east","to":{"identifier":"guest-of-anna"}}
            {"kind":"grant","restriction":"r-west","to":{"identifier":"anna-tag"}}
            {"kind":"user","id":"anna","name":"Anna","groups":["flat"]}
            {"kind":"user","id":"boris","name":"Boris","groups":["west"]}
            {"kind":"user","id":"cleo","name":"Cleo","groups":["west","east"]}
            {"kind":"user","id":"dora","name":"Dora","groups":["flat"],"suspended":true}
            {"kind":"identifier","id":"anna-card","user":"anna","type":"card","value":"1001"}
            {"kind":"identifier","id":"anna-tag","user":"anna","type":"ukey","value":"AA01"}
            {"kind":"identifier","id":"guest-of-anna","user":"anna","type":"access-code","value":"4711","guest":"courier"}
            {"kind":"identifier","id":"boris-card","user":"boris","type":"card","value":"1002","revoked":true}
            {"kind":"identifier","id":"cleo-card","user":"cleo","type":"card","value":"1003"}
            {"kind":"identifier","id":"dora-card","user":"dora","type":"card","value":"1004"}
            """;

    private static int estates;

    @Autowired
    Sites sites;

    @Autowired
    AccessMatrix matrix;

    @Autowired
    AccessService access;

    private String name = "";
    private long project;

    @BeforeEach
    void anEstate() throws IOException {
        name = "matrix" + ++estates;
        project = sites.load(SERVER, TestSites.file(SITE.replace("NAME", name)), true, progress -> {})
                .project();
    }

    @Test
    void tellsEveryIdentifierAtEveryDoorThatItMayOpen() {
        assertThat(ids(whole(SERVER)))
                .containsExactlyInAnyOrder(
                        "anna-card/east-door/in",
                        "anna-card/east-door/out",
                        "anna-card/gate/",
                        "anna-tag/east-door/in",
                        "anna-tag/east-door/out",
                        "anna-tag/gate/",
                        "anna-tag/west-door/",
                        // what its owner has for guests, and no more
                        "guest-of-anna/gate/",
                        "boris-card/gate/",
                        "boris-card/west-door/",
                        "cleo-card/east-door/in",
                        "cleo-card/east-door/out",
                        "cleo-card/gate/",
                        "cleo-card/gate/in",
                        "cleo-card/west-door/",
                        "dora-card/east-door/in",
                        "dora-card/east-door/out",
                        "dora-card/gate/");
        MatrixCell cell = only("identifierId", "cleo-card", "device", "west-door");
        assertThat(cell.ways()).extracting(MatrixWay::name).containsExactly("Staff", "West house");
        assertThat(cell.ways().getFirst().via())
                .extracting(MatrixWay.Holder::name)
                .containsExactly("Cleo");
        assertThat(cell.ways().getLast().via())
                .extracting(MatrixWay.Holder::name)
                .containsExactly("West");
        assertThat(cell.ways().getLast().schedules())
                .extracting(MatrixWay.Named::name)
                .containsExactly("Nights");
        assertThat(cell.holder().groupNames()).containsExactly("West", "East");
        assertThat(cell.place().locks()).containsExactly(1);
        assertThat(only("identifierId", "cleo-card", "device", "gate", "accessPoint", "in")
                        .place()
                        .locks())
                .containsExactly(1, 2);
    }

    @Test
    void filtersTellOfTheWholeWhatTheyTellOfEachCell() {
        access.ask(
                new AccessRequest(name + "-gate", null, null, IdentifierType.CARD, "1001", SettableClock.START),
                new RequestOrigin(Channel.MQTT, null, null));
        List<MatrixCell> whole = whole(SERVER);
        for (String filter : List.of(
                "device:is:gate",
                "device:is:west-door,east-door",
                "device:is-not:gate",
                "device:is:monitor",
                "door:has:EAST",
                "door:is:gate",
                "door:has-not:door",
                "restriction:is:r-west",
                "restriction:is-not:r-gate",
                "restrictions:has:house",
                "restrictions:is:staff",
                "schedule:is:nights",
                "schedule:is-not:mornings",
                "schedules:has:morn",
                "group:is:east",
                "group:is-not:east",
                "groups:has:flat",
                "identifier:has:1001",
                "type:is:ukey,access-code",
                "owner:has:an",
                "ownerType:is:courier",
                "ownerType:is-not:courier",
                "used:filled",
                "used:empty",
                "opens:is:now",
                "opens:is:not",
                "reason:is:revoked",
                "user:is:cleo",
                "identifierId:is:dora-card")) {
            compare(whole, List.of(filter), "all");
            compare(whole, List.of(filter, "device:is:gate"), "all");
            compare(whole, List.of(filter, "device:is:west-door"), "any");
            compare(whole, List.of(filter, "owner:is:anna", "schedule:is:nights"), "any");
        }
        assertThat(whole.stream().filter(cell -> cell.holder().used() != null))
                .extracting(cell -> cell.holder().identifier())
                .containsOnly("anna-card");
    }

    private void compare(List<MatrixCell> whole, List<String> filters, String match) {
        ListQuery<MatrixCell> query = query(Map.of("filter", filters, "match", List.of(match)));
        List<MatrixCell> expected = whole.stream()
                .filter(cell -> query.matches(cell, SettableClock.START))
                .toList();
        assertThat(ids(all(SERVER, query, 1_000)))
                .as("%s of %s", match, filters)
                .isEqualTo(ids(expected));
        assertThat(matrix.count(SERVER, query).number()).isEqualTo(expected.size());
    }

    @Test
    void pagesOfAnyLengthMakeUpTheWhole() {
        for (String sort : List.of("owner", "-owner")) {
            ListQuery<MatrixCell> query = query(Map.of("sort", List.of(sort)));
            List<String> whole = ids(all(SERVER, query, 1_000));
            for (int limit = 1; limit <= 7; limit++) {
                assertThat(ids(all(SERVER, query, limit)))
                        .as(sort + " by " + limit)
                        .isEqualTo(whole);
            }
            List<MatrixCell> streamed = new ArrayList<>();
            matrix.each(SERVER, query, streamed::add);
            assertThat(ids(streamed)).isEqualTo(whole);
        }
        assertThatThrownBy(() -> matrix.page(SERVER, query(Map.of()), "nonsense", 10))
                .isInstanceOf(ListingRefusedException.class);
    }

    @Test
    void asksForOneMomentOneDirectionAndOneLock() {
        assertThat(cells(Map.of("device", List.of("gate"), "lock", List.of("2"))))
                .extracting(MatrixCell::id)
                .containsExactly(project + "/cleo-card/gate/in");
        assertThat(cells(Map.of("device", List.of("gate"), "accessPoint", List.of("out"))))
                .extracting(cell -> cell.place().accessPoint())
                .containsOnly("out")
                .hasSize(6);
        assertThatThrownBy(() -> cells(Map.of("at", List.of("tomorrow"))))
                .isInstanceOf(ListingRefusedException.class)
                .hasMessageContaining("at");
        assertThatThrownBy(() -> cells(Map.of("lock", List.of("0")))).isInstanceOf(ListingRefusedException.class);
    }

    @Test
    @Tag("PR-4")
    void everybodySeesWhatTheyReachOfHoldersAndOfDoors() {
        Permission[] keeper = {
            Permission.IDENTIFIER_VIEW_GROUP,
            Permission.IDENTIFIER_VIEW_DESCENDANTS,
            Permission.DEVICE_VIEW,
            Permission.ACCESS_RESTRICTION_VIEW
        };
        Actor ofEast = TestActors.ofGroups(project, Set.of("east"), keeper);
        assertThat(ids(whole(ofEast)))
                .contains("anna-card/east-door/in", "cleo-card/east-door/out")
                .allMatch(id -> id.contains("/east-door/"))
                .noneMatch(id -> id.startsWith("boris"));
        assertThat(whole(ofEast)).allMatch(cell -> !cell.ways().isEmpty());
        assertThat(matrix.door(ofEast, project, "east-door")).isPresent();
        assertThat(matrix.door(ofEast, project, "gate")).isEmpty();

        Actor concierge = TestActors.ofGroups(
                project, Set.of("east"), Permission.IDENTIFIER_VIEW_DESCENDANTS, Permission.DEVICE_VIEW);
        assertThat(ids(whole(concierge))).contains("anna-card/east-door/in");
        assertThat(whole(concierge)).allMatch(cell -> cell.ways().isEmpty());
        assertThat(all(concierge, query(Map.of("restriction", List.of("r-east"))), 10))
                .isEmpty();

        Actor stranger = TestActors.ofProject(-1, keeper);
        assertThat(whole(stranger)).isEmpty();
        assertThat(matrix.door(stranger, project, "gate")).isEmpty();
        assertThatThrownBy(() -> whole(TestActors.ofProject(project, Permission.IDENTIFIER_VIEW_GROUP)))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> whole(TestActors.ofProject(project, Permission.DEVICE_VIEW)))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(matrix.mayExport(ofEast)).isFalse();
        assertThatThrownBy(() -> matrix.each(ofEast, query(Map.of()), cell -> {}))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private List<MatrixCell> whole(Actor actor) {
        return all(actor, query(Map.of()), 1_000);
    }

    private List<MatrixCell> cells(Map<String, List<String>> parameters) {
        return all(SERVER, query(parameters), 1_000);
    }

    private MatrixCell only(String... parameters) {
        Map<String, List<String>> asked = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            asked.put(parameters[i], List.of(parameters[i + 1]));
        }
        List<MatrixCell> found = cells(asked);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Page after page, of this project. */
    private List<MatrixCell> all(Actor actor, ListQuery<MatrixCell> query, int limit) {
        List<MatrixCell> all = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<MatrixCell> page = matrix.page(actor, query, after, limit);
            assertThat(page.rows().size()).isLessThanOrEqualTo(limit);
            assertThat(page.next() == null || page.rows().size() == limit).isTrue();
            all.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return all;
    }

    private ListQuery<MatrixCell> query(Map<String, List<String>> parameters) {
        Map<String, List<String>> within = new HashMap<>(parameters);
        within.put("project", List.of(Long.toString(project)));
        return QueryText.read(matrix.listing(), within);
    }

    private static List<String> ids(List<MatrixCell> cells) {
        return cells.stream()
                .map(cell -> cell.id().substring(cell.id().indexOf('/') + 1))
                .toList();
    }
}
