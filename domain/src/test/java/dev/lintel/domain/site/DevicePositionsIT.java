package dev.lintel.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.TestSites;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.device.DevicePositions;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("DE-1")
class DevicePositionsIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();
    private static final Position LONDON = new Position(51.507351, -0.127758);

    @Autowired
    Sites sites;

    @Autowired
    DevicePositions positions;

    @Autowired
    AccessDirectory directory;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void isInForceAtOnceAndStandsInTheFileOfTheSite() throws Exception {
        long house = house("placed");

        assertThat(positions.place(SERVER, house, "d1", LONDON)).isPresent();

        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(directory.site(house)).device("d1"))
                        .position())
                .isEqualTo(LONDON);
        assertThat(export(house)).contains("\"latitude\":51.507351,\"longitude\":-0.127758");
        assertThat(jdbc.queryForObject(
                        "select after::text from audit_entry where project_id = ? and kind = 'device' order by id desc limit 1",
                        String.class,
                        house))
                .contains("51.507351,-0.127758");

        positions.place(SERVER, house, "d1", null);
        assertThat(export(house)).doesNotContain("latitude");
    }

    @Test
    void comesWithAFileWhoseDryRunSaysWhatIsDifferent() throws Exception {
        long house = house("filed");
        String file = export(house).replaceFirst("\"serial\":", "\"latitude\":50.45,\"longitude\":30.52,\"serial\":");

        assertThat(sites.plan(SERVER, TestSites.file(file), false)
                        .change()
                        .devices()
                        .changed())
                .hasSize(1);
        load(file);
        assertThat(export(house)).contains("\"latitude\":50.45,\"longitude\":30.52");
    }

    @Test
    void refusesWhatIsNoPlaceOrHalfOfOne() throws Exception {
        long house = house("refused");
        String file = export(house);

        assertThatThrownBy(() -> load(file.replaceFirst("\"serial\":", "\"latitude\":91,\"longitude\":0,\"serial\":")))
                .hasMessageContaining("latitude")
                .hasMessageContaining("must be a number from -90 to 90, not");
        assertThatThrownBy(() -> load(file.replaceFirst("\"serial\":", "\"latitude\":9,\"serial\":")))
                .hasMessageContaining("longitude")
                .hasMessageContaining("is missing beside the latitude");
    }

    @Test
    void isSaidByThoseWhoEditTheDeviceOnly() throws Exception {
        long house = house("guarded");
        Actor elsewhere = TestActors.ofGroups(house, Set.of("nowhere"), Permission.DEVICE_EDIT);
        Actor looker = TestActors.ofGroups(house, Set.of("g1"), Permission.DEVICE_VIEW);

        assertThat(positions.place(elsewhere, house, "d1", LONDON)).isEmpty();
        assertThatThrownBy(() -> positions.place(looker, house, "d1", LONDON))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(export(house)).doesNotContain("latitude");
    }

    private long house(String name) throws Exception {
        return load(TestSites.house(name));
    }

    private long load(String site) throws Exception {
        return sites.load(SERVER, TestSites.file(site), false, progress -> {}).project();
    }

    private String export(long house) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        sites.export(SERVER, house, file);
        return file.toString(StandardCharsets.UTF_8);
    }
}
