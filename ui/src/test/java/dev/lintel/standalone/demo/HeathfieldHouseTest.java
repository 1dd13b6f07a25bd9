package dev.lintel.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HeathfieldHouseTest {
    private final Site site = HeathfieldHouse.site();

    @Test
    void isTheHouseOfTheManual() {
        assertThat(site.groups())
                .filteredOn(group -> group.type() == GroupType.UNIT)
                .hasSize(2);
        assertThat(site.groups())
                .filteredOn(group -> group.type() == GroupType.FLOOR)
                .hasSize(40);
        assertThat(site.groups())
                .filteredOn(group -> group.type() == GroupType.APARTMENT)
                .hasSize(160);
        assertThat(site.devices())
                .filteredOn(device -> device.type() == DeviceType.PANEL)
                .hasSize(43);
        assertThat(site.devices())
                .filteredOn(device -> device.type() == DeviceType.MONITOR)
                .hasSize(160);
    }

    @Test
    void isAFileThatCanBeImportedAndIsTheSameInEveryRun() throws IOException {
        byte[] file = file(site);
        assertThat(file).isEqualTo(file(HeathfieldHouse.site()));
        Site read = SiteFile.read(new ByteArrayInputStream(file));
        assertThat(read.identifiers()).hasSameSizeAs(site.identifiers());
        new AccessDirectory().replace(new Project(1, site.name(), site.timeZone()), read);
    }

    private static byte[] file(Site site) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SiteFile.write(site, out);
        return out.toByteArray();
    }
}
