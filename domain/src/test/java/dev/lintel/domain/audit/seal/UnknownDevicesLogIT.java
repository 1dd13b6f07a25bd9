package dev.lintel.domain.audit.seal;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.audit.LogRetention;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four passes a long time ago and two lately at a device that the server does not know, and one at a door of a project. */
@Tag("AL-1")
class UnknownDevicesLogIT extends AgeingLog {
    private static final Actor SERVER = Actor.server();
    private static final int OLD = 4;
    private static final int YOUNG = 2;
    private static final String NOBODY = "nobody-knows-me";

    private long project;

    @BeforeEach
    void passesAtADeviceThatNobodyKnows() throws Exception {
        anEmptyLog();
        String house = UUID.randomUUID().toString();
        project = sites.load(SERVER, file(house(house)), false, progress -> {}).project();
        pass(house + "-1");
        passesOfLongAgoAndOfLate(NOBODY, OLD, YOUNG);
    }

    @Override
    String chainName() {
        return "acs:server";
    }

    @AfterEach
    void nothingIsSaidOfIt() {
        retention.change(SERVER, null, null);
    }

    @Test
    void isKeptForEverUntilSomebodySaysHowLong() throws Exception {
        assertThat(retention.of(SERVER, null).orElseThrow().retention()).isNull();

        aNightLater();

        assertThat(entries()).isEqualTo(OLD + YOUNG);
    }

    @Test
    void whatIsTooOldGoesAtNightAndTheChainIsWhole() throws Exception {
        assertThat(retention.older(SERVER, null, MONTH)).contains((long) OLD);
        retention.change(SERVER, null, MONTH);

        aNightLater();

        assertThat(entries()).isEqualTo(YOUNG);
        assertThat(report().fault()).isNull();
        assertThat(report().seals()).isEqualTo(OLD + YOUNG);
        LogRetention.State state = retention.of(SERVER, null).orElseThrow();
        assertThat(state.retention()).isEqualTo(MONTH);
        assertThat(requireNonNull(state.removed()).entries()).isEqualTo(OLD);
        assertThat(jdbc.queryForList(
                        "select after ->> 'kept' from audit_entry where project_id is null and record_id = 'acs:server'"
                                + " and kind in ('log-retention', 'acs-log') order by id desc limit 2",
                        String.class))
                .as("what was said, and what was done")
                .containsExactly("30 days", "30 days");
        assertThat(number("select count(*) from acs_log where project_id = ?", project))
                .as("of the project")
                .isEqualTo(1);
    }

    @Test
    void whatIsSlippedInOrTakenAwayAfterwardsIsFound() throws Exception {
        retention.change(SERVER, null, MONTH);
        aNightLater();

        jdbc.update("delete from acs_log where id = (select min(id) from acs_log where project_id is null)");

        assertThat(requireNonNull(report().fault()).kind()).isEqualTo(Fault.Kind.MISSING);
    }

    @Test
    void onlyWhoSetsUpTheServerSaysHowLong() {
        Actor ofProject = TestActors.ofProject(project, Permission.SETTINGS_VIEW, Permission.SETTINGS_EDIT);
        Actor ofPart = TestActors.ofGroups(project, Set.of("g1"), Permission.SETTINGS_VIEW, Permission.SETTINGS_EDIT);
        Actor viewer = new Actor("viewer", Set.of(Permission.SETTINGS_VIEW));

        for (Actor other : List.of(ofProject, ofPart)) {
            assertThat(LogRetention.maySeeOfNone(other)).isFalse();
            assertThatThrownBy(() -> retention.of(other, null)).isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> retention.older(other, null, MONTH)).isInstanceOf(PermissionDeniedException.class);
            assertThatThrownBy(() -> retention.change(other, null, MONTH))
                    .isInstanceOf(PermissionDeniedException.class);
        }
        assertThat(retention.of(viewer, null)).isPresent();
        assertThatThrownBy(() -> retention.change(viewer, null, MONTH)).isInstanceOf(PermissionDeniedException.class);
        assertThat(retention.of(SERVER, 0L)).as("no project has this number").isEmpty();
        assertThat(retention.of(SERVER, null).orElseThrow().retention()).isNull();
    }

    /** Others leave entries of other times in it. */
    private void anEmptyLog() {
        await().untilAsserted(
                        () -> assertThat(number("select count(*) from log_waiting where log = 'ACS' and project = 0"))
                                .isZero());
        transactions.executeWithoutResult(status -> {
            String chain = " where chain in (select id from log_chain where log = 'ACS' and project = 0)";
            jdbc.update("delete from log_seal" + chain);
            jdbc.update("delete from log_removal" + chain);
            jdbc.update("delete from acs_log where project_id is null");
            jdbc.update("update log_chain set number = 0, hash = ? where log = 'ACS' and project = 0", (Object)
                    Chain.start(SealedLog.ACS, Chain.SERVER));
        });
    }

    private long entries() {
        return number("select count(*) from acs_log where project_id is null");
    }
}
