package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.DecisionRecorder.CountedPass;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.site.SiteReader;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps the counts of passes in memory near those in the database, which alone are the truth: a pass is spent only where
 * the database could count it, and refused as used up only after the database was asked.
 */
@Component
class PassCounts implements NodeChannel {
    /** PostgreSQL channel on which a node tells the others of a counted pass. */
    private static final String CHANNEL = "lintel_passes";

    private final AccessDirectory directory;
    private final SiteReader sites;
    private final JdbcTemplate jdbc;
    private final AcsLogNews news;

    PassCounts(AccessDirectory directory, SiteReader sites, JdbcTemplate jdbc, AcsLogNews news) {
        this.directory = directory;
        this.sites = sites;
        this.jdbc = jdbc;
        this.news = news;
    }

    /** Puts a committed pass in force here, and tells the other nodes without making the door wait. */
    void counted(CountedPass pass) {
        directory.passesUsed(pass.project(), pass.identifier(), pass.used());
        String payload = pass.project() + " " + pass.used() + " " + pass.identifier();
        news.later(() -> jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, payload));
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    /** Puts in force what another node has counted. */
    @Override
    public void heard(String payload) {
        String[] parts = payload.split(" ", 3);
        directory.passesUsed(Long.parseLong(parts[0]), parts[2], Integer.parseInt(parts[1]));
    }

    /**
     * Reads the identifier again.
     *
     * @return whether the decision rested on another count or limit than is stored
     */
    boolean correct(Decided decided) {
        IdentifierFact fact = decided.facts().identifier();
        if (decided.site() == null || fact == null) {
            return false;
        }
        long project = decided.site().project().id();
        Optional<Identifier> stored = sites.identifier(project, fact.id());
        if (stored.isEmpty() || stored.get().passesUsed() == fact.passesUsed()) {
            return false;
        }
        // the count alone: what else was read may be older than a change that was put in force meanwhile
        directory.passesUsed(project, fact.id(), stored.get().passesUsed());
        return true;
    }
}
