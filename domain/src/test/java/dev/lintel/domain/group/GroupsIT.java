package dev.lintel.domain.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.group.GroupRefusedException.Reason;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.site.Sites;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@Tag("GR-1")
@RecordApplicationEvents
class GroupsIT extends DatabaseIT {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    Groups groups;

    @Autowired
    GroupList list;

    @Autowired
    GroupEdits edits;

    @Autowired
    GroupGeneration generation;

    @Autowired
    Sites sites;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents events;

    private final Actor server = Actor.server();

    @Test
    void aRootGroupIsANewProjectAndGroupsHangBelowIt() {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Elm Park", null), LONDON);
        GroupNode building = create(root, GroupType.BUILDING, "Building 1", 1);
        create(building, GroupType.APARTMENT, "Flat 10", 10);
        create(building, GroupType.APARTMENT, "Flat 2", 2);

        assertThat(groups.tops(server, root.project())).singleElement().satisfies(top -> {
            assertThat(top.name()).isEqualTo("Elm Park");
            assertThat(top.subgroups()).isEqualTo(1);
        });
        assertThat(groups.children(server, root.project(), building.id(), 0, 10))
                .extracting(GroupNode::name)
                .containsExactly("Flat 2", "Flat 10");
        assertThat(groups.children(server, root.project(), building.id(), 1, 10))
                .extracting(GroupNode::name)
                .containsExactly("Flat 10");
        assertThat(groups.get(server, root.project(), building.id())).hasValueSatisfying(page -> {
            assertThat(page.path()).extracting(GroupPage.Step::name).containsExactly("Elm Park");
            assertThat(page.groupsBelow()).isEqualTo(2);
        });
        assertThat(events.stream(RecordChanged.class).map(RecordChanged::after))
                .contains(Map.of(
                        "name",
                        "Flat 2",
                        "type",
                        "apartment",
                        "logicalAddress",
                        "2",
                        "parent",
                        "Elm Park / Building 1"));
        refused(
                Reason.PROJECT_NAME_TAKEN,
                () -> edits.createRoot(server, fields(GroupType.CUSTOM, "Elm Park", null), LONDON));
    }

    @Test
    void aSearchUnderstandsWordsOfThePath() {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Search 100% Park", null), LONDON);
        for (int i : List.of(21, 2, 1)) {
            GroupNode building = create(root, GroupType.BUILDING, "Building " + i, i);
            create(building, GroupType.APARTMENT, "Flat 12", 12);
            create(building, GroupType.APARTMENT, "Flat 120", 120);
        }

        assertThat(found(root, "1 flat 12"))
                .containsExactly("Flat 12", "Flat 12", "Flat 12", "Flat 120", "Flat 120", "Flat 120");
        assertThat(found(root, "building 2 flat 12")).containsExactly("Flat 12", "Flat 12", "Flat 120", "Flat 120");
        assertThat(groups.search(server, root.project(), "building 2, FLAT 12", 0, 1))
                .as("building 21 comes after, and the 2 in flat 12 is no building 2")
                .singleElement()
                .extracting(FoundGroup::path)
                .isEqualTo(List.of("Search 100% Park", "Building 2"));
        assertThat(found(root, "100%")).containsExactly("Search 100% Park");
        assertThat(found(root, "1_0")).isEmpty();
        assertThat(found(root, "building 3 flat 12")).isEmpty();
    }

    @Test
    void aListFindsGroupsByWhatTheyAreAndHold() {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Listed", null), LONDON);
        GroupNode building = create(root, GroupType.BUILDING, "Building 1", 1);
        create(building, GroupType.APARTMENT, "Flat 10", 10);
        GroupNode flat = create(building, GroupType.APARTMENT, "Flat 2", null);
        Actor keeper = TestActors.ofGroups(root.project(), Set.of(flat.id()), Permission.USER_VIEW);

        assertThat(listed(server, root, "parent:is:" + building.id())).containsExactly("Flat 2", "Flat 10");
        assertThat(listed(server, root, "group:is:" + building.id(), "type:is-not:apartment"))
                .containsExactly("Building 1");
        assertThat(listed(server, root, "subgroups:at-least:1")).containsExactly("Building 1", "Listed");
        assertThat(listed(server, root, "people:is:0", "address:at-least:2")).containsExactly("Flat 10");
        assertThat(listed(keeper, root)).containsExactly("Flat 2");
        assertThatThrownBy(() -> listed(TestActors.ofProject(root.project()), root))
                .isInstanceOf(PermissionDeniedException.class);

        ListQuery<GroupNode> byAddress = QueryText.read(
                list.listing(), Map.of("project", List.of(Long.toString(root.project())), "sort", List.of("-address")));
        Page<GroupNode> first = list.page(server, byAddress, null, 1);
        assertThat(first.rows()).extracting(GroupNode::name).containsExactly("Flat 10");
        assertThat(list.page(server, byAddress, first.next(), 2).rows())
                .as("what has no address comes last")
                .extracting(GroupNode::name)
                .startsWith("Building 1");
    }

    private List<String> listed(Actor actor, GroupNode root, String... filters) {
        ListQuery<GroupNode> asked = QueryText.read(
                list.listing(), Map.of("project", List.of(Long.toString(root.project())), "filter", List.of(filters)));
        return list.page(actor, asked, null, 10).rows().stream()
                .map(GroupNode::name)
                .toList();
    }

    @Test
    void siblingsThatPanelsDialHaveAddressesOfTheirOwn() {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Addresses", null), LONDON);
        GroupNode first = create(root, GroupType.UNIT, "Unit 1", 1);
        create(root, GroupType.FLOOR, "Floor 1", 1);
        create(root, GroupType.CUSTOM, "Garage", 7);
        create(root, GroupType.CUSTOM, "Cellar", 7);
        GroupNode second = create(root, GroupType.UNIT, "Unit 2", 2);
        GroupNode lower = create(first, GroupType.UNIT, "Annexe", 2);

        refused(Reason.ADDRESS_TAKEN, () -> create(root, GroupType.UNIT, "Unit one", 1));
        refused(Reason.ADDRESS_TAKEN, () -> edit(second, fields(GroupType.UNIT, "Unit 2", 1)));
        refused(Reason.ADDRESS_TAKEN, () -> edits.move(server, root.project(), lower.id(), root.id()));
        refused(Reason.ADDRESS_OUT_OF_RANGE, () -> create(root, GroupType.UNIT, "Unit", 10_000));
        refused(Reason.NAME_MISSING, () -> create(root, GroupType.UNIT, " ", 3));
        refused(Reason.NAME_UNPRINTABLE, () -> create(root, GroupType.UNIT, "a\nb", 3));
        assertThat(groups.children(server, root.project(), root.id(), 0, 10)).hasSize(5);
    }

    @Test
    void whoEditsSecondSeesWhatTheFirstHasDone() {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Versions", null), LONDON);
        GroupNode flat = create(root, GroupType.APARTMENT, "Flat 1", 1);
        GroupFields wanted = new GroupFields(GroupType.APARTMENT, "Flat 1a", 1, "corner");

        GroupEdited first = edit(flat, wanted);
        GroupEdited second = edit(flat, fields(GroupType.APARTMENT, "Flat 1b", 1));

        assertThat(first).isInstanceOfSatisfying(GroupEdited.Saved.class, saved -> assertThat(
                        saved.node().group().description())
                .isEqualTo("corner"));
        assertThat(second).isInstanceOfSatisfying(GroupEdited.Conflict.class, conflict -> assertThat(
                        conflict.stored().name())
                .isEqualTo("Flat 1a"));
        assertThat(groups.find(server, root.project(), flat.id()))
                .map(GroupNode::name)
                .contains("Flat 1a");
    }

    @Test
    void withItsRootGroupAProjectIsRenamed() {
        edits.createRoot(server, fields(GroupType.CUSTOM, "Taken", null), LONDON);
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Old name", null), LONDON);

        refused(Reason.PROJECT_NAME_TAKEN, () -> edit(root, fields(GroupType.CUSTOM, "Taken", null)));
        edit(root, fields(GroupType.CUSTOM, "New name", null));

        assertThat(jdbc.queryForObject("select name from project where id = ?", String.class, root.project()))
                .isEqualTo("New name");
    }

    @Test
    void aMovedGroupTakesWhatIsBelowItAlongAndIsNeverBelowItself() {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Moves", null), LONDON);
        GroupNode one = create(root, GroupType.BUILDING, "One", 1);
        GroupNode two = create(root, GroupType.BUILDING, "Two", 2);
        GroupNode unit = create(one, GroupType.UNIT, "Unit", 1);
        GroupNode flat = create(unit, GroupType.APARTMENT, "Flat", 1);

        edits.move(server, root.project(), unit.id(), two.id());

        assertThat(groups.find(server, root.project(), flat.id()))
                .map(GroupNode::above)
                .contains(List.of(root.id(), two.id(), unit.id()));
        refused(Reason.PARENT_BELOW, () -> edits.move(server, root.project(), two.id(), flat.id()));
        refused(Reason.PARENT_BELOW, () -> edits.move(server, root.project(), two.id(), two.id()));
        refused(Reason.ROOT_STAYS, () -> edits.move(server, root.project(), root.id(), two.id()));
        refused(Reason.PARENT_UNKNOWN, () -> edits.move(server, root.project(), two.id(), "nowhere"));
    }

    @Test
    void twoMovesAtOnceNeverMakeARing() throws Exception {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Rings", null), LONDON);
        for (int round = 0; round < 10; round++) {
            GroupNode a = create(root, GroupType.CUSTOM, "A", null);
            GroupNode b = create(root, GroupType.CUSTOM, "B", null);
            Callable<Boolean> aBelowB = () -> moves(root.project(), a.id(), b.id());
            Callable<Boolean> bBelowA = () -> moves(root.project(), b.id(), a.id());
            int moved = 0;
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                for (Future<Boolean> done : pool.invokeAll(List.of(aBelowB, bBelowA))) {
                    moved += done.get() ? 1 : 0;
                }
            }
            assertThat(moved).isEqualTo(1);
        }
    }

    private boolean moves(long project, String id, String to) {
        try {
            return edits.move(server, project, id, to).isPresent();
        } catch (GroupRefusedException ring) {
            return false;
        }
    }

    @Test
    void whoBelongsToAGroupSeesItAndWhatIsBelowAndTheNamesAbove() {
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Scopes", null), LONDON);
        GroupNode one = create(root, GroupType.BUILDING, "One", 1);
        GroupNode two = create(root, GroupType.BUILDING, "Two", 2);
        GroupNode flat = create(one, GroupType.APARTMENT, "Flat", 1);
        long project = root.project();
        Actor caretaker = TestActors.ofGroups(
                project,
                Set.of(one.id(), flat.id()),
                Permission.GROUP_CREATE_DESCENDANT,
                Permission.GROUP_EDIT_DESCENDANTS);

        assertThat(groups.tops(caretaker, null)).extracting(GroupNode::name).containsExactly("One");
        assertThat(groups.children(caretaker, project, one.id(), 0, 9)).hasSize(1);
        assertThat(groups.children(caretaker, project, root.id(), 0, 9)).isEmpty();
        assertThat(groups.find(caretaker, project, two.id())).isEmpty();
        assertThat(groups.search(caretaker, null, "", 0, 9)).hasSize(2);
        assertThat(groups.get(caretaker, project, flat.id()).orElseThrow().path())
                .containsExactly(
                        new GroupPage.Step(root.id(), "Scopes", false), new GroupPage.Step(one.id(), "One", true));

        assertThat(edits.create(caretaker, project, two.id(), fields(GroupType.FLOOR, "F", 1)))
                .isEmpty();
        assertThat(edits.edit(caretaker, project, two.id(), 0, fields(GroupType.FLOOR, "F", 1)))
                .isEqualTo(new GroupEdited.Unknown());
        denied(() -> edits.edit(caretaker, project, one.id(), 0, fields(GroupType.BUILDING, "My own", 1)));
        denied(() -> edits.move(caretaker, project, one.id(), flat.id()));
        refused(Reason.PARENT_UNKNOWN, () -> edits.move(caretaker, project, flat.id(), two.id()));
        denied(() -> edits.createRoot(caretaker, fields(GroupType.CUSTOM, "Mine", null), LONDON));
        Actor owner = TestActors.ofGroups(project, Set.of(one.id()), Permission.GROUP_EDIT_OWN);
        assertThat(edits.edit(owner, project, one.id(), one.version(), fields(GroupType.BUILDING, "My own", 1)))
                .isInstanceOf(GroupEdited.Saved.class);
        denied(() -> edits.edit(owner, project, flat.id(), 0, fields(GroupType.APARTMENT, "Yours", 1)));
        denied(() -> groups.tops(TestActors.ofServer(Permission.ACS_LOG_VIEW), null));
        denied(() -> groups.tops(TestActors.ofProject(project), null));
    }

    @Test
    void anotherProjectsGroupsAreUnknown() throws IOException {
        long other = sites.load(server, TestSites.file(TestSites.house("other")), false, part -> {})
                .project();
        GroupNode root = edits.createRoot(server, fields(GroupType.CUSTOM, "Alone", null), LONDON);
        GroupNode child = create(root, GroupType.CUSTOM, "Child", null);
        Actor here = TestActors.ofGroups(
                root.project(),
                Set.of(root.id()),
                Permission.GROUP_CREATE_DESCENDANT,
                Permission.GROUP_EDIT_DESCENDANTS);

        assertThat(groups.tops(here, other)).isEmpty();
        assertThat(groups.tops(here, null)).extracting(GroupNode::id).containsExactly(root.id());
        assertThat(groups.find(here, other, "g1")).isEmpty();
        assertThat(groups.search(here, other, "Flat", 0, 9)).isEmpty();
        assertThat(edits.create(here, other, "g1", fields(GroupType.FLOOR, "F", 1)))
                .isEmpty();
        assertThat(edits.move(here, other, "g2", "g1")).isEmpty();
        assertThat(generation.below(here, other, "g1", plan(1), part -> {})).isEmpty();
        refused(Reason.PARENT_UNKNOWN, () -> edits.move(here, root.project(), child.id(), "g1"));
    }

    @Test
    @Tag("GR-3")
    void generatingTellsHowFarItIsAgainAndAgain() {
        List<Double> told = new ArrayList<>();

        generation.asProject(server, fields(GroupType.CUSTOM, "Told", null), LONDON, plan(70), told::add);

        assertThat(told).isSorted().hasSizeGreaterThan(5).endsWith(1.0).doesNotHaveDuplicates();
    }

    @Test
    @Tag("GR-3")
    void generatedGroupsAreStoredAllOrNone() {
        GroupNode root =
                generation.asProject(server, fields(GroupType.CUSTOM, "Generated", null), LONDON, plan(3), part -> {});

        assertThat(groups.get(server, root.project(), root.id()).orElseThrow().groupsBelow())
                .isEqualTo(3 + 3 * 3);
        GroupNode first =
                groups.children(server, root.project(), root.id(), 0, 1).getFirst();
        assertThat(groups.children(server, root.project(), first.id(), 0, 5)
                        .getLast()
                        .above())
                .containsExactly(root.id(), first.id());
        List<PlannedGroup> overlapping =
                PlannedGroup.of(List.of(new LevelPlan(GroupType.BUILDING, "B#", 3, 3, null, Set.of(), List.of())));
        refused(Reason.ADDRESS_TAKEN, () -> generation.below(server, root.project(), root.id(), overlapping, p -> {}));
        refused(Reason.NOTHING_TO_SAVE, () -> generation.below(server, root.project(), root.id(), List.of(), p -> {}));
        refused(
                Reason.ADDRESS_TAKEN,
                () -> generation.asProject(
                        server, fields(GroupType.CUSTOM, "Half", null), LONDON, twice(plan(1)), p -> {}));
        assertThat(groups.search(server, null, "Half", 0, 5)).isEmpty();
    }

    private static List<PlannedGroup> twice(List<PlannedGroup> planned) {
        return List.of(planned.getFirst(), planned.getFirst());
    }

    private static List<PlannedGroup> plan(int amount) {
        LevelPlan flats = new LevelPlan(GroupType.APARTMENT, "Flat #", amount, 1, null, Set.of(), List.of());
        return PlannedGroup.of(
                List.of(new LevelPlan(GroupType.BUILDING, "Building #", amount, 1, null, Set.of(), List.of(flats))));
    }

    private List<String> found(GroupNode root, String words) {
        return groups.search(server, root.project(), words, 0, 10).stream()
                .map(found -> found.node().name())
                .toList();
    }

    private GroupNode create(GroupNode parent, GroupType type, String name, @Nullable Integer address) {
        return edits.create(server, parent.project(), parent.id(), fields(type, name, address))
                .orElseThrow();
    }

    private GroupEdited edit(GroupNode node, GroupFields fields) {
        return edits.edit(server, node.project(), node.id(), node.version(), fields);
    }

    private static GroupFields fields(GroupType type, String name, @Nullable Integer address) {
        return new GroupFields(type, name, address, "");
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(GroupRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static void denied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(PermissionDeniedException.class);
    }
}
