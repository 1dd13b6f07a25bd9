package dev.lintel.domain.access;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Connections that doors have to themselves: no list, export or import of people takes them away, and the database itself
 * gives up what takes too long for a door. (A timer per statement, which the driver would keep instead, costs more than
 * many a decision.)
 */
@Component
class DoorDatabase implements DisposableBean {
    /** A door that has not been answered after so many seconds has given up. */
    static final int MOST_SECONDS = 3;

    private static final int CONNECTIONS = 4;

    private final HikariDataSource connections;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AcsLogStore log;

    DoorDatabase(DataSource everybodys) throws SQLException {
        HikariConfig config = new HikariConfig();
        everybodys.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("doors");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionInitSql("set statement_timeout = '" + MOST_SECONDS + "s'");
        // whoever looks at the database first says what is wrong with it
        config.setInitializationFailTimeout(-1);
        // when the database cannot even be reached to give up
        config.addDataSourceProperty("socketTimeout", MOST_SECONDS + 1);
        connections = new HikariDataSource(config);
        jdbc = new JdbcTemplate(connections);
        transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        log = new AcsLogStore(jdbc);
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** What decisions at doors are entered in. */
    AcsLogStore log() {
        return log;
    }

    /** For what must be stored together or not at all. */
    TransactionTemplate transaction() {
        return transaction;
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
