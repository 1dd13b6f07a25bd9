package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers on which day each identifier last opened a door: stored with the first pass of a day, known to every node. */
@Component
class LastUses implements NodeChannel {
    /** PostgreSQL channel on which a node tells the others of the first pass of a day. */
    private static final String CHANNEL = "lintel_uses";

    /** How far back is looked for what was told while nobody listened; a node that lost its link tries again each second. */
    private static final int MISSED_DAYS = 7;

    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;
    private final AcsLogNews news;

    LastUses(AccessDirectory directory, JdbcTemplate jdbc, AcsLogNews news) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.news = news;
    }

    /** The first pass of an identifier on a day. */
    record FirstUse(long project, String identifier, LocalDate day) {}

    /** What is to be stored of a pass: nothing for one that was denied, or is not the first of its day. */
    static Optional<FirstUse> of(Decided decided, Instant at) {
        IdentifierFact identifier = decided.facts().identifier();
        SiteSnapshot site = decided.site();
        if (identifier == null || site == null || !decided.decision().isGranted()) {
            return Optional.empty();
        }
        LocalDate day = LocalDate.ofInstant(at, site.project().timeZone());
        LocalDate before = identifier.used();
        return before == null || before.isBefore(day)
                ? Optional.of(new FirstUse(site.project().id(), identifier.id(), day))
                : Optional.empty();
    }

    /** Stores it in the transaction of whoever logs the pass. Waits for nobody but another pass of the same identifier. */
    static void store(FirstUse use, JdbcTemplate jdbc) {
        jdbc.update("""
                insert into identifier_use_day (project_id, identifier_id, day)
                select project_id, id, ? from identifier where project_id = ? and id = ?
                on conflict (project_id, identifier_id) do update set day = excluded.day
                where identifier_use_day.day < excluded.day""", use.day(), use.project(), use.identifier());
    }

    /** Puts a committed pass in force here, and tells the other nodes without making the door wait. */
    void committed(FirstUse use) {
        directory.used(use.project(), use.identifier(), use.day());
        String payload = use.project() + " " + use.day() + " " + use.identifier();
        news.later(() -> jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, payload));
    }

    /** Stores a pass that a device decided, in the transaction that is under way. */
    void store(FirstUse use) {
        store(use, jdbc);
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public void heard(String payload) {
        String[] parts = payload.split(" ", 3);
        directory.used(Long.parseLong(parts[0]), parts[2], LocalDate.parse(parts[1]));
    }

    @Override
    public void listening() {
        jdbc.query("select * from identifier_use_day where day > current_date - ?", this::put, MISSED_DAYS);
    }

    private void put(ResultSet row) throws SQLException {
        directory.used(
                row.getLong("project_id"), row.getString("identifier_id"), row.getObject("day", LocalDate.class));
    }
}
