package dev.lintel.domain.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.CredentialEnded;
import dev.lintel.domain.group.GroupEdits;
import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.site.GroupDeletion.Touched;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What becomes of doors, people and restrictions when groups are deleted or moved. */
@Tag("GR-1")
@RecordApplicationEvents
class GroupDeletionsIT extends DatabaseIT {
    private static final Instant MORNING = Instant.parse("2026-01-07T10:00:00Z");

    @Autowired
    Sites sites;

    @Autowired
    Groups groups;

    @Autowired
    GroupEdits edits;

    @Autowired
    GroupDeletions deletions;

    @Autowired
    AccessDecisions decisions;

    @Autowired
    AccessDirectory directory;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents events;

    private final Actor server = Actor.server();

    @Test
    void aCardThatOpenedByAGroupIsRefusedOnceTheGroupIsGone() throws IOException {
        long project = wing("delete");
        assertThat(asked("delete")).isEqualTo(ReasonCode.GRANTED);

        GroupDeletion plan = deletions.plan(server, project, "wing").orElseThrow();
        assertThat(asked("delete")).isEqualTo(ReasonCode.GRANTED);
        GroupDeletion gone = deletions.delete(server, project, "wing", "").orElseThrow();

        assertThat(plan).isEqualTo(gone);
        assertThat(gone.subgroups()).isEqualTo(1);
        assertThat(gone.people()).isEqualTo(new Touched(1, List.of("Olena Коваль")));
        assertThat(gone.groupless()).isEqualTo(1);
        assertThat(gone.devices()).isEqualTo(new Touched(1, List.of("Hall")));
        assertThat(gone.restrictionLines()).isEqualTo(1);
        assertThat(gone.grants()).isEqualTo(1);
        assertThat(asked("delete")).isEqualTo(ReasonCode.NO_RESTRICTION);
        assertThat(groups.find(server, project, "g2")).isEmpty();
        assertThat(inForce(project).device("d2")).isNull();
        assertThat(requireNonNull(inForce(project).user("u1")).groups()).isEmpty();
        assertThat(requireNonNull(inForce(project).restriction("r1")).lines()).hasSize(2);
        assertThat(jdbc.queryForObject("select count(*) from person where project_id = ?", Integer.class, project))
                .isEqualTo(1);
        assertThat(events.stream(CredentialEnded.class)).containsExactly(new CredentialEnded("delete-2"));
        assertThat(deletions.delete(server, project, "wing", "")).isEmpty();
    }

    @Test
    void aMovedFlatOpensWhatItsNewPlaceOpens() throws IOException {
        long project = wing("move");
        edits.move(server, project, "g2", "g1");
        assertThat(asked("move")).isEqualTo(ReasonCode.NO_RESTRICTION);
        edits.move(server, project, "g2", "wing");
        assertThat(asked("move")).isEqualTo(ReasonCode.GRANTED);
    }

    @Test
    void aWholeProjectGoesOnlyWithItsNameAndItsLogStays() throws IOException {
        long project = wing("whole");
        jdbc.update("""
            insert into profile (id, project_id, name, description, permissions, available)
            values ('p', ?, 'Own', '', '{}', '{}')""", project);

        assertThatThrownBy(() -> deletions.delete(server, project, "g1", "the house"))
                .isInstanceOfSatisfying(GroupRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(GroupRefusedException.Reason.NOT_CONFIRMED));
        assertThat(asked("whole")).isEqualTo(ReasonCode.GRANTED);
        GroupDeletion gone = deletions.delete(server, project, "g1", "House").orElseThrow();

        assertThat(gone.wholeProject()).isTrue();
        assertThat(asked("whole")).isEqualTo(ReasonCode.DEVICE_UNKNOWN);
        assertThat(directory.site(project)).isNull();
        assertThat(tablesWith(project)).containsExactlyInAnyOrder("site_revision", "audit_entry");
    }

    @Test
    void nobodyDeletesTheirOwnGroupOrAnotherProjects() throws IOException {
        long project = wing("mine");
        Actor caretaker = TestActors.ofGroups(project, Set.of("wing"), Permission.GROUP_DELETE);
        Actor administrator = TestActors.ofProject(project, Permission.GROUP_DELETE);
        Actor stranger = TestActors.ofProject(-1, Permission.GROUP_DELETE);

        assertThatThrownBy(() -> deletions.plan(caretaker, project, "wing"))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(deletions.plan(caretaker, project, "g2")).isPresent();
        assertThat(deletions.plan(caretaker, project, "g1")).isEmpty();
        assertThat(deletions.plan(administrator, project, "wing")).isPresent();
        assertThatThrownBy(() -> deletions.delete(administrator, project, "g1", "House"))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(deletions.delete(stranger, project, "g2", "")).isEmpty();
    }

    @Test
    void aGroupMadeByHandIsInForceAtTheDoors() throws IOException {
        long project = wing("made");
        GroupNode made = edits.create(
                        server, project, "wing", new GroupFields(GroupType.APARTMENT, "Flat 9", 9, "by hand"))
                .orElseThrow();

        assertThat(inForce(project).group(made.id())).isEqualTo(made.group());
    }

    private List<String> tablesWith(long project) {
        return jdbc.queryForList("""
            select table_name from information_schema.columns
            where table_schema = 'public' and column_name = 'project_id'""", String.class).stream()
                .filter(table -> jdbc.queryForObject(
                        "select exists (select from " + table + " where project_id = ?)", Boolean.class, project))
                .toList();
    }

    /** The house with a wing between it and its flat: what opens the front door is granted to the wing alone. */
    private long wing(String name) throws IOException {
        String site = TestSites.house(name)
                        .replace("\"id\":\"g2\",\"parent\":\"g1\"", "\"id\":\"g2\",\"parent\":\"wing\"")
                        .replace("\"to\":{\"group\":\"g1\"}", "\"to\":{\"group\":\"wing\"}")
                        .replace(
                                "\"lock\":\"all\"}],\"schedules\"",
                                "\"lock\":\"all\"},{\"device\":\"d2\",\"lock\":\"first\"}],\"schedules\"")
                + "{\"kind\":\"group\",\"id\":\"wing\",\"parent\":\"g1\",\"type\":\"unit\",\"name\":\"Wing\"}\n";
        return sites.load(server, TestSites.file(site), false, part -> {}).project();
    }

    private SiteSnapshot inForce(long project) {
        return requireNonNull(directory.site(project));
    }

    private ReasonCode asked(String name) {
        AccessRequest card = new AccessRequest(name + "-1", "in", 1, IdentifierType.CARD, "12345678", MORNING);
        return decisions.decide(card).decision().reason();
    }
}
