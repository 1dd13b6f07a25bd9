package dev.lintel.domain.sync;

import dev.lintel.domain.access.SiteSnapshot;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far planning has come, the same for every node and after every start. */
@Repository
class PlanStore {
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    PlanStore(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the right to plan until the end of the transaction; false while another node has it. */
    boolean isOurs() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, SyncProgress.LOCK));
    }

    /** The last revision that is planned; null before the first. */
    @Nullable
    Long revision() {
        return jdbc.queryForList("select revision from sync_progress", Long.class).stream()
                .findFirst()
                .orElse(null);
    }

    void planned(long revision) {
        jdbc.update(
                "insert into sync_progress (revision) values (?) on conflict (only_row) do update set revision = excluded.revision",
                revision);
    }

    /** That for which copies were planned last, so that a plan and what is sent by it are of one mind; before, that of now. */
    HolidayHorizon horizon() {
        return plannedHorizon().orElseGet(this::horizonNow);
    }

    HolidayHorizon horizonNow() {
        return HolidayHorizon.at(clock.instant());
    }

    Optional<HolidayHorizon> plannedHorizon() {
        return jdbc.queryForList("select holidays_until from sync_progress", LocalDate.class).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(HolidayHorizon::endingWith);
    }

    /** After the first plan of all. */
    void planned(HolidayHorizon horizon) {
        jdbc.update("update sync_progress set holidays_until = ?", horizon.until());
    }

    /**
     * By which rules all copies of a project were planned last, see {@link SiteSnapshot#denyingRules}; null when some may have
     * been by others than the rest.
     */
    @Nullable
    String rules(long project) {
        List<@Nullable String> stored =
                jdbc.queryForList("select rules from sync_rules where project_id = ?", String.class, project);
        return stored.isEmpty() ? "" : stored.getFirst();
    }

    /** @param rules null as long as some copies of the project are planned by others than the rest */
    void rules(long project, @Nullable String rules) {
        jdbc.update("""
                insert into sync_rules (project_id, rules) select id, ? from project where id = ?
                on conflict (project_id) do update set rules = excluded.rules""", rules, project);
    }

    /** Identifiers by project whose last pass is spent, and which a device is to have nevertheless. */
    Map<Long, List<String>> spent() {
        Map<Long, List<String>> used = new HashMap<>();
        jdbc.query("""
                select i.project_id, i.id from identifier i where i.passes_used >= i.max_passes and exists (
                    select from device_copy c where c.project_id = i.project_id and c.kind = 'IDENTIFIER'
                    and c.record_id = i.id and c.wanted is not null)""", row -> {
            used.computeIfAbsent(row.getLong("project_id"), project -> new ArrayList<>())
                    .add(row.getString("id"));
        });
        return used;
    }
}
