package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.rulebook.Policies.closed;
import static dev.lintel.domain.rulebook.Policies.couriersAtNight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sync.CopyKey;
import dev.lintel.domain.sync.Parcel;
import dev.lintel.domain.sync.Parcels;
import dev.lintel.domain.sync.Planning;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.domain.user.people.Family;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.Users;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is always denied is left out of the copies of devices, so that they keep to it when they cannot ask. */
@Tag("RU-4")
class KeptDenialsIT extends RuledHouseIT {
    private static final Policy FRONT = closed("g1", "d1").as(new UUID(0, 1).toString(), "Front");
    private static final Policy BACK = closed("g1", "d3").as(new UUID(0, 2).toString(), "Back");

    @Autowired
    ApplicationContext context;

    @Autowired
    AccessDirectory directory;

    @Autowired
    RulebooksInForce nodes;

    @Autowired
    Parcels parcels;

    @Autowired
    Users users;

    @Autowired
    Family family;

    @Autowired
    Markers markers;

    @BeforeEach
    void copiesArePlanned() {
        awaitAt("d1", "i1", "i2");
        awaitAt("d3", "i1");
    }

    @Test
    void itLeavesTheDeviceAndComesBackWithTheRulesOfBefore() {
        RulebookVersion before = inForce(couriersAtNight());
        take("d3");
        assertThat(parcels.next(house + "-3").isEmpty()).isTrue();
        // nobody has to say that they know it
        Set<String> others = ids(couriersAtNight());
        releases.publish(mary, project, draft(couriersAtNight(), BACK).edition(), others);
        awaitAt("d3");
        awaitAt("d1", "i1", "i2");
        Parcel parcel = parcels.next(house + "-3");
        assertThat(parcel.store()).isEmpty();
        assertThat(parcel.forget()).extracting(CopyKey::record).containsExactly("i1");
        take("d3");
        assertThat(parcels.next(house + "-3").isEmpty()).isTrue();

        rulebooks.rollBack(mary, project, before.number());
        awaitAt("d3", "i1");
        assertThat(parcels.next(house + "-3").store())
                .extracting(stored -> stored.content().id())
                .containsExactly("i1");
    }

    @Test
    void whatIsDeniedAtTimesStaysWithTheDevice() {
        inForce(couriersAtNight());
        inForce(couriersAtNight(), BACK);
        awaitAt("d3");
        assertThat(at("d1")).containsExactly("i1", "i2");
    }

    @Test
    void inOneGroupItIsSoAtItsDevicesAlone() {
        Set<String> none = Set.of();
        releases.publish(mary, project, draft(FRONT, BACK).edition(), new ReleaseWish(none, null, "g3"));
        awaitAt("d3");
        assertThat(at("d1")).containsExactly("i1", "i2");
        rulebooks.takeBackPart(mary, project);
        awaitAt("d3", "i1");

        releases.publish(mary, project, draft(FRONT, BACK).edition(), new ReleaseWish(none, null, "g3"));
        awaitAt("d3");
        rulebooks.spread(mary, project);
        awaitAt("d1", "i2");
        assertThat(at("d3")).isEmpty();
    }

    @Test
    void itIsPlannedAlsoWhereNobodyHeardOfItAndAfterAStop() {
        inForce(BACK);
        awaitAt("d3");
        // a node that has not heard of the rules plans by those of before
        directory.rulebook(project, null, WantedFacts.NONE);
        Planning.look(context);
        awaitAt("d3", "i1");
        nodes.heard("");
        Planning.look(context);
        awaitAt("d3");
        // a stop leaves some copies by these rules and some by others
        jdbc.update("update sync_rules set rules = null where project_id = ?", project);
        jdbc.update("""
                insert into device_copy (project_id, device_id, kind, record_id, wanted, changed)
                values (?, 'd3', 'IDENTIFIER', 'i1', 'old', now())""", project);
        Planning.look(context);
        awaitAt("d3");
    }

    @Test
    void whatMakesAPolicyConcernADoorIsHeeded() throws IOException {
        Policy vaults = policy(
                PolicyHolders.EVERYBODY,
                new PolicyDoors(List.of(), Set.of(), List.of(), Set.of(), null, Set.of("vault")));
        inForce(vaults);
        awaitRules();
        assertThat(at("d3")).containsExactly("i1");
        load("""
                {"kind":"device","id":"d3","group":"g3","type":"panel","model":"AA-12","serial":"SERIAL-3","locks":1,"tags":["vault"]}
                """);
        awaitAt("d3");

        Policy floors = policy(
                PolicyHolders.EVERYBODY,
                new PolicyDoors(List.of(), Set.of(GroupType.FLOOR), List.of(), Set.of(), null));
        inForce(floors);
        awaitAt("d3", "i1");
        load("""
                {"kind":"group","id":"g3","parent":"g1","type":"floor","name":"Back yard"}
                """);
        awaitAt("d3");
        assertThat(at("d1")).containsExactly("i1", "i2");
    }

    @Test
    void whatMakesAPolicyConcernSomebodyIsHeeded() throws IOException {
        String marker =
                markers.create(Actor.server(), project, "VIP", "#2563eb").id();
        inForce(policy(
                new PolicyHolders(
                        Set.of(), Set.of(), List.of(), Set.of(), Set.of(), List.of(marker), Set.of(), null, null),
                PolicyDoors.EVERY));
        awaitRules();
        assertThat(at("d1")).containsExactly("i1", "i2");
        mark(marker);
        awaitAt("d1");
        mark(null);
        awaitAt("d1", "i1", "i2");

        inForce(policy(
                new PolicyHolders(Set.of(), Set.of("company-administrator"), List.of(), Set.of()), PolicyDoors.EVERY));
        awaitRules();
        assertThat(at("d1")).containsExactly("i1", "i2");
        load("""
                {"kind":"user","id":"u1","name":"Olena Коваль","email":"olena@example.org","groups":["g2"],"profile":"company-administrator"}
                """);
        awaitAt("d1");

        inForce(policy(
                new PolicyHolders(
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Set.of(GroupType.UNIT),
                        Set.of(),
                        List.of(),
                        Set.of(),
                        null,
                        null),
                PolicyDoors.EVERY));
        awaitAt("d1", "i1", "i2");
        load("""
                {"kind":"group","id":"g2","parent":"g1","type":"unit","name":"Flat 1","logicalAddress":1}
                """);
        awaitAt("d1");
    }

    @Test
    void whoOutlivesTheirMainUserIsHeeded() throws IOException {
        load("""
                {"kind":"user","id":"u2","name":"Main","email":"main.EMAIL@example.org","groups":["g2"]}
                """);
        String member = family.add(Actor.server(), project, "u2", "Child", null).id();
        load("""
                {"kind":"user","id":"MEMBER","name":"Child","groups":["g2"]}
                """.replace("MEMBER", member));
        load("""
                {"kind":"identifier","id":"i3","user":"MEMBER","type":"card","value":"87654321"}
                """.replace("MEMBER", member));
        awaitAt("d3", "i1", "i3");
        inForce(policy(
                new PolicyHolders(
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        List.of(),
                        Set.of(FamilyRole.MEMBER),
                        null,
                        null),
                PolicyDoors.EVERY));
        awaitAt("d3", "i1");
        String others =
                text.lines().filter(line -> !line.contains("\"id\":\"u2\"")).collect(Collectors.joining("\n"));
        sites.load(Actor.server(), file(others), true, progress -> {});
        awaitAt("d3", "i1", "i3");
    }

    private void mark(@Nullable String marker) {
        Person olena = users.get(Actor.server(), project, "u1").orElseThrow();
        PersonDraft draft = new PersonDraft(
                olena.user().name(),
                olena.user().email(),
                olena.user().profile(),
                olena.user().groups(),
                "",
                "",
                marker);
        users.edit(Actor.server(), project, "u1", olena.version(), draft);
    }

    private static Policy policy(PolicyHolders holders, PolicyDoors doors) {
        return new Policy(
                UUID.randomUUID().toString(),
                "Kept out",
                PolicyEffect.DENY,
                holders,
                doors,
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }

    /** Adds a line to the site of the house, in place of that of the same record. */
    private void load(String line) throws IOException {
        String record = line.substring(0, line.indexOf(',', line.indexOf("\"id\"")));
        String others = text.lines().filter(one -> !one.startsWith(record)).collect(Collectors.joining("\n"));
        text = others + "\n" + line.replace("SERIAL", house).replace("EMAIL", house);
        sites.load(Actor.server(), file(text), false, progress -> {});
    }

    /** What a device is to have, as it is planned. */
    private List<String> at(String device) {
        return jdbc.queryForList("""
                select record_id from device_copy where project_id = ? and device_id = ? and kind = 'IDENTIFIER'
                and wanted is not null order by record_id""", String.class, project, device);
    }

    private void awaitAt(String device, String... identifiers) {
        await().untilAsserted(() -> assertThat(at(device)).containsExactly(identifiers));
    }

    /** Until everything is planned by the rules in force. */
    private void awaitRules() {
        String version =
                rulebooks.inForce(mary, project).orElseThrow().rulebook().version();
        await().until(() -> jdbc.queryForList(
                        "select rules from sync_rules where project_id = ?", String.class, project)
                .contains(version));
    }

    /** The device takes all that is due. */
    private void take(String device) {
        String serial = house + device.replace('d', '-');
        for (Parcel parcel = parcels.next(serial); !parcel.isEmpty(); parcel = parcels.next(serial)) {
            Map<Parcels.Copied, @Nullable String> held = new HashMap<>();
            parcel.store()
                    .forEach(stored -> held.put(
                            new Parcels.Copied(stored.kind(), stored.content().id()), stored.digest()));
            parcel.forget().forEach(key -> held.put(new Parcels.Copied(key.kind(), key.record()), null));
            parcels.acknowledged(serial, held, Map.of());
        }
    }
}
