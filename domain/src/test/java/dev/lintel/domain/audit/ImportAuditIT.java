package dev.lintel.domain.audit;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.audit.AuditEntry.Change;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.site.Sites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the audit says of site files that come and go. */
class ImportAuditIT extends DatabaseIT {
    @Autowired
    Sites sites;

    @Autowired
    JdbcTemplate jdbc;

    private String name;

    @BeforeEach
    void aHouse() throws IOException {
        jdbc.update("delete from audit_entry");
        name = UUID.randomUUID().toString();
        load(house(name));
    }

    @Test
    void tellsTheNumbersAndEachRecord() {
        assertThat(entries())
                .filteredOn(entry -> entry.deed() == Deed.IMPORTED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.recordName()).isEqualTo(name);
                    assertThat(entry.after())
                            .containsEntry("devices", "+2 ~0 -0")
                            .containsEntry("users", "+1 ~0 -0");
                });
        assertThat(entries()).filteredOn(entry -> entry.deed() == Deed.ADDED).hasSize(11);
    }

    @Test
    void tellsNamesAndNotIds() {
        assertThat(entry("user").after()).containsEntry("groups", "Flat 1");
        assertThat(entry("grant").recordName()).isEqualTo("Front door");
        assertThat(entry("restriction").after()).containsEntry("schedules", "Mornings");
    }

    @Test
    void neverTellsAnAccessCode() {
        assertThat(entries()).noneMatch(entry -> entry.toString().contains("4711"));
    }

    @Test
    void showsTheOriginalBesideTheEdited() throws IOException {
        jdbc.update("delete from audit_entry");
        load(house(name).replace("Olena", "Iryna"));

        assertThat(entry("user").deed()).isEqualTo(Deed.EDITED);
        assertThat(entry("user").changes()).containsExactly(new Change("name", "Olena Коваль", "Iryna Коваль"));
    }

    @Test
    void tellsWhoTookAProjectAway() throws IOException {
        jdbc.update("delete from audit_entry");
        long project = jdbc.queryForList("select id from project order by id desc", Long.class)
                .getFirst();

        sites.export(Actor.server(), project, new ByteArrayOutputStream());

        assertThat(entries()).singleElement().extracting(AuditEntry::deed).isEqualTo(Deed.EXPORTED);
    }

    private void load(String text) throws IOException {
        sites.load(Actor.server(), file(text), false, progress -> {});
    }

    private AuditEntry entry(String kind) {
        return entries().stream()
                .filter(entry -> entry.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<AuditEntry> entries() {
        return jdbc.query("select * from audit_entry order by id", AuditStore.ENTRY);
    }
}
