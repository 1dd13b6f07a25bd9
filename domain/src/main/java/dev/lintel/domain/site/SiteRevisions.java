package dev.lintel.domain.site;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The numbered changes of all projects, by which every node of a server comes to hold the same state in memory. */
@Repository
public class SiteRevisions {
    /** PostgreSQL channel on which a node tells the others that there is a new revision. */
    public static final String CHANNEL = "lintel_site";

    /** More records than this, and reading the project again is less work than the list. */
    private static final int LONGEST_LIST = 1_000;

    /** How far back a node that was cut off can catch up change by change. */
    private static final int KEPT = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            // a node of the version before does not write what was added since
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultVisibility(all -> all.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    public SiteRevisions(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Number of the last committed revision; 0 when there is none. */
    public long last() {
        return number();
    }

    /**
     * The revisions after this one, oldest first. Where the first of them is not the next number, the ones between are
     * no longer kept.
     */
    public List<SiteRevision> after(long number) {
        return jdbc.query(
                "select number, project_id, change from site_revision where number > ? order by number",
                (row, index) -> new SiteRevision(
                        row.getLong("number"), row.getLong("project_id"), parse(row.getString("change"))),
                number);
    }

    /**
     * Stores the revision of a change that this transaction has stored, last of all: from here to the commit, other
     * changes wait, so that numbers follow the order of commit.
     *
     * @return its number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(long project, SiteChange change, boolean whole) {
        jdbc.execute("lock table site_revision in exclusive mode");
        long number = number() + 1;
        jdbc.update(
                "insert into site_revision (number, project_id, at, change) values (?, ?, ?, ?::jsonb)",
                number,
                project,
                clock.instant().atOffset(ZoneOffset.UTC),
                whole || change.size() > LONGEST_LIST ? null : JSON.writeValueAsString(change));
        jdbc.update("delete from site_revision where number <= ?", number - KEPT);
        jdbc.execute("notify " + CHANNEL);
        return number;
    }

    private long number() {
        Long last = jdbc.queryForObject("select coalesce(max(number), 0) from site_revision", Long.class);
        return last == null ? 0 : last;
    }

    private static @Nullable SiteChange parse(@Nullable String change) {
        return change == null ? null : JSON.readValue(change, SiteChange.class);
    }
}
