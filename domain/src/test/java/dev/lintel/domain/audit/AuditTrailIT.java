package dev.lintel.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.DatabaseIT;
import dev.lintel.domain.SettableClock;
import dev.lintel.domain.audit.AuditEntry.Change;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.RecordChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailIT extends DatabaseIT {
    private static final Actor ANNA = new Actor("anna@example.org", 7L, Set.of(), null, "192.0.2.7");

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void forget() {
        jdbc.update("delete from audit_entry");
    }

    @Test
    void tellsWhoDidWhatWhenFromWhere() {
        events.publishEvent(new RecordChanged(
                ANNA,
                3L,
                "user",
                "u1",
                "Olena Коваль",
                Map.of(),
                Map.of("name", "Olena Коваль", "profile", "Resident")));

        AuditEntry entry = only();
        assertThat(entry.actor()).isEqualTo("anna@example.org");
        assertThat(entry.account()).isEqualTo(7);
        assertThat(entry.origin()).isEqualTo("192.0.2.7");
        assertThat(entry.at()).isEqualTo(SettableClock.START);
        assertThat(entry.project()).isEqualTo(3);
        assertThat(entry.deed()).isEqualTo(Deed.ADDED);
        assertThat(entry.kind()).isEqualTo("user");
        assertThat(entry.recordId()).isEqualTo("u1");
        assertThat(entry.recordName()).isEqualTo("Olena Коваль");
        assertThat(entry.changes())
                .containsExactly(new Change("name", null, "Olena Коваль"), new Change("profile", null, "Resident"));
    }

    @Test
    void keepsOnlyTheFieldsThatDiffer() {
        edited(Map.of("name", "Flat 1", "floor", "2", "note", "quiet"), Map.of("name", "Flat 1a", "floor", "2"));

        assertThat(only().deed()).isEqualTo(Deed.EDITED);
        assertThat(only().changes())
                .containsExactly(new Change("name", "Flat 1", "Flat 1a"), new Change("note", "quiet", null));
    }

    @Test
    void aChangeThatChangesNothingIsNone() {
        edited(Map.of("name", "Flat 1"), Map.of("name", "Flat 1"));

        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsGoneWasDeleted() {
        edited(Map.of("name", "Flat 1"), Map.of());

        assertThat(only().deed()).isEqualTo(Deed.DELETED);
    }

    @Test
    void keepsWhatPeopleDoThatChangesNothing() {
        events.publishEvent(new ActivityNoted(
                ANNA, null, Deed.LOGIN_FAILED, "account", "", "anna@example.org", Map.of("reason", "wrong\0password")));

        assertThat(only().deed()).isEqualTo(Deed.LOGIN_FAILED);
        assertThat(only().after()).containsEntry("reason", "wrong\ufffdpassword");
    }

    @Test
    void aChangeThatIsUndoneLeavesNoEntry() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    edited(Map.of("name", "Flat 1"), Map.of());
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");

        assertThat(all()).isEmpty();
    }

    private void edited(Map<String, String> before, Map<String, String> after) {
        events.publishEvent(new RecordChanged(ANNA, 3L, "group", "g1", "Flat 1", before, after));
    }

    private AuditEntry only() {
        List<AuditEntry> all = all();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<AuditEntry> all() {
        return jdbc.query("select * from audit_entry order by id", AuditStore.ENTRY);
    }
}
