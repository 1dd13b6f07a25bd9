package dev.lintel.routes;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** A real MQTT broker on disk, open to everybody. */
public final class TestBroker {
    private final Path folder;
    private final int port;
    private EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private TestBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** A new broker that listens. */
    public static TestBroker start() throws Exception {
        System.setProperty("io.netty.noUnsafe", "false");
        TestBroker started = new TestBroker(Files.createTempDirectory("lintel-broker"), freePort());
        started.restart();
        return started;
    }

    public String url() {
        return "mqtt://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public void stop() throws Exception {
        broker.stop();
    }

    /** Starts again with what is on disk. */
    public void restart() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + port + "?protocols=MQTT;useEpoll=false");
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
