package dev.lintel.domain.site;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.Together;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectList;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SitesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Sites sites;

    @Autowired
    Projects projects;

    @Autowired
    ProjectList list;

    @Autowired
    AccessDirectory directory;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void isInForceWhenTheImportReturns() throws IOException {
        ImportPlan plan = load(house("in-force"));

        assertThat(inForce(plan.project()).identifier("i1")).isNotNull();
        assertThat(directory.siteOfSerial("in-force-1")).isSameAs(inForce(plan.project()));
    }

    @Test
    void importOfAnExportChangesNothing() throws IOException {
        ImportPlan first = load(house("export"));
        String exported = export(first.project());

        ImportPlan again = load(exported);

        assertThat(again.change().size()).isZero();
        assertThat(again.project()).isEqualTo(first.project());
        assertThat(export(first.project())).isEqualTo(exported);
    }

    @Test
    void aPlanStoresNothing() throws IOException {
        ImportPlan plan = sites.plan(SERVER, file(house("plan")), false);

        assertThat(plan.isNewProject()).isTrue();
        assertThat(plan.change().devices().added()).hasSize(2);
        assertThat(projects.list(SERVER)).extracting(Project::name).doesNotContain("plan");
    }

    @Test
    void changesWhatDiffersAndNothingElse() throws IOException {
        long project = load(house("change")).project();

        ImportPlan plan = load(house("change").replace("Olena", "Ольга").replace("\"locks\":2", "\"locks\":1"));

        assertThat(plan.change().size()).isEqualTo(2);
        assertThat(inForce(project).user("u1"))
                .isNotNull()
                .extracting(user -> user.name())
                .isEqualTo("Ольга Коваль");
        assertThat(inForce(project).device("d1"))
                .isNotNull()
                .extracting(Device::locks)
                .isEqualTo(1);
    }

    @Test
    void everyKindOfRecordCanChange() throws IOException {
        load(house("kinds"));
        String other = house("kinds")
                .replace("Flat 1", "Flat 2")
                .replace("T12:00", "T13:00")
                .replace("AZ-07", "AZ-10")
                .replace("\"guestUsable\":true", "\"guestUsable\":false")
                .replace("\"groups\":[\"g2\"]", "\"groups\":[\"g1\",\"g2\"]")
                .replace("4711", "4712")
                .replace("\"to\":{\"group\":\"g1\"}", "\"to\":{\"user\":\"u1\"}")
                .replace("Europe/London", "Europe/Kyiv");

        ImportPlan plan = sites.load(SERVER, file(other), true, progress -> {});

        assertThat(plan.timeZoneChanged()).isTrue();
        assertThat(sites.plan(SERVER, file(other), true).change().size()).isZero();
        assertThat(inForce(plan.project()).project().timeZone()).hasToString("Europe/Kyiv");
    }

    @Test
    void keepsWhatTheFileDoesNotMention() throws IOException {
        long project = load(house("keep")).project();

        ImportPlan plan = load(without(house("keep"), "\"i1\"", "\"i2\"", "\"u1\""));

        assertThat(plan.change().size()).isZero();
        assertThat(plan.kept()).isEqualTo(4);
        assertThat(inForce(project).user("u1")).isNotNull();
    }

    @Test
    void removesWhatTheFileDoesNotMentionWhenPruning() throws IOException {
        long project = load(house("prune")).project();
        String rest = without(house("prune"), "\"i1\"", "\"i2\"", "\"u1\"", "\"d2\"");

        sites.load(SERVER, file(rest), true, progress -> {});

        assertThat(inForce(project).user("u1")).isNull();
        assertThat(directory.siteOfSerial("prune-2")).isNull();
        assertThat(sites.plan(SERVER, file(rest), true).change().size()).isZero();
    }

    @Test
    void devicesMaySwapTheirSerialNumbers() throws IOException {
        long project = load(house("swap")).project();

        load(house("swap")
                .replace("swap-1", "swap-x")
                .replace("swap-2", "swap-1")
                .replace("swap-x", "swap-2"));

        assertThat(inForce(project).device("d1"))
                .isNotNull()
                .extracting(Device::serial)
                .isEqualTo("swap-2");
    }

    @Test
    void refusesASerialNumberOfAnotherProjectAndStoresNothing() throws IOException {
        load(house("first"));

        assertThatThrownBy(() -> load(house("second").replace("second-2", "first-2")))
                .asInstanceOf(type(SiteFileException.class))
                .extracting(SiteFileException::problems, LIST)
                .containsExactly(
                        new SiteProblem(6, "serial", "\"first-2\" is known to this server in another project"));
        assertThat(projects.list(SERVER)).extracting(Project::name).doesNotContain("second");
    }

    @Test
    void refusesWhatTheRecordsThatStayDoNotAllow() throws IOException {
        load(house("stay"));
        String other = house("stay")
                .replace("\"g1\"", "\"g9\"")
                .replace("\"d1\"", "\"d9\"")
                .replace("\"i1\"", "\"i9\"");

        assertThatThrownBy(() -> load(other))
                .asInstanceOf(type(SiteFileException.class))
                .extracting(SiteFileException::problems, LIST)
                .containsExactly(
                        new SiteProblem(2, "group", "the project already has the root \"g1\""),
                        new SiteProblem(5, "serial", "\"stay-1\" belongs to the stored device \"d1\""),
                        new SiteProblem(11, "value", "\"12345678\" belongs to the stored identifier \"i1\""));
    }

    @Test
    void storesNothingWhenTheDatabaseFailsAtTheLastRow() throws IOException {
        long project = load(house("half")).project();
        String before = export(project);
        jdbc.execute("alter table identifier add constraint no_wonder check (value <> '99')");

        assertThatThrownBy(() -> load(house("half").replace("Olena", "Iryna").replace("12345678", "99")))
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);

        assertThat(export(project)).isEqualTo(before);
        assertThat(inForce(project).user("u1"))
                .isNotNull()
                .extracting(user -> user.name())
                .isEqualTo("Olena Коваль");
    }

    @Test
    void importsOfOneNewSiteAtOnceMakeOneProject() throws Exception {
        List<ImportPlan> plans = Together.run(4, () -> load(house("once")));

        assertThat(plans)
                .extracting(ImportPlan::project)
                .containsOnly(plans.getFirst().project());
        assertThat(plans).filteredOn(plan -> plan.change().size() > 0).hasSize(1);
    }

    @Test
    void tellsItsProgressFromNothingToAll() throws IOException {
        List<Double> told = new ArrayList<>();

        sites.load(SERVER, file(house("progress")), false, told::add);

        assertThat(told).isSorted().startsWith(0.0).endsWith(1.0);
    }

    @Test
    void whoSeesOneProjectTouchesThatOneOnly() throws IOException {
        long own = load(house("own")).project();
        long foreign = load(house("foreign")).project();
        Actor caretaker = TestActors.ofProject(own, Permission.SETTINGS_IMPORT);

        assertThat(sites.plan(caretaker, file(house("own")), false).project()).isEqualTo(own);
        assertThatThrownBy(() -> sites.plan(caretaker, file(house("foreign")), false))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> sites.plan(caretaker, file(house("new")), false))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(sites.export(caretaker, foreign, new ByteArrayOutputStream()))
                .isFalse();
        assertThat(projects.list(caretaker)).extracting(Project::name).containsExactly("own");
        assertThat(found(caretaker, "o")).containsExactly("own");
        assertThat(found(SERVER, "FOREIG")).containsExactly("foreign");
    }

    private List<String> found(Actor actor, String name) {
        ListQuery<Project> named = QueryText.read(list.listing(), Map.of("name", List.of(name)));
        return list.page(actor, named, null, 10).rows().stream()
                .map(Project::name)
                .toList();
    }

    @Test
    void needsThePermission() {
        Actor nobody = TestActors.ofServer();

        assertThatThrownBy(() -> sites.load(nobody, file(house("denied")), false, progress -> {}))
                .isInstanceOf(PermissionDeniedException.class);
    }

    private ImportPlan load(String text) throws IOException {
        return sites.load(SERVER, file(text), false, progress -> {});
    }

    private SiteSnapshot inForce(long project) {
        return Objects.requireNonNull(directory.site(project));
    }

    private String export(long project) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(sites.export(SERVER, project, out)).isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The file without the lines that speak of these ids. */
    private static String without(String file, String... ids) {
        return file.lines()
                .filter(line -> List.of(ids).stream().noneMatch(line::contains))
                .reduce("", (text, line) -> text + line + "\n");
    }
}
