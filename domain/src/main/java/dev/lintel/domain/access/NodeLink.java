package dev.lintel.domain.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the directory before anything can ask it, and then listens for what the other nodes of this server store. Keeps
 * one connection of the pool for itself; when it is lost, makes up for what was missed.
 */
@Component
class NodeLink implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NodeLink.class);

    /** Also how long a stop may have to wait. */
    private static final Duration LISTENING = Duration.ofMillis(500);

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final SitesInForce sites;
    private final List<NodeChannel> channels;
    private volatile @Nullable Thread listener;
    private volatile boolean running;

    NodeLink(DataSource dataSource, SitesInForce sites, List<NodeChannel> channels) {
        this.dataSource = dataSource;
        this.sites = sites;
        this.channels = channels;
    }

    @Override
    public void start() {
        sites.load();
        channels.forEach(NodeChannel::loaded);
        running = true;
        listener = Thread.ofPlatform().daemon().name("node-link").start(this::listen);
    }

    @Override
    public void stop() {
        running = false;
        Thread ending = listener;
        if (ending == null) {
            return;
        }
        ending.interrupt();
        try {
            ending.join(LISTENING.multipliedBy(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the routes, which ask the directory; after them when stopping. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void listen() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                hear(connection);
            } catch (SQLException | RuntimeException failure) {
                if (running) {
                    LOG.warn("changes made by other nodes cannot be heard; trying again", failure);
                    pause();
                }
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (NodeChannel channel : channels) {
                statement.execute("listen " + channel.name());
            }
        }
        channels.forEach(NodeChannel::listening);
        PGConnection notifications = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] news = notifications.getNotifications((int) LISTENING.toMillis());
            for (PGNotification each : news == null ? new PGNotification[0] : news) {
                take(each);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten *");
        }
    }

    private void take(PGNotification news) {
        channels.stream()
                .filter(channel -> channel.name().equals(news.getName()))
                .forEach(channel -> channel.heard(news.getParameter()));
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
