package dev.lintel.domain.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is written where entries of the log are sealed, and must not keep them from it when it fails. */
public final class BesideSealing {
    private static final Logger LOG = LoggerFactory.getLogger(BesideSealing.class);

    private BesideSealing() {}

    /**
     * Does something in the transaction under way, all of it or nothing.
     *
     * @param undone what did not happen when it fails, for the server's log
     */
    public static void attempt(JdbcTemplate jdbc, String undone, Runnable work) {
        jdbc.execute("savepoint beside");
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn(undone, failure);
            jdbc.execute("rollback to savepoint beside");
        }
        jdbc.execute("release savepoint beside");
    }
}
