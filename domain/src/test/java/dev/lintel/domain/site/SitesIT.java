package dev.lintel.domain.site;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.permission.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SitesIT extends DatabaseIT {
    private static final Actor SERVER = Actor.server();

    @Autowired
    Sites sites;

    @Autowired
    AccessDirectory directory;

    @Test
    void isInForceWhenTheImportReturns() throws IOException {
        ImportPlan plan = load(house("in-force"));

        assertThat(directory.siteOfSerial("in-force-1")).isNotNull();
        assertThat(directory.site(plan.project())).isNotNull().satisfies(site -> assertThat(site.identifier("i1"))
                .isNotNull());
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

    private ImportPlan load(String text) throws IOException {
        return sites.load(SERVER, file(text), false, progress -> {});
    }

    private String export(long project) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(sites.export(SERVER, project, out)).isTrue();
        return out.toString(StandardCharsets.UTF_8);
    }
}
