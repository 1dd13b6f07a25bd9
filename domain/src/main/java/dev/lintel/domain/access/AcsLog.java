package dev.lintel.domain.access;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads the ACS log. Newest first, page by page from the last id seen, so that page one thousand is as quick as page one. */
@Service
public class AcsLog {
    /** The longest page. */
    public static final int MOST_ENTRIES = 1_000;

    private final JdbcTemplate jdbc;
    private final AccessDirectory directory;

    AcsLog(JdbcTemplate jdbc, AccessDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /**
     * @param before only entries with a smaller id; null starts at the newest
     * @param limit 1 to {@value #MOST_ENTRIES}
     */
    public List<AcsLogEntry> find(Actor actor, AcsLogFilter filter, @Nullable Long before, int limit) {
        actor.require(Permission.ACS_LOG_VIEW);
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ENTRIES + ", not " + limit);
        }
        AcsLogQuery query = new AcsLogQuery(actor, filter).before(before);
        return jdbc.query(
                "select * from acs_log" + query.where() + " order by id desc limit " + limit,
                AcsLogRows.ENTRY,
                query.parameters());
    }

    /** How many entries match, counted no further than the limit. */
    public int count(Actor actor, AcsLogFilter filter, int limit) {
        actor.require(Permission.ACS_LOG_VIEW);
        AcsLogQuery query = new AcsLogQuery(actor, filter);
        String some = "select 1 from acs_log" + query.where() + " limit " + Math.max(0, limit);
        Integer count = jdbc.queryForObject(
                "select count(*) from (" + some + ") as matching", Integer.class, query.parameters());
        return count == null ? 0 : count;
    }

    /** An entry with its facts and decision; empty when there is none that the actor may see. */
    public Optional<RecordedDecision> get(Actor actor, long id) {
        actor.require(Permission.ACS_LOG_VIEW);
        AcsLogQuery query = new AcsLogQuery(actor, AcsLogFilter.ALL).only(id);
        return jdbc.query("select * from acs_log" + query.where(), AcsLogRows.DECISION, query.parameters()).stream()
                .findFirst();
    }

    /** Whether an entry just recorded is one that this actor may see and this filter matches. */
    public boolean matches(Actor actor, AcsLogFilter filter, AcsLogEntry entry) {
        return filter.matches(entry) && isWithin(actor.reach(Permission.ACS_LOG_VIEW), entry);
    }

    private boolean isWithin(Reach reach, AcsLogEntry entry) {
        Long project = entry.project();
        String device = entry.deviceId();
        return switch (reach) {
            case Reach.Everything everything -> true;
            case Reach.WholeProject whole -> project != null && whole.project() == project;
            case Reach.Part part -> project != null && device != null && directory.reaches(part, project, device);
            case Reach.Nothing nothing -> false;
        };
    }
}
